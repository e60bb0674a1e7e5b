"""What is due or overdue, by date and by person."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hundredday.outlook.agenda import Due, agenda
from hundredday.programme import Settings
from outlook.telling import LAST, day, running, told

if TYPE_CHECKING:
    from hundredday.challenge import Challenge

BUSY = """
team: {leader: {name: Dana Omarova}}
milestones:
  first: {title: First hearing, due: 2026-04-20, owner: Madina}
  second: {due: 2026-05-29}
  third: {due: 2026-06-30}
blockers:
  e-signature: {what: No e-signature, asked_of: Aigerim Bekova, needed_by: 2026-05-04}
"""


def due_in(challenge: Challenge, today: date, days: int) -> list[tuple[date, str, str | None, str, bool]]:
    found = agenda([("courts", challenge)], settings=Settings(), today=today, days=days)
    return [(due.on, due.what, due.who, due.kind, due.overdue) for due in found]


def test_everything_of_a_busy_fortnight_stands_in_order() -> None:
    goal = "attainable: {owner: Timur}"
    challenge = running("{kind: level, baseline: 0, target: 9}", {45: 3}, goal=goal, more=BUSY)

    found = due_in(challenge, day(50), 14)

    assert found == [
        (date(2026, 4, 20), "First hearing", "Madina", "early_win", True),
        (date(2026, 5, 4), "e-signature needed by Aigerim Bekova", "Aigerim Bekova", "blocker", True),
        (day(50), "midpoint review", "Dana Omarova", "review", False),
        (day(52), "reading of result", "Timur", "reading", False),
        (date(2026, 5, 29), "second", "Dana Omarova", "milestone", False),
    ]


def test_nought_days_ahead_is_today_and_what_is_overdue() -> None:
    challenge = running("{kind: level, baseline: 0, target: 9}", {45: 3}, more=BUSY)

    assert [on for on, *_ in due_in(challenge, day(50), 0)] == [date(2026, 4, 20), date(2026, 5, 4), day(50)]


def test_a_surrogate_baseline_is_due_by_day_30() -> None:
    challenge = running("{kind: level, baseline: 0, target: 9, baseline_method: surrogate}", {20: 1})

    assert (day(30), "measured baseline of result", None, "baseline", False) in due_in(challenge, day(21), 14)


def test_the_last_day_the_final_reading_and_the_decree_are_due_on_the_last_day() -> None:
    decree = running("{kind: yes_no}")
    level = running("{kind: level, baseline: 0, target: 9}", {95: 3})

    assert (LAST, "result done", None, "final_reading", False) in due_in(decree, day(99), 3)
    assert (LAST, "final reading of result", None, "final_reading", False) in due_in(level, day(99), 3)
    assert (LAST, "last day", None, "last_day", False) in due_in(level, day(99), 3)


def test_a_launch_is_due_on_its_day() -> None:
    assert due_in(running("{kind: yes_no}"), day(-5), 7) == [(day(0), "launch", None, "launch", False)]


def test_pledges_and_follow_ups_come_after_the_end() -> None:
    after = """
sustainability:
  owner: {post: Head of administration}
  pledges: [{by: Aigerim Bekova}, {by: Somebody, signed: 2026-07-16}]
"""
    challenge = running(
        "{kind: cumulative, baseline: 0, target: 9}", {99: 9}, phase="sustainability", after=after
    )

    assert due_in(challenge, day(101), 180) == [
        (day(130), "follow-up reading of result", "Head of administration", "follow_up", False),
        (day(130), "pledge by Aigerim Bekova", "Aigerim Bekova", "pledge", False),
        (day(190), "follow-up reading of result", "Head of administration", "follow_up", False),
        (day(280), "follow-up reading of result", "Head of administration", "follow_up", False),
    ]


def test_candidates_and_declined_ones_owe_nothing_dated() -> None:
    candidate = told("phase: design")
    declined = told("phase: closed\nclosed: {date: 2026-03-02, as: declined}")

    found = agenda([("a", candidate), ("b", declined)], settings=Settings(), today=day(0), days=400)

    assert found == ()


def test_several_challenges_stand_in_one_list() -> None:
    early, late = running("{kind: yes_no}"), running("{kind: yes_no}", start=day(7))

    found = agenda([("late", late), ("early", early)], settings=Settings(), today=day(-1), days=30)

    assert found == (
        Due(day(0), "launch", None, "early", "launch", overdue=False),
        Due(day(7), "launch", None, "late", "launch", overdue=False),
    )
