"""How fast a goal moves, how fast it would have to move, and how ambitious it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hundredday.days import LONGEST_CLOCK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hundredday.metrics import AnyMeasure
    from hundredday.outlook.course import Course

RECENT_DAYS = 14
"""The recent pace is that of the last two weeks of readings."""

WEEK = 7


@dataclass(frozen=True, slots=True)
class Pace:
    """Units a week, negative where the number falls: as it is, and as the target needs it."""

    now: float | None
    needed: float | None


def pace_of(course: Course) -> Pace:
    """The pace of the last two weeks of readings, and the pace from today to the target on the last day.

    `now` is None without a reading after Day 0; `needed` is None without a day left, and 0 where the
    target is reached. Both are None for a thing that is done or not.
    """
    measure, points = course.measure, points_of(course)
    if measure is None or course.is_done_or_not or not course.runs:
        return Pace(None, None)
    span = (measure.value_at(1) or 0.0) - (measure.value_at(0) or 0.0)
    done = points[-1][1] if points else 0.0
    left = (course.last - course.today).days if course.last else 0
    moves = bool(points) and points[-1][0] > 0
    now = recent_pace(points) * span * WEEK if moves else None
    return Pace(now, max(1 - done, 0.0) * span * WEEK / left if left > 0 else None)


def ambition(measure: AnyMeasure, days: int = LONGEST_CLOCK) -> float | None:
    """How many times what would happen anyway the target is: 2 is twice as much in the same days.

    The usual rate is counted in the direction of the target; None where it is not known, or where
    nothing would get better by itself.
    """
    start, end = measure.value_at(0), measure.value_at(1)
    if measure.usual is None or measure.usual.rate <= 0 or start is None or end is None:
        return None
    return abs(end - start) / (float(measure.usual.rate) * days / measure.usual.days)


def points_of(course: Course) -> list[tuple[int, float]]:
    """Day and progress of every reading since Day 0, oldest first."""
    start = course.start
    known = ((reading.date, course.progress(reading.value)) for reading in course.since_launch)
    return [((on - start).days, progress) for on, progress in known if start and progress is not None]


def recent_pace(points: Sequence[tuple[int, float]]) -> float:
    """Progress a day since the last reading that is two weeks older than the newest, or since Day 0.

    Takes at least one point, as `points_of` gives them.
    """
    day, done = points[-1]
    before = [point for point in points if point[0] <= day - RECENT_DAYS]
    from_day, from_done = before[-1] if before else (0, 0.0)
    return (done - from_done) / max(day - from_day, 1)
