"""The same challenge on different days, over leap days and year ends, with numbers that come late."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from outlook.telling import LAST, START, day, goal_on, running, stands, told

if TYPE_CHECKING:
    from hundredday.challenge import Challenge

HOUSED = "{metric: People housed, kind: cumulative, unit: people, baseline: 0, target: 100}"
WEEKLY = {number: number for number in range(7, 99, 7)} | {100: 100}
TEAM = "team: {leader: {name: Dana Omarova}}"


def weekly(phase: str = "acceleration", after: str = "") -> Challenge:
    return running(HOUSED, WEEKLY, more=TEAM, phase=phase, after=after)


@pytest.mark.parametrize(
    ("number", "left", "working_left", "latest", "health", "outcome"),
    [
        (-3, 100, 72, None, None, None),
        (0, 100, 72, None, "no_data", None),
        (1, 99, 71, None, "no_data", None),
        (14, 86, 62, 14, "too_early", None),
        (15, 85, 61, 14, "too_early", None),
        (50, 50, 36, 49, "on_track", None),
        (99, 1, 1, 98, "on_track", None),
        (100, 0, 0, 100, "achieved", None),
        (101, 0, 0, 100, "achieved", "achieved"),
    ],
)
def test_one_challenge_from_before_launch_to_after_the_last_day(
    number: int, left: int, working_left: int, latest: int | None, health: str | None, outcome: str | None
) -> None:
    standing = stands(weekly(), day(number))

    goal = standing.goals[0]
    assert (standing.day, standing.days, standing.days_left) == (number, 100, left)
    assert (standing.start, standing.end, standing.working_days_left) == (START, LAST, working_left)
    assert (goal.latest, standing.health, goal.outcome) == (latest, health, outcome)
    assert (goal.expected is None) == (number < 0)


def test_a_closed_challenge_stands_as_it_was_closed_whatever_day_it_is() -> None:
    closed = weekly("closed", "closed: {date: 2026-08-20, as: completed}\n")

    later, much_later = stands(closed, date(2026, 8, 21)), stands(closed, date(2029, 1, 1))

    assert later == much_later
    assert (later.health, later.day, later.days_left) == ("achieved", 136, 0)


def test_a_challenge_without_a_start_has_no_day() -> None:
    standing = stands(told("phase: acceleration\nacceleration: {clock: {days: 90}}"), day(3))

    assert (standing.day, standing.days, standing.end, standing.health) == (None, None, None, None)


def test_a_clock_runs_over_a_leap_day_and_a_year_end() -> None:
    leap = stands(running(HOUSED, start=date(2027, 12, 1)), date(2028, 3, 1))

    assert (leap.day, leap.end) == (91, date(2028, 3, 10))


def test_readings_after_today_are_not_known_yet() -> None:
    goal = goal_on(weekly(), day(30))

    assert (goal.latest, goal.latest_on, goal.reached_on) == (28, day(28), None)


def test_a_later_entry_for_the_same_day_corrects_the_earlier_one() -> None:
    challenge = told(
        """
        phase: acceleration
        acceleration:
          clock: {start: 2026-04-06}
          goals:
            result:
              measurable: {kind: level, baseline: 100, target: 0}
              readings:
                - {date: 2026-04-13, value: 90}
                - {date: 2026-04-20, value: 70}
                - {date: 2026-04-13, value: 80, note: Counted again}
        """
    )

    assert goal_on(challenge, day(8)).latest == 80
    assert goal_on(challenge, day(15)).latest == 70


def test_a_provisional_reading_counts_until_it_is_corrected() -> None:
    challenge = told(
        """
        phase: acceleration
        acceleration:
          clock: {start: 2026-04-06}
          goals:
            result:
              measurable: {kind: cumulative, baseline: 0, target: 100}
              readings:
                - {date: 2026-07-14, value: 105, status: provisional}
                - {date: 2026-07-15, value: 106, entered: 2026-07-20, status: verified}
        """
    )

    end = goal_on(challenge, day(101))

    assert (end.latest, end.outcome, end.reached_on) == (106, "surpassed", day(99))


def test_the_latest_declared_colour_up_to_today_is_shown() -> None:
    colours = "declared: [{date: 2026-05-01, status: green}, {date: 2026-06-01, status: red}]"
    challenge = running(HOUSED, WEEKLY, more=colours)

    assert stands(challenge, day(10)).declared is None
    assert stands(challenge, date(2026, 5, 31)).declared == "green"
    assert stands(challenge, date(2026, 6, 1)).declared == "red"
