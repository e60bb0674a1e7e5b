"""A standing field by field, and the order in which challenges need somebody."""

from __future__ import annotations

import json
from datetime import date

import pytest

from hundredday.outlook.standing import Next, Standing, as_plain, standing_from
from hundredday.outlook.urgency import counts, urgency
from outlook.telling import LAST, START, day, running, stands, told

COURTS = """
topic: public-services
cohort: 2026-spring
agency: Ministry of Justice
phase: acceleration
acceleration:
  team: {leader: {name: Dana Omarova}}
  clock: {start: 2026-04-06, days: 100}
  goals:
    days-to-judgment:
      primary: true
      measurable: {metric: Days to judgment, kind: duration, unit: days, baseline: 43, target: 1}
      trajectory: {25: 40, 50: 25, 100: 1}
      readings:
        - {date: 2026-04-13, value: 42}
        - {date: 2026-05-04, value: 36}
        - {date: 2026-05-25, value: 20}
    claims:
      measurable: {kind: cumulative, baseline: 0, target: 500}
      readings: [{date: 2026-05-25, value: 120}]
  blockers: {e-signature: {what: No e-signature, asked_of: Aigerim Bekova, needed_by: 2026-05-04}}
  declared: [{date: 2026-04-27, status: green}]
  amendments:
    - {date: 2026-05-12, goal: claims, field: target, from: 400, to: 450}
    - {date: 2026-05-13, goal: claims, field: target, from: 450, to: 500}
    - {date: 2026-05-14, goal: days-to-judgment, field: due, from: 2026-07-14, to: 2026-07-15}
waivers: [{condition: midpoint-was-held, by: Board, because: Closed in May}]
"""


def test_every_field_of_a_standing_is_filled() -> None:
    standing = stands(told(COURTS), date(2026, 5, 26))

    judgment, claims = standing.goals
    assert (standing.title, standing.topic, standing.cohort) == (
        "A challenge",
        "public-services",
        "2026-spring",
    )
    assert (standing.agency, standing.leader) == ("Ministry of Justice", "Dana Omarova")
    assert (standing.phase, standing.start, standing.end) == ("acceleration", START, LAST)
    assert (standing.day, standing.days, standing.days_left) == (50, 100, 50)
    assert (standing.health, standing.declared) == ("on_track", "green")
    assert (standing.waivers, standing.amendments) == (1, 3)
    assert standing.next == Next("No e-signature, asked of Aigerim Bekova", date(2026, 5, 4))
    assert (judgment.id, judgment.primary, judgment.unit) == ("days-to-judgment", True, "days")
    assert (judgment.progress, judgment.expected) == (0.548, 0.429)
    assert (judgment.target, judgment.target_at_launch) == (1, 1)
    assert (claims.target, claims.target_at_launch, claims.health) == (500, 400, "too_early")


def test_a_standing_survives_json() -> None:
    standing = stands(told(COURTS), date(2026, 5, 26))

    assert standing_from(json.loads(json.dumps(as_plain(standing)))) == standing


@pytest.mark.parametrize("phase", ["design", "acceleration", "sustainability", "closed"])
def test_a_file_of_three_lines_stands_somewhere(phase: str) -> None:
    closed = "\nclosed: {date: 2026-05-01, as: stopped}" if phase == "closed" else ""

    standing = stands(told(f"phase: {phase}{closed}"), day(0))

    assert (standing.phase, standing.day, standing.days, standing.health) == (phase, None, None, None)


@pytest.mark.parametrize(
    "measurable",
    [
        "{}",
        "{baseline: 3, target: 3}",
        "{kind: level}",
        "{kind: level, target: 3}",
        "{kind: level, baseline: true}",
    ],
)
def test_a_half_written_goal_stands_without_numbers(measurable: str) -> None:
    goal = stands(running(measurable, {7: 1, 14: 2, 21: 3}), day(22)).goals[0]

    assert (goal.progress, goal.expected, goal.forecast, goal.health) == (None, None, None, "no_data")


def test_every_phase_is_counted_even_where_nothing_is() -> None:
    standings = [stands(told(COURTS), day(3)), stands(told("phase: design"), day(3))]

    assert counts(standings) == {"design": 1, "acceleration": 1, "sustainability": 0, "closed": 0}


def test_the_most_urgent_challenge_comes_first() -> None:
    calm = stands(running("{kind: yes_no}"), day(20))
    calm = calm._replace(id="calm", health="on_track", next=Next("last day", day(100)))
    ordered = (
        calm._replace(id="overdue-and-off-track", health="off_track", next=Next("review", day(19))),
        calm._replace(id="overdue", next=Next("review", day(19))),
        calm._replace(id="off-track", health="off_track", next=Next("review", day(20))),
        calm._replace(id="ends-soon", days_left=3),
        calm,
        calm._replace(id="candidate", health=None, days_left=None, start=None, next=None),
        calm._replace(id="closed", phase="closed", health="off_track", next=Next("review", day(1))),
    )

    assert [one.id for one in _shuffled_and_sorted(ordered)] == [one.id for one in ordered]


def _shuffled_and_sorted(standings: tuple[Standing, ...]) -> list[Standing]:
    return sorted(sorted(standings, key=lambda one: one.id), key=urgency)
