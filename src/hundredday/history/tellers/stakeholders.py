"""Stakeholders and the challenge note that leaders issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.design import is_vacant
from hundredday.history.leaves import changes, keyed
from hundredday.history.pair import Pair, Told, design_of
from hundredday.history.words import quoted, shortened
from hundredday.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.challenge.design import Note, Stakeholder

_ROLES = {
    "decides": N_("who decides"),
    "affected": N_("who is affected"),
    "partners": N_("who partners"),
    "delivers": N_("who delivers"),
    "advises": N_("who advises"),
    "funds": N_("who funds"),
}


def tell_stakeholders(pair: Pair) -> Iterator[Told]:
    """Stakeholders who were identified, changed or taken out."""
    before, after = design_of(pair.before).stakeholders, design_of(pair.after).stakeholders
    for key, old, new in keyed(before, after):
        where = ("design", "stakeholders", key)
        if new is None:
            text = _("{key} is no longer a stakeholder").format(key=_name(key, old))
            yield Told(pair.event("stakeholder-removed", text, stakeholder=key), (where,))
        elif old is None:
            role = f" {_(_ROLES[new.role])}" if new.role else ""
            text = _("{key} identified as a stakeholder{role}").format(key=_name(key, new), role=role)
            if is_vacant(key, new):
                text = _("wanted: a stakeholder{role}").format(role=role)
            event = pair.event("stakeholder-identified", text, stakeholder=key, name=new.name, role=new.role)
            yield Told(event, (where,))
        else:
            what = _("stakeholder {key}").format(key=_name(key, old))
            yield pair.changed("stakeholder-changed", what, where, changes(old, new), stakeholder=key)


def tell_note(pair: Pair) -> Iterator[Told]:
    """The challenge note, issued or changed."""
    before, after = design_of(pair.before).note, design_of(pair.after).note
    if not (differing := changes(before, after)):
        return
    if before is None and after is not None:
        event = pair.event(
            "note-issued",
            _("challenge note issued{after}").format(after=_note_words(after)),
            after.issued,
            mission=after.mission,
            indicator=after.indicator,
        )
        yield Told(event, (("design", "note"),))
    else:
        yield pair.changed("note-changed", _("challenge note"), ("design", "note"), differing)


def _name(key: str, stakeholder: Stakeholder | None) -> str:
    if stakeholder and stakeholder.name:
        return shortened(stakeholder.name)
    stands_for = stakeholder.agency if stakeholder and key == stakeholder.role else None
    return shortened(stands_for) if stands_for else key


def _note_words(note: Note) -> str:
    said = note.mission or note.indicator
    return f": {quoted(said)}" if said else ""
