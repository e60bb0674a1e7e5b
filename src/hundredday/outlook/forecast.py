"""The forecast for the last day: what is left of the plan, at the rate at which the plan has been kept.

The method is the cost forecast of earned-value management (its estimate at completion: done so far, plus
what is left divided by performance), with performance drawn towards the plan while there is little to go
by. It was chosen by replaying invented challenges; the table, the worked arithmetic, the rivals and their
sources are in docs/forecast.md.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil, floor, isfinite, log10
from typing import TYPE_CHECKING

from hundredday.outlook.pace import points_of, recent_pace
from hundredday.outlook.path import expected_progress
from hundredday.outlook.standing import Forecast

if TYPE_CHECKING:
    from hundredday.metrics import AnyMeasure, Reading
    from hundredday.outlook.course import Course

FIRST_DAY = 15
"""The first day on which there is a forecast."""

FEWEST_READINGS = 3
"""The fewest readings since Day 0 from which there is a forecast."""

TRUST_IN_PLAN = 1.0
"""How much the plan counts beside what was done: as if it had been kept once already."""

SPREAD = 0.8
"""The range reaches this share of what is left to either side of the middle."""

LEAN = 1.5
"""The range reaches this many times further towards where the recent pace alone would lead."""

FARTHEST = 3650
"""A target that would be reached in more than ten years has no date."""


def forecast_of(course: Course) -> Forecast | None:
    """The value on the last day with an 80% range, and the day on which the target will be reached.

    None unless the clock runs, before Day 15, with fewer than three readings since Day 0 (the baseline
    is where the path starts, not a reading), and for a thing that is done or not. Values are in the
    metric's unit, `low` below `high` whichever direction is good, rounded to a thousandth of the way
    from baseline to target, never outside what the metric can be.
    """
    measure = course.measure
    if not course.runs or course.day < FIRST_DAY or measure is None or course.is_done_or_not:
        return None
    points = points_of(course)
    if len(points) < FEWEST_READINGS or course.goal.not_measurable:
        return None
    plan = _plan_left(course)
    if plan is None:
        return None
    left_days, left_plan, expected = plan
    day, done = points[-1]
    rate = (done + TRUST_IN_PLAN) / (max(expected, 0.0) + TRUST_IN_PLAN)
    middle = done + left_plan * rate
    at_recent_pace = done + recent_pace(points) * left_days
    reach = SPREAD * max(abs(left_plan), left_days / max(day + left_days, 1))
    low = middle - reach - LEAN * max(0.0, middle - at_recent_pace)
    high = middle + reach + LEAN * max(0.0, at_recent_pace - middle)
    values = (_value(measure, course.since_launch[-1], progress) for progress in (low, middle, high))
    least, likely, most = sorted(values)
    if not (isfinite(least) and isfinite(most)):
        return None
    reaches_on = _reaches_on(course, done, middle - done, left_days, rate)
    return Forecast(least, likely, most, round(measure.progress(likely) or 0.0, 3), reaches_on)


def _plan_left(course: Course) -> tuple[int, float, float] | None:
    """Days left after the newest reading, planned progress in them, and planned progress before them."""
    if course.latest is None or course.last is None:
        return None
    expected = expected_progress(course, course.latest.date)
    at_end = expected_progress(course, course.last)
    if expected is None or at_end is None:
        return None
    return max((course.last - course.latest.date).days, 0), at_end - expected, expected


def _value(measure: AnyMeasure, latest: Reading, progress: float) -> float:
    """A progress as a value, rounded, and kept within what this metric can be."""
    value = measure.value_at(progress) or 0.0
    span = abs(float(measure.target or 0) - float(measure.baseline or 0))
    if isfinite(span) and isfinite(value):
        value = round(value, 3 - floor(log10(span)))
    floors = [
        bound
        for bound in (measure.lowest, float(latest.value) if measure.never_falls else None)
        if bound is not None
    ]
    if measure.highest is not None:
        return min(max(value, 0.0, *floors), measure.highest)
    return max([value, *floors])


def _reaches_on(course: Course, done: float, to_come: float, left_days: int, rate: float) -> date | None:
    if done >= 1:
        return course.reached_on
    if course.latest is None or course.start is None or course.last is None:
        return None
    pace = to_come / left_days if left_days else rate / max((course.last - course.start).days, 1)
    days = (1 - done) / pace if pace > 0 else FARTHEST + 1
    if days > FARTHEST:
        return None
    # A day that has gone by without a reading of the target cannot be the one.
    return max(course.latest.date + timedelta(days=ceil(days - 1e-9)), course.today)
