"""Guardrails: set, changed and removed; their readings are told with the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.history.leaves import changes, keyed
from hundredday.history.pair import Pair, Told, acceleration_of
from hundredday.history.words import amount, change_words, shortened
from hundredday.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hundredday.challenge.acceleration import Guardrail
    from hundredday.history.event import Event
    from hundredday.history.leaves import Change


def tell_guardrails(pair: Pair) -> Iterator[Told]:
    """Every guardrail that was set, changed or removed."""
    before, after = acceleration_of(pair.before).guardrails, acceleration_of(pair.after).guardrails
    for key, old, new in keyed(before, after):
        where = ("acceleration", "guardrails", key)
        if new is None:
            yield Told(_removed(pair, key, old), (where,))
        elif old is None:
            text = _("guardrail set: {key}").format(key=_words(key, new))
            event = pair.event("guardrail-set", text, guardrail=key, limit=new.limit, worse=new.worse)
            yield Told(event, (where,))
        elif free := [change for change in changes(old, new) if change.where[:1] != ("readings",)]:
            yield _changed(pair, key, free, is_loosened=pair.was_launched and _is_loosened(old, new))


def _changed(pair: Pair, key: str, free: Sequence[Change], *, is_loosened: bool) -> Told:
    name, found = pair.guardrail_name(key), change_words(free, pair.clock)
    text = _("guardrail {key} loosened: {found}") if is_loosened else _("guardrail {key} changed: {found}")
    event = pair.event("guardrail-changed", text.format(key=name, found=found), guardrail=key)
    return Told(event, tuple(("acceleration", "guardrails", key, *change.where) for change in free))


def _is_loosened(old: Guardrail, new: Guardrail) -> bool:
    """Whether something that was a breach is none any more."""
    if old.limit is None or old.worse is None:
        return False
    if new.limit is None or new.worse != old.worse:
        return True
    return new.limit > old.limit if old.worse == "above" else new.limit < old.limit


def _removed(pair: Pair, key: str, old: Guardrail | None) -> Event:
    lost = len(old.readings) if old else 0
    text = _("guardrail {key} removed").format(key=pair.guardrail_name(key))
    if lost:
        text = ngettext("{text}, with its reading", "{text}, with its {n} readings", lost).format(
            text=text, n=lost
        )
    return pair.event("guardrail-removed", text, guardrail=key, readings=lost or None)


def _words(key: str, rail: Guardrail) -> str:
    metric = shortened(rail.metric) if rail.metric else key
    if rail.limit is None:
        return metric
    bound = {"above": _("at most"), "below": _("at least")}.get(rail.worse or "", _("limit"))
    return f"{metric}, {bound} {amount(rail.limit, rail.unit)}"
