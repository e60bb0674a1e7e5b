"""Health word by word, outcome word by word, and which of two words wins."""

from __future__ import annotations

from datetime import date

import pytest

from hundredday.challenge import PHASES as RECORDED_PHASES
from hundredday.outlook.health import attainment
from hundredday.outlook.standing import HEALTHS, PHASES
from hundredday.programme import Settings
from outlook.telling import course_on, day, goal_on, running, stands, told

LEVEL = "{kind: level, baseline: 0, target: 100}"
ON_TRACK = {14: 14, 28: 28, 42: 42, 49: 50}
TWO_GOALS = """
goals:
  first: {measurable: {kind: level, baseline: 0, target: 10}, readings: [{date: 2026-04-07, value: 10}]}
  second: {measurable: {kind: level, baseline: 0, target: 10}}
"""


@pytest.mark.parametrize(
    ("readings", "number", "health"),
    [
        ({}, 5, "no_data"),
        ({}, 50, "no_data"),
        ({-4: 3}, 5, "no_data"),
        ({7: 7}, 8, "too_early"),
        ({3: 3, 6: 6, 9: 9, 12: 12}, 14, "too_early"),
        ({14: 14, 28: 28}, 30, "too_early"),
        ({7: 7}, 17, "too_early"),
        ({7: 7}, 18, "stale"),
        ({14: 14, 28: 28, 39: 39}, 49, "on_track"),
        ({14: 14, 28: 28, 39: 39}, 50, "stale"),
        (ON_TRACK, 50, "on_track"),
        (ON_TRACK | {49: 48}, 50, "at_risk"),
        (ON_TRACK | {49: 30}, 50, "off_track"),
        (ON_TRACK | {49: 100}, 50, "achieved"),
        (ON_TRACK | {49: 100}, 80, "achieved"),
        (ON_TRACK | {49: 100, 56: 99}, 57, "on_track"),
        (ON_TRACK, 101, "missed"),
        (ON_TRACK | {105: 100}, 110, "achieved"),
        ({}, 101, "no_data"),
    ],
)
def test_each_word_for_health(readings: dict[int, float], number: int, health: str) -> None:
    challenge = running(LEVEL, readings)

    standing = stands(challenge, day(number))

    assert standing.goals[0].health == health
    assert standing.health == health
    assert health in HEALTHS


@pytest.mark.parametrize(
    ("readings", "outcome", "percent"),
    [
        ({95: 101}, "surpassed", 101.0),
        ({100: 100}, "achieved", 100.0),
        ({90: 99}, "missed", 99.0),
        ({90: -20}, "missed", -20.0),
        ({89: 99}, "not_measurable", None),
        ({89: 120}, "not_measurable", None),
        ({}, "not_measurable", None),
        ({100: 90, 101: 100}, "missed", 90.0),
    ],
)
def test_each_word_for_an_outcome(readings: dict[int, float], outcome: str, percent: float | None) -> None:
    course = course_on(running(LEVEL, readings), day(103))

    assert goal_on(running(LEVEL, readings), day(103)).outcome == outcome
    assert attainment(course) == percent


def test_a_target_reached_late_is_missed_and_says_when_it_was_reached() -> None:
    goal = goal_on(running(LEVEL, {97: 80, 112: 100}), day(113))

    assert (goal.outcome, goal.reached_on, goal.health) == ("missed", day(112), "achieved")


def test_after_closing_the_outcome_decides() -> None:
    closed = "closed: {date: 2026-08-20, as: completed}\n"

    late = stands(running(LEVEL, {97: 80, 112: 100}, phase="closed", after=closed), day(200))

    assert (late.health, late.goals[0].outcome) == ("missed", "missed")


def test_a_result_that_slips_after_its_end_was_achieved_all_the_same() -> None:
    after = "sustainability: {entered: 2026-07-16}\n"
    challenge = running(LEVEL, {98: 100, 130: 60}, phase="sustainability", after=after)

    assert stands(challenge, day(131)).health == "achieved"


def test_a_running_total_that_reached_its_target_needs_no_newer_reading() -> None:
    challenge = running("{kind: cumulative, baseline: 0, target: 100}", {60: 100})

    assert goal_on(challenge, day(101)).outcome == "achieved"


def test_a_goal_reached_early_is_settled_when_the_challenge_leaves_acceleration() -> None:
    after = "sustainability: {entered: 2026-06-20}\n"  # Day 75
    challenge = running(LEVEL, {70: 104}, phase="sustainability", after=after)

    goal = goal_on(challenge, day(80))

    assert (goal.outcome, goal.health, goal.forecast) == ("surpassed", "achieved", None)


def test_a_goal_due_early_has_its_outcome_while_the_clock_runs() -> None:
    challenge = running(LEVEL, {30: 100, 38: 90}, goal=f"time_bound: {{due: {day(40)}}}")

    assert (goal_on(challenge, day(40)).outcome, goal_on(challenge, day(41)).outcome) == (None, "missed")


def test_a_goal_marked_not_measurable_ends_so_whatever_was_read() -> None:
    challenge = running(LEVEL, {95: 100}, goal="not_measurable: {because: The register was closed}")

    assert (goal_on(challenge, day(96)).health, goal_on(challenge, day(96)).outcome) == ("no_data", None)
    assert goal_on(challenge, day(101)).outcome == "not_measurable"


def test_a_challenge_stopped_on_day_40_is_judged_by_its_last_reading() -> None:
    closed = f"closed: {{date: {day(40)}, as: stopped, because: The law changed}}\n"

    standing = stands(running(LEVEL, {14: 10, 35: 30}, phase="closed", after=closed), day(41))

    assert (standing.health, standing.goals[0].outcome) == ("missed", "missed")


def test_a_challenge_stopped_before_day_0_promised_nothing() -> None:
    closed = "closed: {date: 2026-04-01, as: stopped, because: No budget}\n"

    standing = stands(running(LEVEL, phase="closed", after=closed), date(2026, 7, 30))

    assert (standing.health, standing.goals[0].outcome, standing.day) == (None, None, -5)


@pytest.mark.parametrize(("value", "health"), [(12, "on_track"), (13, "at_risk")])
def test_a_breached_guardrail_puts_the_challenge_at_risk(value: int, health: str) -> None:
    guardrail = f"guardrails: {{appeals: {{limit: 12, worse: above, readings: [{{date: 2026-05-20, value: {value}}}]}}}}"
    challenge = running(LEVEL, ON_TRACK, more=guardrail)

    standing = stands(challenge, day(50))

    assert (standing.health, standing.goals[0].health) == (health, "on_track")


def test_a_guardrail_back_within_its_limit_no_longer_counts() -> None:
    readings = "[{date: 2026-05-10, value: 3}, {date: 2026-05-20, value: 8}, {date: 2026-05-20, value: 5}]"
    challenge = running(
        LEVEL, ON_TRACK, more=f"guardrails: {{staff: {{limit: 5, worse: below, readings: {readings}}}}}"
    )

    assert stands(challenge, day(36)).health == "at_risk"
    assert stands(challenge, day(50)).health == "on_track"


@pytest.mark.parametrize(
    ("milestone", "health"),
    [
        ("{due: 2026-05-20, critical: true}", "at_risk"),
        ("{due: 2026-05-20, critical: true, done: 2026-05-25}", "on_track"),
        ("{due: 2026-05-20}", "on_track"),
        ("{due: 2026-05-26, critical: true}", "on_track"),
    ],
)
def test_an_overdue_critical_milestone_puts_the_challenge_at_risk(milestone: str, health: str) -> None:
    challenge = running(LEVEL, ON_TRACK, more=f"milestones: {{court: {milestone}}}")

    assert stands(challenge, day(50)).health == health


def test_danger_never_hides_something_worse() -> None:
    guardrail = "guardrails: {appeals: {limit: 1, worse: above, readings: [{date: 2026-05-20, value: 2}]}}"

    assert stands(running(LEVEL, ON_TRACK | {49: 30}, more=guardrail), day(50)).health == "off_track"


def test_the_accelerator_sets_the_thresholds() -> None:
    challenge = running(LEVEL, ON_TRACK | {49: 40})

    assert stands(challenge, day(50)).health == "at_risk"
    assert stands(challenge, day(50), Settings(off_track_below=0.95)).health == "off_track"
    assert stands(challenge, day(50), Settings(at_risk_below=0.8, off_track_below=0.5)).health == "on_track"
    assert stands(challenge, day(56), Settings(stale_after=6)).health == "stale"


@pytest.mark.parametrize(("primary", "health"), [("first", "achieved"), ("second", "no_data")])
def test_the_health_of_a_challenge_is_that_of_its_primary_goal(primary: str, health: str) -> None:
    text = TWO_GOALS.replace(f"{primary}: {{", f"{primary}: {{primary: true, ").replace("\n", "\n  ")
    challenge = told(f"phase: acceleration\nacceleration:\n  clock: {{start: 2026-04-06}}{text}")

    assert stands(challenge, day(2)).health == health


def test_without_a_primary_goal_the_worst_of_all_is_told() -> None:
    text = TWO_GOALS.replace("\n", "\n  ")
    challenge = told(f"phase: acceleration\nacceleration:\n  clock: {{start: 2026-04-06}}{text}")

    assert stands(challenge, day(2)).health == "no_data"


def test_the_phases_of_standings_are_those_of_the_record() -> None:
    assert RECORDED_PHASES == PHASES
