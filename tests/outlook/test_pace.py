"""How fast a goal moves, how fast it must, and how ambitious it is."""

from __future__ import annotations

import pytest

from hundredday.outlook.pace import ambition, pace_of
from outlook.telling import course_on, day, running

HOUSED = "{kind: cumulative, baseline: 0, target: 107}"


def test_the_pace_is_that_of_the_last_two_weeks() -> None:
    course = course_on(running(HOUSED, {7: 1, 28: 10, 35: 12, 42: 30}), day(51))

    pace = pace_of(course)

    assert pace.now == pytest.approx((30 - 10) / 2)
    assert pace.needed == pytest.approx((107 - 30) / 7)


def test_where_lower_is_better_both_paces_fall() -> None:
    course = course_on(running("{kind: level, baseline: 275, target: 100}", {14: 247}), day(30))

    pace = pace_of(course)

    assert pace.now == pytest.approx(-14)
    assert pace.needed == pytest.approx(-14.7)


def test_a_target_reached_needs_no_more() -> None:
    assert pace_of(course_on(running(HOUSED, {40: 120}), day(50))).needed == 0


def test_on_the_last_day_no_pace_is_left() -> None:
    assert pace_of(course_on(running(HOUSED, {99: 50}), day(100))).needed is None


def test_before_the_first_reading_only_the_needed_pace_is_known() -> None:
    pace = pace_of(course_on(running(HOUSED), day(0)))

    assert pace.now is None
    assert pace.needed == pytest.approx(7.49)


def test_a_reading_on_day_0_alone_is_no_pace() -> None:
    pace = pace_of(course_on(running("{kind: level, baseline: 43, target: 1}", {0: 42}), day(0)))

    assert pace.now is None
    assert pace.needed == pytest.approx(-2.87)


@pytest.mark.parametrize("measurable", ["{kind: yes_no}", "{kind: level, baseline: 3}"])
def test_what_cannot_be_counted_has_no_pace(measurable: str) -> None:
    assert pace_of(course_on(running(measurable), day(10))).now is None


@pytest.mark.parametrize(
    ("usual", "days", "times"),
    [
        ("{rate: 26, days: 30}", 100, 1.235),
        ("{rate: 26, days: 30}", 50, 2.469),
        ("{rate: -3, days: 30}", 100, None),
    ],
)
def test_ambition_is_the_target_beside_what_would_happen_anyway(
    usual: str, days: int, times: float | None
) -> None:
    challenge = running(f"{{kind: cumulative, baseline: 0, target: 107, usual: {usual}}}")
    measure = challenge.goals["result"].measurable
    assert measure is not None

    found = ambition(measure, days)

    assert found == (pytest.approx(times, abs=0.001) if times else None)
