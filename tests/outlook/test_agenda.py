"""What is due or overdue, by date and by person."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hundredday.outlook.agenda import Due, agenda, dues
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
        (date(2026, 5, 4), "No e-signature", "Aigerim Bekova", "blocker", True),
        (day(50), "midpoint review", "Dana Omarova", "review", False),
        (day(52), "reading", "Timur", "reading", False),
        (date(2026, 5, 29), "second", "Dana Omarova", "milestone", False),
    ]


def test_nought_days_ahead_is_today_and_what_is_overdue() -> None:
    challenge = running("{kind: level, baseline: 0, target: 9}", {45: 3}, more=BUSY)

    assert [on for on, *_ in due_in(challenge, day(50), 0)] == [date(2026, 4, 20), date(2026, 5, 4), day(50)]


def test_a_surrogate_baseline_is_due_by_day_30() -> None:
    challenge = running("{kind: level, baseline: 0, target: 9, baseline_method: surrogate}", {20: 1})

    assert (day(30), "measured baseline", None, "baseline", False) in due_in(challenge, day(21), 14)


def test_the_last_day_the_final_reading_and_the_decree_are_due_on_the_last_day() -> None:
    decree = running("{kind: yes_no}")
    level = running("{kind: level, baseline: 0, target: 9}", {95: 3})

    assert (LAST, "result done", None, "final_reading", False) in due_in(decree, day(99), 3)
    assert (LAST, "final reading", None, "final_reading", False) in due_in(level, day(99), 3)
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
        (day(130), "follow-up reading", "Head of administration", "follow_up", False),
        (day(130), "pledge by Aigerim Bekova", "Aigerim Bekova", "pledge", False),
        (day(190), "follow-up reading", "Head of administration", "follow_up", False),
        (day(280), "follow-up reading", "Head of administration", "follow_up", False),
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


def test_a_reading_is_stale_once_no_forecast_can_be_made_from_it() -> None:
    challenge = running("{kind: level, baseline: 0, target: 9}", {30: 3})

    late, stale = due_in(challenge, day(40), 0), due_in(challenge, day(41), 0)

    assert [(what, kind) for _, what, _, kind, _ in late if "reading" in what] == [("reading", "reading")]
    assert [(what, kind) for _, what, _, kind, _ in stale if "reading" in what] == [("reading", "stale")]


def test_of_several_goals_each_is_named() -> None:
    challenge = told(
        """
        phase: acceleration
        acceleration:
          clock: {start: 2026-04-06, days: 100}
          goals:
            first: {primary: true, measurable: {kind: level, baseline: 0, target: 9}}
            second: {measurable: {kind: yes_no, baseline: false, target: true}}
        """
    )

    found = due_in(challenge, day(1), 100)

    assert [what for _, what, *_ in found] == ["first reading of first", "second done", "last day"]


def test_a_follow_up_says_whether_the_result_held_so_far() -> None:
    measurable = "{kind: duration, baseline: 60, target: 10}"
    held = running(measurable, {99: 10, 130: 11}, phase="sustainability")
    slipped = running(measurable, {99: 10, 130: 40}, phase="sustainability")

    words = [due_in(challenge, day(150), 60)[0][1] for challenge in (held, slipped)]

    assert words == ["follow-up, held so far", "follow-up, slipped so far"]


def test_a_review_that_the_cohort_holds_together_is_due_on_its_day() -> None:
    challenge = running(
        "{kind: level, baseline: 0, target: 9}", {}, more="reviews: {retro: {date: 2026-05-01}}"
    )
    shared = {"midpoint": day(44), "demo": day(70), "retro": day(20), "before": day(-3)}

    found = dues("courts", challenge, settings=Settings(), today=day(30), reviews=shared)

    assert [(due.on, due.what) for due in found if due.kind == "review"] == [
        (day(44), "midpoint review"),
        (day(70), "demo review"),
    ]
