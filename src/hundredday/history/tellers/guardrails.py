"""Guardrails: set, changed and removed; their readings are told with the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.history.leaves import changes, keyed
from hundredday.history.pair import Pair, Told, acceleration_of
from hundredday.history.words import amount, shortened
from hundredday.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.challenge.acceleration import Guardrail
    from hundredday.history.event import Event


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
            what = _("guardrail {key}").format(key=pair.guardrail_name(key))
            yield pair.changed("guardrail-changed", what, where, free, guardrail=key)


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
