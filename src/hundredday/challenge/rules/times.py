"""What is planned for a goal lies within the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.days import day_number
from hundredday.findings import Finding, Severity
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.challenge.record import Challenge


def check_due_dates(challenge: Challenge) -> Iterator[Finding]:
    clock = challenge.clock
    if not (clock and clock.start and clock.end):
        return
    for key, goal in challenge.goals.items():
        if goal.due and not clock.start < goal.due <= clock.end:
            yield Finding(
                "due-outside-clock",
                _("The goal {key} is due on {due}, and the clock runs from {start} to {end}.").format(
                    key=key, due=goal.due, start=clock.start, end=clock.end
                ),
                _("Choose a day after {start} and not after {end}.").format(start=clock.start, end=clock.end),
                where=("acceleration", "goals", key, "time_bound", "due"),
            )


def check_trajectories(challenge: Challenge) -> Iterator[Finding]:
    for key in challenge.goals:
        yield from _outside_clock(challenge, key)
        yield from _off_target(challenge, key)


def _outside_clock(challenge: Challenge, key: str) -> Iterator[Finding]:
    clock, goal = challenge.clock, challenge.goals[key]
    if not (clock and clock.start):
        return
    last = day_number(clock.start, goal.due) if goal.due else clock.days
    for day in goal.trajectory:
        if day > last:
            yield Finding(
                "trajectory-outside-clock",
                _("The trajectory of {key} has a point on Day {day}, and its last day is Day {last}.").format(
                    key=key, day=day, last=last
                ),
                _("Move the point to Day {last} or earlier.").format(last=last),
                where=("acceleration", "goals", key, "trajectory", str(day)),
            )


def _off_target(challenge: Challenge, key: str) -> Iterator[Finding]:
    goal = challenge.goals[key]
    target = goal.measurable.target if goal.measurable else None
    if not goal.trajectory or target is None:
        return
    last = max(goal.trajectory)
    if goal.trajectory[last] != target:
        yield Finding(
            "trajectory-off-target",
            _("The trajectory of {key} ends at {trajectory}, and the target is {target}.").format(
                key=key, trajectory=goal.trajectory[last], target=target
            ),
            _("Let its last point be the target, such as {last}: {target}.").format(last=last, target=target),
            Severity.WARNING,
            where=("acceleration", "goals", key, "trajectory", str(last)),
        )
