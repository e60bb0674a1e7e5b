"""The phases: gates passed and waived, phases reopened, and how a challenge ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge import PHASES, Challenge
from hundredday.history.leaves import changes, listing
from hundredday.history.pair import Pair, Told, acceleration_of, sustainability_of
from hundredday.history.reopening import reopening
from hundredday.history.tellers.design import is_declined_at_once, is_taken_back
from hundredday.history.words import change_words, shortened
from hundredday.language import _
from hundredday.language.keywords import word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge.record import Reopening, Waiver
    from hundredday.findings import Where

_ENDINGS = {"completed": "closed", "stopped": "stopped", "declined": "declined"}


def tell_ending(pair: Pair) -> Iterator[Told]:
    """A challenge that was closed, stopped or declined."""
    if pair.after.phase != "closed" or pair.before.phase == "closed":
        return
    where: tuple[Where, ...] = (("phase",), ("closed",))
    closed, start = pair.after.closed, pair.before.phase
    if closed is None:
        yield Told(pair.event("closed", word("closed"), phase=start), where)
        return
    if is_declined_at_once(pair):
        where = (*where, ("design", "decision"))
    verb = _("closed as completed") if closed.as_ == "completed" else word(closed.as_)
    by = _(" by {by}").format(by=shortened(closed.by)) if closed.by else ""
    because = f": {shortened(closed.because)}" if closed.because else ""
    event = pair.event(
        _ENDINGS[closed.as_],
        f"{verb}{by}{because}",
        closed.date,
        phase=start,
        by=closed.by,
        because=closed.because,
        **{"as": closed.as_},
    )
    yield Told(event, where)


def tell_gates(pair: Pair) -> Iterator[Told]:
    """A phase entered by its gate, or one that was gone back to."""
    before, after = pair.before.phase, pair.after.phase
    if after in {before, "closed"}:
        return
    to = word(after).capitalize()
    if before == "closed" and (opened := reopening(pair.before, pair.after)):
        yield _reopened(pair, opened, to)
    elif PHASES.index(after) < PHASES.index(before):
        text = _("moved back from {phase} to {to}").format(phase=word(before).capitalize(), to=to)
        event = pair.event("phase-reopened", text, **{"from": before, "to": after})
        yield Told(event, (("phase",),))
    else:
        entered = _entered(pair.after)
        event = pair.event(
            "gate-passed", _("moved to {to}").format(to=to), entered, **{"from": before, "to": after}
        )
        yield Told(event, (("phase",), (after, "entered")))


def tell_waivers(pair: Pair) -> Iterator[Told]:
    """Every condition that was waived, and any change of a waiver."""
    found = listing(pair.before.waivers, pair.after.waivers, lambda waiver: waiver.condition)
    for waiver in found.added:
        because = shortened(waiver.because)
        text = _("{condition} waived by {by}: {because}").format(
            condition=shortened(waiver.condition), by=shortened(waiver.by), because=because
        )
        yield _waiver(pair, "gate-waived", text, waiver)
    for old, new in found.rewritten:
        words = change_words(changes(old, new), pair.clock)
        yield _waiver(
            pair,
            "waiver-changed",
            _("waiver of {condition} changed: {words}").format(
                condition=shortened(new.condition), words=words
            ),
            new,
        )
    for waiver in found.removed:
        yield _waiver(
            pair,
            "waiver-removed",
            _("waiver of {condition} removed").format(condition=shortened(waiver.condition)),
            waiver,
        )
    if found.reordered:
        yield Told(pair.event("edited", _("edited the order of waivers")), (("waivers",),))


def tell_reopenings(pair: Pair) -> Iterator[Told]:
    """What became of the reasons for which a challenge had been reopened; a new one is told with its phase."""
    told = reopening(pair.before, pair.after) if pair.before.phase == "closed" else None
    found = listing(pair.before.reopened, pair.after.reopened, lambda one: one.date)
    for new in (one for one in found.added if one is not told):
        yield Told(pair.event("edited", _reopened_words(new), new.date), (("reopened",),))
    for old, new in found.rewritten:
        words = change_words(changes(old, new), pair.clock)
        text = _("reopening of {day} changed: {words}").format(day=new.date, words=words)
        yield Told(pair.event("reopening-changed", text, new.date), (("reopened",),))
    for one in found.removed:
        text = _("reopening of {day} removed").format(day=one.date)
        yield Told(pair.event("reopening-removed", text, one.date), (("reopened",),))
    if found.reordered:
        yield Told(pair.event("edited", _("edited the order of reopenings")), (("reopened",),))


def _reopened(pair: Pair, opened: Reopening, to: str) -> Told:
    text = _("{words}; back in {to}").format(words=_reopened_words(opened), to=to)
    event = pair.event(
        "phase-reopened",
        text,
        opened.date,
        **{"from": "closed", "to": pair.after.phase, "as": opened.ended.as_},
        by=opened.by,
        because=opened.because,
    )
    where: tuple[Where, ...] = (("phase",), ("closed",), ("reopened",))
    if is_taken_back(pair):
        where = (*where, ("design", "decision"))
    return Told(event, where)


def _reopened_words(one: Reopening) -> str:
    by = _(" by {by}").format(by=shortened(one.by)) if one.by else ""
    return _("reopened{by}: {because}").format(by=by, because=shortened(one.because))


def _entered(challenge: Challenge) -> date | None:
    if challenge.phase == "acceleration":
        return acceleration_of(challenge).entered
    return sustainability_of(challenge).entered


def _waiver(pair: Pair, name: str, text: str, waiver: Waiver) -> Told:
    event = pair.event(
        name, text, waiver.date, condition=waiver.condition, by=waiver.by, because=waiver.because
    )
    return Told(event, (("waivers",),))
