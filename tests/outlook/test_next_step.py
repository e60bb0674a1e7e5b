"""The one thing that a challenge needs next."""

from __future__ import annotations

from datetime import date

import pytest

from hundredday.outlook.standing import Next
from outlook.telling import LAST, day, running, stands, told

LEVEL = "{kind: level, baseline: 0, target: 100}"
DECREE = "{kind: yes_no}"
BLOCKER = "blockers: {e-signature: {what: No e-signature, asked_of: Aigerim Bekova, needed_by: 2026-05-04}}"
HANDED_OVER = """
sustainability:
  entered: 2026-07-16
  owner: {post: Head of administration, agency: Supreme Court}
  practices: {list: {practice: Same-day list}}
  pledges: [{by: Aigerim Bekova, signed: 2026-07-22}]
  scale: {path: scale}
  follow_up: {watch: result, dates: [2026-08-14, 2026-10-13]}
"""


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("phase: design", "select or decline"),
        ("phase: design\ndesign: {decision: {made: selected}}", "advance to Acceleration"),
        ("phase: acceleration", "nominate the team"),
        ("phase: acceleration\nacceleration: {team: {leader: {name: Dana}}}", "set the goals"),
        ("phase: acceleration\nacceleration: {team: {leader: {name: Dana}}, goals: {one: {}}}", "launch"),
    ],
)
def test_before_day_0_the_next_step_has_no_date(text: str, what: str) -> None:
    assert stands(told(text), day(0)).next == Next(what, None)


def test_a_launch_that_is_set_is_next() -> None:
    assert stands(running(LEVEL), day(-3)).next == Next("launch", day(0))


def test_what_has_been_overdue_longest_comes_first() -> None:
    late = "milestones: {hearing: {title: First hearing, due: 2026-05-10}}\n" + BLOCKER
    challenge = running(LEVEL, {48: 40}, more=late)

    assert stands(challenge, day(50)).next == Next(
        "No e-signature, asked of Aigerim Bekova", date(2026, 5, 4)
    )


def test_a_blocker_removed_and_a_milestone_done_are_not_asked_for() -> None:
    done = """
    milestones: {hearing: {due: 2026-05-10, done: 2026-05-09}}
    blockers: {e-signature: {needed_by: 2026-05-04, resolved: 2026-05-03}}
    """
    challenge = running(LEVEL, {30: 30}, more=done)

    assert stands(challenge, day(35)).next == Next("reading", day(37))


def test_the_first_reading_is_due_a_week_after_launch_or_as_often_as_planned() -> None:
    fortnightly = "{kind: level, baseline: 0, target: 100, every: 14}"

    assert stands(running(LEVEL), day(2)).next == Next("first reading", day(7))
    assert stands(running(fortnightly, {14: 9}), day(15)).next == Next("reading", day(28))


def test_the_midpoint_review_is_spoken_of_from_day_40() -> None:
    often = dict.fromkeys(range(3, 54, 3), 10)

    before, after = stands(running(LEVEL, often), day(39)), stands(running(LEVEL, often), day(52))

    assert before.next == Next("reading", day(46))
    assert after.next == Next("midpoint review", day(50))


def test_a_midpoint_review_that_was_held_is_not_asked_for() -> None:
    held = "reviews: {midpoint: {date: 2026-05-26}}"

    assert stands(running(DECREE, more=held), day(60)).next == Next("result done", LAST)


def test_the_final_reading_is_asked_for_until_it_is_there() -> None:
    held = "reviews: {midpoint: {date: 2026-05-26}}"

    coming = stands(running(LEVEL, {95: 90}, more=held), day(96))
    missing = stands(running(LEVEL, {80: 90}, more=held), day(103))
    there = stands(running(LEVEL, {95: 90}, more=held), day(103))
    today = stands(running(LEVEL, {95: 90}, more=held), LAST)

    assert today.next == Next("final reading", LAST)
    assert coming.next == Next("final reading", LAST)
    assert missing.next == Next("final reading", LAST)
    assert there.next == Next("advance to Sustainability", LAST)


@pytest.mark.parametrize(
    ("removed", "what"),
    [
        ("  owner: {post: Head of administration, agency: Supreme Court}\n", "name the handover owner"),
        ("  practices: {list: {practice: Same-day list}}\n", "say what becomes permanent"),
        ("  pledges: [{by: Aigerim Bekova, signed: 2026-07-22}]\n", "sign the pledge"),
        ("  scale: {path: scale}\n", "decide on scale"),
        ("  follow_up: {watch: result, dates: [2026-08-14, 2026-10-13]}\n", "plan the follow-up"),
    ],
)
def test_the_handover_is_asked_for_part_by_part(removed: str, what: str) -> None:
    challenge = running(LEVEL, {99: 100}, phase="sustainability", after=HANDED_OVER.replace(removed, ""))

    assert stands(challenge, date(2026, 7, 25)).next == Next(what, None)


def test_after_the_handover_comes_the_follow_up() -> None:
    challenge = running(LEVEL, {99: 100}, phase="sustainability", after=HANDED_OVER)

    assert stands(challenge, date(2026, 7, 25)).next == Next("follow-up reading", date(2026, 8, 14))


def test_a_follow_up_that_nobody_made_is_given_up_after_two_weeks() -> None:
    challenge = running(LEVEL, {99: 100}, phase="sustainability", after=HANDED_OVER)

    assert stands(challenge, date(2026, 8, 28)).next == Next("follow-up reading", date(2026, 8, 14))
    assert stands(challenge, date(2026, 8, 29)).next == Next("follow-up reading", date(2026, 10, 13))


@pytest.mark.parametrize(
    ("readings", "on"),
    [({99: 100}, date(2026, 10, 13)), ({99: 100, 190: 98}, None)],
)
def test_a_closed_challenge_still_has_its_follow_ups(readings: dict[int, int], on: date | None) -> None:
    closed = HANDED_OVER + "closed: {date: 2026-08-20, as: completed}\n"
    challenge = running(LEVEL, readings, phase="closed", after=closed)

    assert stands(challenge, date(2027, 3, 1)).next == (Next("follow-up reading", on) if on else None)


def test_a_declined_candidate_needs_nothing() -> None:
    declined = told("phase: closed\nclosed: {date: 2026-03-02, as: declined, because: No sponsor}")

    standing = stands(declined, day(0))

    assert (standing.next, standing.health, standing.goals) == (None, None, ())
