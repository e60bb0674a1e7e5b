"""One challenge of each kind, as it stands on the way and how it ends."""

from __future__ import annotations

import pytest

from hundredday.outlook.health import attainment
from outlook.telling import course_on, day, goal_on, running

BACKLOG = "{metric: Open cases, kind: level, unit: cases, baseline: 275, target: 100}"
HOUSED = "{metric: People housed, kind: cumulative, unit: people, baseline: 0, target: 107}"
WATER = "{metric: Water lost, kind: percent, unit: '%', baseline: 85, target: 50}"
PERMIT = "{metric: Days for a permit, kind: duration, unit: days, baseline: 60, target: 10}"
DECREE = "{metric: Decree signed, kind: yes_no}"
GROWTH = "{metric: Growth, kind: percent, change: true, unit: '%', baseline: 0, target: 2155}"


def test_a_court_backlog_falls_to_its_target() -> None:
    challenge = running(BACKLOG, {7: 270, 28: 230, 49: 190, 70: 150, 91: 112, 100: 98})

    half, end = goal_on(challenge, day(50)), goal_on(challenge, day(101))

    assert (half.progress, half.expected, half.health) == (0.486, 0.5, "at_risk")
    assert half.forecast is not None
    assert half.forecast.low < half.forecast.middle < half.forecast.high
    assert (end.outcome, end.health, end.reached_on) == ("surpassed", "achieved", day(100))


def test_people_housed_reach_their_number_exactly() -> None:
    challenge = running(HOUSED, {14: 8, 35: 30, 56: 58, 77: 90, 98: 107})

    half, end = goal_on(challenge, day(60)), goal_on(challenge, day(101))

    assert half.forecast is not None
    assert half.forecast.low >= 58
    assert (end.outcome, end.reached_on, end.forecast) == ("achieved", day(98), None)


def test_five_shy_of_the_target_is_missed_and_says_by_how_much() -> None:
    challenge = running(HOUSED, {14: 8, 35: 20, 98: 43})

    end = goal_on(challenge, day(101))

    assert (end.outcome, end.health) == ("missed", "missed")
    assert attainment(course_on(challenge, day(101))) == 40.2


def test_water_loss_is_forecast_within_what_a_share_can_be() -> None:
    challenge = running(WATER, {7: 60, 14: 20, 21: 3})

    forecast = goal_on(challenge, day(22)).forecast

    assert forecast is not None
    assert forecast.low == forecast.middle == 0
    assert forecast.high <= 100


def test_water_loss_that_stays_at_53_of_50_is_missed_by_a_little() -> None:
    challenge = running(WATER, {30: 75, 60: 64, 95: 53})

    assert goal_on(challenge, day(101)).outcome == "missed"
    assert attainment(course_on(challenge, day(101))) == 91.4


def test_a_permit_never_takes_less_than_no_days() -> None:
    challenge = running(PERMIT, {7: 40, 14: 25, 21: 12})

    half = goal_on(challenge, day(22))

    assert half.forecast is not None
    assert half.forecast.low == 0
    assert half.health == "on_track"
    assert half.forecast.reaches_target_on is not None
    assert half.forecast.reaches_target_on < day(100)


@pytest.mark.parametrize(
    ("number", "health"),
    [
        (1, "too_early"),
        (15, "on_track"),
        (89, "on_track"),
        (90, "at_risk"),
        (100, "at_risk"),
        (101, "missed"),
    ],
)
def test_a_decree_not_signed_grows_urgent_as_its_due_date_comes(number: int, health: str) -> None:
    challenge = running(DECREE)

    goal = goal_on(challenge, day(number))

    assert (goal.health, goal.forecast) == (health, None)
    assert goal.outcome == ("missed" if number > 100 else None)


def test_a_decree_once_signed_stays_signed() -> None:
    challenge = running(DECREE, {12: False, 40: True})

    goal, end = goal_on(challenge, day(95)), goal_on(challenge, day(101))

    assert (goal.progress, goal.expected, goal.health) == (1.0, 0.0, "achieved")
    assert (end.outcome, end.expected, end.reached_on) == ("achieved", 1.0, day(40))


def test_a_growth_of_2155_percent_is_not_held_under_a_hundred() -> None:
    challenge = running(GROWTH, {20: 300, 40: 800, 60: 1500, 80: 2000, 99: 2155})

    half, end = goal_on(challenge, day(61)), goal_on(challenge, day(101))

    assert half.forecast is not None
    assert half.forecast.middle > 2155
    assert (end.progress, end.outcome) == (1.0, "achieved")
