"""The expected path of a goal: where it should stand on a day if all goes as planned."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from hundredday.outlook.course import Course


def expected_progress(course: Course, on: date) -> float | None:
    """The planned fraction of the way from baseline to target on a day.

    A straight line from 0 on Day 0 to 1 on the last day, or straight between the points of the goal's
    trajectory, whose last point holds to the end. A thing to be done is expected on its last day and
    not before. None without a start, a baseline or a target.
    """
    if course.start is None:
        return None
    day = (on - course.start).days
    return next((planned for _, planned in planned_path(course, (day,))), None)


def planned_path(course: Course, days: Iterable[int]) -> Iterator[tuple[int, float]]:
    """The same for each of many days of the clock; none where no path is known."""
    if course.start is None or course.last is None or course.measure is None:
        return
    if course.progress(course.measure.target) is None:
        return
    length = max((course.last - course.start).days, 1)
    points = _points(course) if course.goal.trajectory and not course.is_done_or_not else ()
    for day in days:
        if course.is_done_or_not:
            yield day, 1.0 if day >= length else 0.0
        elif points:
            yield day, _between(points, max(day, 0))
        else:
            yield day, min(max(day / length, 0.0), 1.0)


def _points(course: Course) -> list[tuple[int, float]]:
    planned = ((day, course.progress(value)) for day, value in course.goal.trajectory.items())
    points = {0: 0.0} | {day: progress for day, progress in planned if progress is not None}
    return sorted(points.items())


def _between(points: Sequence[tuple[int, float]], day: int) -> float:
    after = bisect_right(points, day, key=lambda point: point[0])
    if after == len(points):
        return points[-1][1]
    (from_day, from_progress), (to_day, to_progress) = points[after - 1], points[after]
    return from_progress + (to_progress - from_progress) * (day - from_day) / (to_day - from_day)
