"""Everything planned fits between Day 0 and the last day, no later than Day 100.

A 100-day challenge runs 100 days or less. What is planned for later is another challenge, or belongs
to Sustainability; the deadline is what makes the team look for another way.

A good example: `clock: {start: 2026-04-06, days: 100}` and every milestone due by 2026-07-15.

To open the gate: `hundredday milestone ID KEY --due …`, or `hundredday goal ID KEY --due …`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.days import LONGEST_CLOCK, day_date
from hundredday.findings import Finding, Severity
from hundredday.gates.condition import Gate, command
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.programme import Settings

GATE: Gate = "launch"
SEVERITY = Severity.ERROR


def check(challenge: Challenge, settings: Settings, today: date) -> Iterator[Finding]:
    del settings
    clock = challenge.clock
    if not (clock and clock.start and clock.end and challenge.acceleration):
        text = _("No Day 0 is proposed.")
        yield Finding("fits-in-100-days", text, command("launch", on=today), where=("acceleration", "clock"))
        return
    latest = day_date(clock.start, LONGEST_CLOCK)
    for key, goal in challenge.goals.items():
        if goal.due and goal.due > latest:
            text = _("The goal {key} is due on {due}, after Day 100, {latest}.").format(
                key=key, due=goal.due, latest=latest
            )
            mend = command("goal", key, due=clock.end)
            yield Finding("fits-in-100-days", text, mend, where=("acceleration", "goals", key))
    for key, milestone in challenge.acceleration.milestones.items():
        if milestone.due and milestone.due > clock.end:
            text = _("The milestone {key} is due on {due}, after the last day, {end}.").format(
                key=key, due=milestone.due, end=clock.end
            )
            mend = command("milestone", key, due=clock.end)
            yield Finding("fits-in-100-days", text, mend, where=("acceleration", "milestones", key))
