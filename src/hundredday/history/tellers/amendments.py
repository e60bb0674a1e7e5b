"""Amendments: made, approved, and any meddling with those that stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.goal import Goal
from hundredday.history.frozen import frozen_changes, is_amended, listed_amendments, new_amendments
from hundredday.history.leaves import changes
from hundredday.history.pair import Pair, Told
from hundredday.history.words import change_words, leaf_words, shortened
from hundredday.language import _
from hundredday.language.keywords import frozen_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.challenge.acceleration import Amendment
    from hundredday.findings import Where
    from hundredday.history.event import Event

_WHERE = (("acceleration", "amendments"),)


def tell_amendments(pair: Pair) -> Iterator[Told]:
    """Every amendment that came, was approved, rewritten or removed."""
    found = listed_amendments(pair.before, pair.after)
    for one in found.added:
        approved = _("approved by {by}").format(by=shortened(one.by)) if one.by else _("not yet approved")
        because = f": {shortened(one.because)}" if one.because else ""
        text = _("{field} amended {moved}, {approved}{because}").format(
            field=_field(pair, one), moved=_movement(pair, one), approved=approved, because=because
        )
        yield Told(_event(pair, "amended", text, one), (*_WHERE, *_accounted_for(pair, one)))
    for old, new in found.rewritten:
        if old.by is None and new.by is not None and changes(old, new.model_copy(update={"by": None})) == ():
            text = _("amendment of the {field} approved by {by}").format(
                field=_field(pair, new), by=shortened(new.by)
            )
            yield Told(_event(pair, "amendment-approved", text, new), _WHERE)
        else:
            words = change_words(changes(old, new), pair.clock)
            text = _("amendment of the {field} rewritten: {words}").format(
                field=_field(pair, new), words=words
            )
            yield Told(_event(pair, "amendment-rewritten", text, new), _WHERE)
    for one in found.removed:
        text = _("amendment of the {field} {moved} removed").format(
            field=_field(pair, one), moved=_movement(pair, one)
        )
        yield Told(_event(pair, "amendment-removed", text, one), _WHERE)
    if found.reordered:
        yield Told(pair.event("edited", _("edited the order of acceleration.amendments")), _WHERE)


def _event(pair: Pair, name: str, text: str, one: Amendment) -> Event:
    return pair.event(
        name,
        text,
        one.date,
        goal=one.goal,
        field=one.field,
        because=one.because,
        by=one.by,
        **{"from": one.from_, "to": one.to},
    )


def _accounted_for(pair: Pair, one: Amendment) -> tuple[Where, ...]:
    before, after = pair.before.goals.get(one.goal), pair.after.goals.get(one.goal)
    return tuple(
        ("acceleration", "goals", one.goal, *change.where)
        for change in frozen_changes(before or Goal(), after or Goal())
        if change.field == one.field and is_amended(change, new_amendments(pair, one.goal, one.field))
    )


def _field(pair: Pair, one: Amendment) -> str:
    return _("{field} of {goal}").format(
        field=frozen_word(shortened(one.field)), goal=pair.goal_name(one.goal)
    )


def _movement(pair: Pair, one: Amendment) -> str:
    was = None if one.from_ is None else leaf_words(one.from_, pair.clock)
    to = None if one.to is None else leaf_words(one.to, pair.clock)
    if was is None or to is None:
        return (
            _("to {after}").format(after=to) if to else _("from {before}").format(before=was) if was else ""
        )
    return _("from {before} to {after}").format(before=was, after=to)
