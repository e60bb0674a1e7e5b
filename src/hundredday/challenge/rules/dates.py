"""The story's dates come in the order in which things happen."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from hundredday.findings import Finding
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge.record import Challenge
    from hundredday.findings import Where


class _Event(NamedTuple):
    """Something that happened, in words, on a day, and where it stands in the record."""

    words: str
    day: date | None
    where: Where


def check_order_of_dates(challenge: Challenge) -> Iterator[Finding]:
    for earlier, later in _pairs(challenge):
        if earlier.day and later.day and later.day < earlier.day:
            yield Finding(
                "dates-out-of-order",
                _("{words} on {day}, before {earlier} on {earlier_day}.").format(
                    words=later.words, day=later.day, earlier=earlier.words, earlier_day=earlier.day
                ),
                _("Mend one of the two dates."),
                where=later.where,
            )


def _pairs(challenge: Challenge) -> Iterator[tuple[_Event, _Event]]:
    yield from _design_pairs(challenge)
    yield from _phase_pairs(challenge)
    yield from _reopening_pairs(challenge)
    yield from _blocker_pairs(challenge)


def _design_pairs(challenge: Challenge) -> Iterator[tuple[_Event, _Event]]:
    if not (design := challenge.design):
        return
    entered = _Event(_("Design was entered"), design.entered, ("design", "entered"))
    if design.decision:
        yield (
            entered,
            _Event(_("The decision was made"), design.decision.date, ("design", "decision", "date")),
        )
    if design.note:
        yield (
            entered,
            _Event(_("The challenge note was issued"), design.note.issued, ("design", "note", "issued")),
        )


def _phase_pairs(challenge: Challenge) -> Iterator[tuple[_Event, _Event]]:
    entered = [
        _Event(
            _("{phase} was entered").format(phase=name.capitalize()),
            section.entered,
            (name, "entered"),
        )
        for name, section in (
            ("design", challenge.design),
            ("acceleration", challenge.acceleration),
            ("sustainability", challenge.sustainability),
        )
        if section and section.entered
    ]
    if challenge.closed:
        entered.append(_Event(_("The challenge was closed"), challenge.closed.date, ("closed", "date")))
    yield from pairwise(entered)
    acceleration = challenge.acceleration
    if acceleration and acceleration.clock:
        clock = _Event(_("The clock starts"), acceleration.clock.start, ("acceleration", "clock", "start"))
        yield _Event(_("Acceleration was entered"), acceleration.entered, ("acceleration", "entered")), clock


def _reopening_pairs(challenge: Challenge) -> Iterator[tuple[_Event, _Event]]:
    """It ended before it was reopened, and was reopened before it ended again."""
    told = []
    for index, one in enumerate(challenge.reopened):
        where = ("reopened", index)
        told.append(_Event(_("The challenge was closed"), one.ended.date, (*where, "ended", "date")))
        told.append(_Event(_("The challenge was reopened"), one.date, (*where, "date")))
    if challenge.closed and told:
        told.append(_Event(_("The challenge was closed"), challenge.closed.date, ("closed", "date")))
    yield from pairwise(told)


def _blocker_pairs(challenge: Challenge) -> Iterator[tuple[_Event, _Event]]:
    blockers = challenge.acceleration.blockers if challenge.acceleration else {}
    for key, blocker in blockers.items():
        where = ("acceleration", "blockers", key)
        yield (
            _Event(_("it was raised"), blocker.raised, (*where, "raised")),
            _Event(
                _("The blocker {key} was resolved").format(key=key), blocker.resolved, (*where, "resolved")
            ),
        )
