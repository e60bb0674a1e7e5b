"""What is planned for a goal lies within the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.days import day_number
from hundredday.findings import Finding, Severity

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
                f"The goal {key} is due on {goal.due}, and the clock runs from {clock.start} to {clock.end}.",
                f"Choose a day after {clock.start} and not after {clock.end}.",
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
                f"The trajectory of {key} has a point on Day {day}, and its last day is Day {last}.",
                f"Move the point to Day {last} or earlier.",
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
            f"The trajectory of {key} ends at {goal.trajectory[last]}, and the target is {target}.",
            f"Let its last point be the target, such as {last}: {target}.",
            Severity.WARNING,
            where=("acceleration", "goals", key, "trajectory", str(last)),
        )
