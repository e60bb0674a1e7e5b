"""Whether the result held after the end."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from hundredday.outlook.follow_up import follow_ups
from hundredday.programme import Settings
from outlook.telling import LAST, day, running

if TYPE_CHECKING:
    from hundredday.challenge import Challenge

PERMIT = "{kind: duration, unit: days, baseline: 60, target: 10}"


def handed_over(readings: dict[int, float], plan: str = "") -> Challenge:
    after = f"sustainability:\n  entered: 2026-07-16\n{plan}\n"
    return running(PERMIT, {98: 10.0, **readings}, phase="sustainability", after=after)


def states(challenge: Challenge, today: date) -> list[str]:
    return [look.state for look in follow_ups(challenge, settings=Settings(), today=today)]


@pytest.mark.parametrize(
    ("readings", "state"),
    [
        ({130: 10}, "held"),
        ({130: 12.5}, "held"),
        ({130: 12.6}, "slipped"),
        ({116: 11}, "held"),
        ({144: 30}, "slipped"),
        ({115: 10}, "unwatched"),
        ({145: 10}, "unwatched"),
        ({}, "unwatched"),
        ({120: 40, 131: 10}, "held"),
    ],
)
def test_thirty_days_after_the_end(readings: dict[int, float], state: str) -> None:
    assert states(handed_over(readings), day(150)) == [state, "ahead", "ahead"]


def test_a_date_that_has_not_come_is_ahead_even_with_a_reading_near_it() -> None:
    challenge = handed_over({120: 10})

    assert states(challenge, day(129)) == ["ahead", "ahead", "ahead"]
    assert states(challenge, day(130)) == ["held", "ahead", "ahead"]


def test_the_planned_dates_and_the_watched_goal_are_followed() -> None:
    challenge = handed_over({130: 11}, "  follow_up: {watch: result, dates: [2026-09-01, 2026-08-10]}")

    looks = follow_ups(challenge, settings=Settings(), today=date(2026, 12, 1))

    assert [(look.on, look.goal, look.state, look.value) for look in looks] == [
        (date(2026, 8, 10), "result", "held", 11),
        (date(2026, 9, 1), "result", "unwatched", None),
    ]


def test_the_accelerator_may_look_on_other_days() -> None:
    looks = follow_ups(handed_over({}), settings=Settings(follow_up_days=(365,)), today=LAST)

    assert [look.on for look in looks] == [date(2027, 7, 15)]


def test_where_nothing_was_won_it_must_only_not_get_worse() -> None:
    after = "sustainability: {entered: 2026-07-16}\n"
    worse = running(PERMIT, {98: 62, 130: 63}, phase="sustainability", after=after)
    same = running(PERMIT, {98: 62, 130: 62}, phase="sustainability", after=after)

    assert (states(worse, day(150))[0], states(same, day(150))[0]) == ("slipped", "held")


@pytest.mark.parametrize(("then", "words"), [(8.0, "still at the target"), (12.0, ""), (5.0, "")])
def test_a_result_beyond_the_target_may_slip_and_still_reach_it(then: float, words: str) -> None:
    after = "sustainability: {entered: 2026-07-16}\n"
    challenge = running(PERMIT, {98: 5.0, 130: then}, phase="sustainability", after=after)

    look = follow_ups(challenge, settings=Settings(), today=day(150))[0]

    assert look.state == ("held" if then == 5.0 else "slipped")
    assert look.words_beside == words


def test_a_challenge_that_was_stopped_is_not_followed_up() -> None:
    closed = "closed: {date: 2026-06-01, as: stopped, because: The law changed}\n"

    assert states(running(PERMIT, {50: 40}, phase="closed", after=closed), day(150)) == []


def test_a_challenge_in_acceleration_is_not_followed_up_yet() -> None:
    assert states(running(PERMIT, {98: 10}), day(103)) == []
