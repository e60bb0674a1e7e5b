"""The midpoint review was held: about Day 50 the leaders saw the numbers and decided something.

This warns and does not block. Between Day 40 and Day 60 there is enough to see and still time to act
on it; a shorter clock has its midpoint earlier. A challenge that ends before its midpoint needs none.

A good example: `midpoint: {date: 2026-05-26, decided: [Add two courts]}`.

To answer it: `hundredday review ID midpoint --decided … --on …`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.days import LONGEST_CLOCK, day_date
from hundredday.findings import Finding, Severity
from hundredday.gates.condition import Gate, command, waiver_command
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.challenge.acceleration import Clock
    from hundredday.programme import Settings

GATE: Gate = "sustainability"
SEVERITY = Severity.WARNING

FIRST_DAY, LAST_DAY = 40, 60
"""The days of a clock of 100 days on which a review is a midpoint review."""


def check(challenge: Challenge, settings: Settings, today: date) -> Iterator[Finding]:
    del settings
    clock = challenge.clock
    if not (clock and clock.start and challenge.acceleration):
        return
    first, last = _day(clock, FIRST_DAY), _day(clock, LAST_DAY)
    review = challenge.acceleration.reviews.get("midpoint")
    where = ("acceleration", "reviews", "midpoint")
    if review is None:
        if today >= first:
            mend = command("review", "midpoint", decided=_("What was decided there"), on=min(today, last))
            yield Finding("midpoint-was-held", _("No midpoint review was held."), mend, SEVERITY, where=where)
    elif not (review.date and first <= review.date <= last):
        held = _("held on {date}").format(date=review.date) if review.date else _("not dated")
        text = _("The midpoint review was {held}; its days are {first} to {last}.").format(
            held=held, first=first, last=last
        )
        mend = waiver_command("advance", "midpoint-was-held", _("Why the review was held on another day"))
        yield Finding("midpoint-was-held", text, mend, SEVERITY, where=where)


def _day(clock: Clock, day: int) -> date:
    assert clock.start is not None
    return day_date(clock.start, round(day * clock.days / LONGEST_CLOCK))
