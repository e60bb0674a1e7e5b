"""The forecast: when there is one, what it says, and the algebra it keeps."""

from __future__ import annotations

import os
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hundredday.outlook.forecast import forecast_of
from hundredday.outlook.standing import Forecast
from outlook.telling import course_on, day, goal_on, running

LEVEL = "{kind: level, baseline: 0, target: 100}"
DRAWS = 1000 if os.environ.get("HUNDREDDAY_TORTURE") else 60


@dataclass(frozen=True)
class Weeks:
    """Readings by day, and the day on which one looks."""

    readings: dict[int, float]
    seen_on: int


@st.composite
def weeks(draw: st.DrawFn, lowest: float = -50, highest: float = 150) -> Weeks:
    days = sorted(draw(st.sets(st.integers(1, 99), min_size=3, max_size=10)))
    numbers = st.floats(lowest, highest, allow_nan=False).map(lambda value: round(value, 2))
    readings = {number: draw(numbers) for number in days}
    return Weeks(readings, draw(st.integers(max(15, days[-1]), 100)))


def forecast(measurable: str, readings: dict[int, float], seen_on: int, goal: str = "") -> Forecast:
    found = forecast_of(course_on(running(measurable, readings, goal=goal), day(seen_on)))
    assert found is not None
    return found


def test_there_is_none_before_day_15() -> None:
    challenge = running(LEVEL, {2: 1, 5: 4, 8: 8, 14: 13})

    assert goal_on(challenge, day(14)).forecast is None
    assert goal_on(challenge, day(15)).forecast is not None


def test_the_baseline_is_not_a_reading_so_two_readings_are_too_few() -> None:
    challenge = running(LEVEL, {7: 5, 20: 18, 27: 25})

    assert goal_on(challenge, day(26)).forecast is None
    assert goal_on(challenge, day(27)).forecast is not None


def test_readings_from_before_day_0_do_not_count() -> None:
    assert goal_on(running(LEVEL, {-9: 5, -2: 5, 7: 7, 14: 14}), day(20)).forecast is None


def test_a_goal_on_its_plan_is_forecast_to_reach_its_target_on_the_last_day() -> None:
    found = forecast(LEVEL, {10: 10, 20: 20, 30: 30}, 30)

    assert (found.middle, found.progress) == (100, 1.0)
    assert found.reaches_target_on == day(100)


def test_the_arithmetic_of_the_manual() -> None:
    found = forecast("{kind: level, baseline: 275, target: 100}", {7: 270, 28: 230, 49: 205}, 50)

    # Done 0.4, planned 0.49, left 0.51: 0.4 + 0.51 * 1.4 / 1.49 = 0.879
    # Recent pace 0.143 in 21 days: 0.4 + 51 * 0.143 / 21 = 0.747, so the worse side leans 1.5 * 0.132 further
    assert found == Forecast(low=49.7, middle=121.1, high=227.3, progress=0.879, reaches_target_on=day(113))


def test_a_back_loaded_trajectory_is_forecast_along_its_own_path() -> None:
    trajectory = "trajectory: {50: 20, 80: 50, 100: 100}"

    found = forecast(LEVEL, {14: 5, 28: 11, 50: 20}, 50, trajectory)

    assert found.middle == 100


def test_a_goal_due_before_the_last_day_is_forecast_for_its_due_date() -> None:
    found = forecast(LEVEL, {10: 20, 20: 40, 25: 50}, 25, f"time_bound: {{due: {day(50)}}}")

    assert (found.middle, found.reaches_target_on) == (100, day(50))


def test_nothing_done_by_day_50_is_far_off_and_has_a_wide_range() -> None:
    found = forecast(LEVEL, {20: 0, 35: 0, 50: 0}, 50)

    assert found.progress < 0.4
    assert found.high - found.low > 80


def test_a_day_that_went_by_without_the_target_is_not_the_day_on_which_it_is_reached() -> None:
    nearly = {20: 50.0, 30: 75.0, 38: 98.0}

    assert forecast(LEVEL, nearly, 38).reaches_target_on == day(40)
    assert forecast(LEVEL, nearly, 47).reaches_target_on == day(47)


def test_a_target_that_comes_no_nearer_has_no_date() -> None:
    assert forecast(LEVEL, {20: -60, 35: -90, 50: -120}, 50).reaches_target_on is None


def test_a_target_reached_keeps_the_date_on_which_it_was_reached() -> None:
    assert forecast(LEVEL, {20: 60, 35: 104, 50: 110}, 50).reaches_target_on == day(35)


@pytest.mark.parametrize(
    ("measurable", "least", "most"),
    [
        ("{kind: percent, baseline: 85, target: 50}", 0, 100),
        ("{kind: percent, baseline: 50, target: 95}", 0, 100),
        ("{kind: duration, baseline: 43, target: 1}", 0, 1e9),
    ],
)
@given(seen=weeks(0, 100))
@settings(max_examples=DRAWS, deadline=None)
def test_what_a_metric_can_be_is_never_left(measurable: str, least: float, most: float, seen: Weeks) -> None:
    found = forecast(measurable, seen.readings, seen.seen_on)

    assert least <= found.low <= found.middle <= found.high <= most


@given(seen=weeks(0, 150))
@settings(max_examples=DRAWS, deadline=None)
def test_a_running_total_is_never_forecast_below_its_last_value(seen: Weeks) -> None:
    grown = dict(zip(sorted(seen.readings), sorted(seen.readings.values()), strict=True))

    found = forecast("{kind: cumulative, baseline: 0, target: 100}", grown, seen.seen_on)

    assert max(grown.values()) <= found.low <= found.middle <= found.high


@given(seen=weeks(), chosen=st.integers(0, 9), by=st.floats(0, 80))
@settings(max_examples=DRAWS, deadline=None)
def test_a_better_reading_never_lowers_the_forecast(seen: Weeks, chosen: int, by: float) -> None:
    number = sorted(seen.readings)[chosen % len(seen.readings)]
    better = seen.readings | {number: seen.readings[number] + by}
    falling = {key: -value for key, value in better.items()}

    before = forecast(LEVEL, seen.readings, seen.seen_on)
    after = forecast(LEVEL, better, seen.seen_on)
    mirrored = forecast("{kind: level, baseline: 0, target: -100}", falling, seen.seen_on)

    assert after.progress >= before.progress
    assert mirrored.progress >= before.progress


@given(seen=weeks())
@settings(max_examples=DRAWS, deadline=None)
def test_lower_is_better_is_the_mirror_image(seen: Weeks) -> None:
    mirror = {number: 100 - value for number, value in seen.readings.items()}

    up = forecast(LEVEL, seen.readings, seen.seen_on)
    down = forecast("{kind: level, baseline: 100, target: 0}", mirror, seen.seen_on)

    assert (100 - down.high, 100 - down.middle, 100 - down.low) == pytest.approx(
        (up.low, up.middle, up.high), abs=0.11
    )
    assert down.progress == pytest.approx(up.progress, abs=0.0021)


@given(seen=weeks(), scale=st.sampled_from([0.001, 0.5, 3, 1000, 250_000]))
@settings(max_examples=DRAWS, deadline=None)
def test_a_smaller_unit_scales_the_forecast(seen: Weeks, scale: float) -> None:
    scaled = {number: value * scale for number, value in seen.readings.items()}

    one = forecast(LEVEL, seen.readings, seen.seen_on)
    other = forecast(f"{{kind: level, baseline: 0, target: {100 * scale:f}}}", scaled, seen.seen_on)

    assert (other.low / scale, other.middle / scale, other.high / scale) == pytest.approx(
        (one.low, one.middle, one.high), abs=0.11
    )


@pytest.mark.parametrize(("baseline", "target"), [("-1.0e+308", "1.0e+308"), ("0", "5.0e-324")])
def test_numbers_too_large_or_small_to_compare_have_no_forecast(baseline: str, target: str) -> None:
    challenge = running(f"{{kind: level, baseline: {baseline}, target: {target}}}", {7: 1, 14: 2, 21: 3})

    assert goal_on(challenge, day(22)).forecast is None
