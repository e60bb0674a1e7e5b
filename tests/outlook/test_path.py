"""Where a goal should stand on a day."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hundredday.outlook.path import expected_progress
from outlook.telling import course_on, day, running

DAYS_TO_JUDGMENT = "{kind: duration, baseline: 43, target: 1}"
TRAJECTORY = "trajectory: {25: 40, 50: 25, 100: 1}"


def expected(number: int, goal: str = "", days: int = 100) -> float | None:
    course = course_on(running(DAYS_TO_JUDGMENT, goal=goal, days=days), day(number))
    return expected_progress(course, day(number))


@pytest.mark.parametrize(("number", "progress"), [(-5, 0), (0, 0), (1, 0.01), (50, 0.5), (100, 1), (140, 1)])
def test_without_a_trajectory_the_path_is_straight(number: int, progress: float) -> None:
    assert expected(number) == pytest.approx(progress)


@pytest.mark.parametrize(
    ("number", "value"), [(0, 43), (5, 42.4), (25, 40), (50, 25), (75, 13), (100, 1), (120, 1)]
)
def test_a_trajectory_is_straight_between_its_points(number: int, value: float) -> None:
    assert expected(number, TRAJECTORY) == pytest.approx((43 - value) / 42)


def test_past_its_last_point_a_trajectory_stays_where_it_ended() -> None:
    assert expected(90, "trajectory: {40: 22}") == pytest.approx(0.5)


def test_the_path_ends_on_the_due_date_or_on_the_last_day_of_a_shorter_clock() -> None:
    assert expected(25, f"time_bound: {{due: {day(50)}}}") == pytest.approx(0.5)
    assert expected(30, days=60) == pytest.approx(0.5)


def test_a_goal_without_a_target_has_no_path() -> None:
    course = course_on(running("{kind: level, baseline: 3}"), day(10))

    assert expected_progress(course, day(10)) is None


@given(st.integers(0, 99))
def test_a_straight_path_never_turns_back(number: int) -> None:
    today, tomorrow = expected(number), expected(number + 1)

    assert today is not None
    assert tomorrow is not None
    assert today < tomorrow
