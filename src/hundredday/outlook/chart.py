"""What a burn-up chart shows: the planned path, the readings, the target, today and the forecast."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hundredday.days import day_number
from hundredday.outlook.course import course_of
from hundredday.outlook.path import planned_path

if TYPE_CHECKING:
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.challenge.goal import Goal
    from hundredday.outlook.standing import Forecast, GoalStanding

Point = tuple[int, float]
"""A day of the clock and a value in the metric's unit."""


@dataclass(frozen=True, slots=True)
class Chart:
    """What a burn-up chart shows; days are those of the clock, values are in the metric's unit."""

    last_day: int
    day: int
    baseline: float
    target: float
    path: tuple[Point, ...]
    readings: tuple[Point, ...]
    forecast: Forecast | None

    @property
    def span(self) -> int:
        """The day at the right end: the last one, or that of a later reading."""
        return max(self.last_day, *(day for day, _ in self.readings), 1)

    @property
    def bounds(self) -> tuple[float, float]:
        """The lowest and the highest value that the chart shows, in the metric's unit."""
        ahead = (self.forecast.low, self.forecast.high) if self.forecast else ()
        values = (self.baseline, self.target, *(value for _, value in (*self.readings, *self.path)), *ahead)
        return min(values), max(values)


def chart_of(challenge: Challenge, goal: Goal, standing: GoalStanding, *, today: date) -> Chart | None:
    """The chart of a goal; None before launch, without a reading, and for a thing to be done."""
    course = course_of(challenge, goal, today=today)
    measure, start, last = course.measure, course.start, course.last
    if start is None or last is None or measure is None or not course.readings or course.is_done_or_not:
        return None
    if measure.baseline is None or measure.target is None:
        return None
    days = day_number(start, last)
    path = tuple((day, measure.value_at(made) or 0.0) for day, made in planned_path(course, range(days + 1)))
    return Chart(
        last_day=days,
        day=day_number(start, today),
        baseline=float(measure.baseline),
        target=float(measure.target),
        path=path,
        readings=tuple((max(day_number(start, r.date), 0), float(r.value)) for r in course.readings),
        forecast=standing.forecast,
    )
