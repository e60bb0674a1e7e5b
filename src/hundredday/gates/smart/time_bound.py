"""Time-bound: the goal is due on a day after the start and not after the last day.

A good example: `time_bound: {due: 2026-07-15}` for a clock that starts on 6 April. Something should be
due in the first two weeks too: it shows early whether the plan works.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.days import day_date
from hundredday.findings import Finding, Severity
from hundredday.gates.condition import command
from hundredday.gates.smart.letter import Lack
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.challenge import Challenge
    from hundredday.challenge.goal import Goal
    from hundredday.programme import Settings

LETTER = "T"

EARLY = 15
"""The day by which something is due: two weeks, with the weekend after them."""


def lacks(goal: Goal, challenge: Challenge) -> Iterator[Lack]:
    clock = challenge.clock
    example = str(clock.end) if clock else "+100"
    if not goal.due:
        yield Lack(_("the day on which it is due"), "due", example)
    elif clock and clock.start and clock.end and not clock.start < goal.due <= clock.end:
        yield Lack(
            _("a due date after {start} and not after {end}").format(start=clock.start, end=clock.end),
            "due",
            example,
        )


def doubts(key: str, goal: Goal, challenge: Challenge, settings: Settings) -> Iterator[Finding]:
    del key, goal, settings
    yield from late_start(challenge)


def late_start(challenge: Challenge) -> Iterator[Finding]:
    """The warning that nothing is due by Day 15; without a clock, that nothing is due at all."""
    clock = challenge.clock
    milestones = challenge.acceleration.milestones.values() if challenge.acceleration else ()
    dues = [milestone.due for milestone in milestones if milestone.due]
    if clock and clock.start:
        last = min(day_date(clock.start, EARLY), clock.end or clock.start)
        if any(due <= last for due in dues):
            return
        text, due = _("Nothing is due by Day {early}, {last}.").format(early=EARLY, last=last), str(last)
    elif dues:
        return
    else:
        text, due = _("No milestone is planned."), "+14"
    mend = command("milestone", _("First result that people can see"), due=due)
    yield Finding("early-win-is-planned", text, mend, Severity.WARNING, where=("acceleration", "milestones"))
