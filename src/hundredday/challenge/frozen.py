"""The fields of a goal that freeze at the launch, and what each says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.metrics import Value
from hundredday.shape import Day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hundredday.challenge.goal import Goal

FROZEN: tuple[str, ...] = (
    "specific",
    "metric",
    "kind",
    "unit",
    "baseline",
    "baseline_date",
    "target",
    "counted",
    "due",
    "trajectory",
)
"""The frozen fields, as amendments and commands name them, in the order of the file."""

Frozen = Value | Day | str | None
"""What a frozen field may say; a trajectory is one text, such as `25=40 50=25`."""


def frozen_value(goal: Goal, field: str) -> Frozen:
    """What a frozen field of a goal says; None where it does not stand."""
    if field == "due":
        return goal.due
    if field == "trajectory":
        return trajectory_words(goal.trajectory) or None
    holder = goal if field == "specific" else goal.measurable
    value: Frozen = getattr(holder, field) if holder else None
    return value


def trajectory_words(trajectory: Mapping[int, int | float]) -> str:
    """A trajectory as commands and amendments write it, by day: `25=40 50=25`."""
    return " ".join(f"{day}={value}" for day, value in sorted(trajectory.items()))


def is_same(one: Frozen, other: Frozen) -> bool:
    """Whether two values of a frozen field say the same: 2 is 2.0, but never true."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, str) and isinstance(other, str):
        return one.split() == other.split()
    return one == other
