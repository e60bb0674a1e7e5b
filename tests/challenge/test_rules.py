from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from hundredday.challenge import Challenge
from hundredday.challenge.rules import problems
from hundredday.findings import Severity

if TYPE_CHECKING:
    from hundredday.findings import Finding


def found(text: str) -> list[Finding]:
    return list(problems(Challenge.model_validate(yaml.safe_load(f"format: 1\ntitle: Small claims\n{text}"))))


def running(text: str) -> list[Finding]:
    """The problems of a challenge whose Acceleration section ends with these lines."""
    return found(
        "phase: acceleration\nacceleration:\n  entered: 2026-03-04\n  clock: {start: 2026-04-06, days: 100}\n"
        + text
    )


def goal(fields: str) -> list[Finding]:
    """The problems of a running challenge with one goal of these fields."""
    return running(f"  goals:\n    claims: {{{fields}}}\n")


BROKEN: tuple[tuple[str, str, tuple[str | int, ...]], ...] = (
    ("section-ahead-of-phase", "phase: design\nacceleration: {entered: 2026-03-04}", ("acceleration",)),
    ("section-ahead-of-phase", "phase: acceleration\nsustainability: {}", ("sustainability",)),
    ("closed-without-phase", "phase: design\nclosed: {date: 2026-03-04, as: stopped}", ("closed",)),
    ("phase-without-closed", "phase: closed", ("phase",)),
    (
        "dates-out-of-order",
        "phase: design\ndesign: {entered: 2026-03-04, note: {issued: 2026-03-03}}",
        ("design", "note", "issued"),
    ),
    (
        "dates-out-of-order",
        "phase: design\ndesign: {entered: 2026-03-04, decision: {date: 2026-03-03}}",
        ("design", "decision", "date"),
    ),
    (
        "dates-out-of-order",
        "phase: acceleration\ndesign: {entered: 2026-03-04}\nacceleration: {entered: 2026-03-03}",
        ("acceleration", "entered"),
    ),
    (
        "dates-out-of-order",
        "phase: acceleration\nacceleration: {entered: 2026-03-04, clock: {start: 2026-03-03}}",
        ("acceleration", "clock", "start"),
    ),
    (
        "dates-out-of-order",
        "phase: sustainability\nacceleration: {entered: 2026-03-04}\nsustainability: {entered: 2026-03-03}",
        ("sustainability", "entered"),
    ),
    (
        "dates-out-of-order",
        "phase: closed\ndesign: {entered: 2026-03-04}\nclosed: {date: 2026-03-03, as: stopped}",
        ("closed", "date"),
    ),
    (
        "dates-out-of-order",
        "phase: acceleration\nacceleration: {blockers: {law: {raised: 2026-05-02, resolved: 2026-05-01}}}",
        ("acceleration", "blockers", "law", "resolved"),
    ),
    (
        "two-primaries",
        "phase: acceleration\nacceleration: {goals: {a: {primary: true}, b: {primary: true}}}",
        ("acceleration", "goals", "b", "primary"),
    ),
    (
        "reading-before-launch",
        "phase: acceleration\nacceleration: {goals: {a: {readings: [{date: 2026-05-01, value: 1}]}}}",
        ("acceleration", "goals", "a", "readings", 0, "date"),
    ),
    (
        "owner-not-on-team",
        "phase: acceleration\nacceleration: {team: {leader: {name: Dana Omarova}}, goals: {a: {attainable: {owner: Dana Omarov}}}}",
        ("acceleration", "goals", "a", "attainable", "owner"),
    ),
    (
        "unknown-goal",
        "phase: sustainability\nsustainability: {follow_up: {watch: claims}}",
        ("sustainability", "follow_up", "watch"),
    ),
)


@pytest.mark.parametrize(
    ("code", "text", "where"), BROKEN, ids=[f"{code} {where}" for code, _, where in BROKEN]
)
def test_a_broken_rule_is_found_where_it_stands(code: str, text: str, where: tuple[str | int, ...]) -> None:
    (finding,) = found(text)

    assert (finding.code, finding.where) == (code, where)
    assert finding.text.endswith(".")
    assert finding.mend


@pytest.mark.parametrize(
    "text",
    [
        "phase: design",
        "phase: design\ndesign: {note: {mission: To help}, stakeholders: {a: {}}}",
        "phase: acceleration\nacceleration: {goals: {a: {measurable: {baseline: 4}}}}",
        "phase: acceleration\nacceleration: {clock: {days: 50}, guardrails: {a: {limit: 4}}, reviews: {midpoint: {}}}",
        "phase: sustainability\nsustainability: {follow_up: {}}",
        "phase: closed\nclosed: {date: 2026-03-03, as: declined}",
        "phase: closed\ndesign: {entered: 2026-03-03}\nclosed: {date: 2026-03-03, as: declined}",
    ],
)
def test_a_half_filled_record_is_sound(text: str) -> None:
    assert found(text) == []


def test_both_dates_are_named_when_they_are_out_of_order() -> None:
    (finding,) = found("phase: design\ndesign: {entered: 2026-03-04, note: {issued: 2026-03-03}}")

    assert (
        finding.text
        == "The challenge note was issued on 2026-03-03, before Design was entered on 2026-03-04."
    )


def test_a_reading_before_day_0_is_found_and_one_on_day_0_is_not() -> None:
    (finding,) = goal("readings: [{date: 2026-04-06, value: 1}, {date: 2026-04-05, value: 1}]")

    assert (finding.code, finding.where[-2:]) == ("reading-before-launch", (1, "date"))


def test_an_owner_is_found_on_the_team_whatever_the_capitals_and_spaces() -> None:
    team = "  team: {leader: {name: Dana Omarova}, members: [{name: Timur Ospanov}]}\n"

    assert running(team + "  goals: {a: {attainable: {owner: timur  ospanov}}}\n") == []


def test_the_nearest_name_is_given_for_an_owner_who_is_not_on_the_team() -> None:
    (finding,) = running(
        "  team: {leader: {name: Dana Omarova}}\n  goals: {a: {attainable: {owner: Dana Omarov}}}\n"
    )

    assert finding.mend == "Did you mean Dana Omarova?"


@pytest.mark.parametrize("due", ["2026-04-06", "2026-04-05", "2026-07-16"])
def test_a_goal_is_due_within_the_clock(due: str) -> None:
    (finding,) = goal(f"time_bound: {{due: {due}}}")

    assert finding.code == "due-outside-clock"
    assert finding.where == ("acceleration", "goals", "claims", "time_bound", "due")


@pytest.mark.parametrize("due", ["2026-04-07", "2026-07-15"])
def test_a_goal_may_be_due_on_the_first_day_after_the_start_and_on_the_last(due: str) -> None:
    assert goal(f"time_bound: {{due: {due}}}") == []


def test_a_trajectory_ends_with_the_goal() -> None:
    (finding,) = goal("time_bound: {due: 2026-05-26}, trajectory: {25: 40, 51: 1}")

    assert (finding.code, finding.where[-1]) == ("trajectory-outside-clock", "51")


def test_a_trajectory_off_its_target_is_a_warning() -> None:
    (finding,) = goal("measurable: {kind: level, baseline: 43, target: 1}, trajectory: {50: 20, 100: 2}")

    assert (finding.code, finding.severity) == ("trajectory-off-target", Severity.WARNING)


def test_a_metric_is_checked_with_its_place_in_the_record() -> None:
    (finding,) = goal("measurable: {kind: level, baseline: 4, target: 4}")

    assert finding.code == "target-equals-baseline"
    assert finding.where == ("acceleration", "goals", "claims", "measurable", "target")


def test_a_running_total_that_falls_is_found_at_its_reading() -> None:
    (finding,) = goal(
        "measurable: {kind: cumulative}, readings: [{date: 2026-04-13, value: 9}, {date: 2026-04-20, value: 8}]"
    )

    assert (finding.code, finding.where[-2:]) == ("total-falls", (1, "value"))


def test_a_correction_for_the_same_day_mends_a_total_that_fell() -> None:
    readings = "{date: 2026-04-13, value: 9}, {date: 2026-04-20, value: 8}, {date: 2026-04-13, value: 7}"

    assert goal(f"measurable: {{kind: cumulative}}, readings: [{readings}]") == []


def test_a_guardrail_is_counted_in_numbers() -> None:
    (finding,) = running("  guardrails: {appeals: {readings: [{date: 2026-04-13, value: true}]}}\n")

    assert finding.code == "not-a-number"


AMENDED = """\
  goals: {{claims: {{measurable: {{kind: level, baseline: 43, target: 1}}, trajectory: {{50: 20, 100: 1}}}}}}
  amendments: [{0}]
"""


@pytest.mark.parametrize(
    ("amendments", "codes"),
    [
        ("{date: 2026-05-27, goal: claims, field: target, from: 2, to: 1}", []),
        ("{date: 2026-05-27, goal: claims, field: target, from: 2, to: 1.0}", []),
        ("{date: 2026-05-27, goal: claims, field: target, to: 3}", ["amended-field-differs"]),
        (
            "{date: 2026-05-27, goal: claims, field: target, to: 1}, {date: 2026-05-20, goal: claims, field: target, to: 3}",
            [],
        ),
        (
            "{date: 2026-05-27, goal: claims, field: target, to: 1}, {date: 2026-05-27, goal: claims, field: target, to: 3}",
            ["amended-field-differs"],
        ),
        ("{date: 2026-05-27, goal: claims, field: trajectory, to: '50=20 100=1'}", []),
        ("{date: 2026-05-27, goal: claims, field: trajectory, to: '50=20'}", ["amended-field-differs"]),
        ("{date: 2026-05-27, goal: claims, field: due, to: 2026-07-01}", ["amended-field-differs"]),
        ("{date: 2026-05-27, goal: clams, field: target, to: 1}", ["unknown-goal"]),
        ("{date: 2026-05-27, goal: claims, field: owner, to: Dana}", ["unknown-field"]),
    ],
)
def test_amendments_agree_with_their_goals(amendments: str, codes: list[str]) -> None:
    assert [finding.code for finding in running(AMENDED.format(amendments))] == codes


def test_the_nearest_goal_is_given_for_an_unknown_one() -> None:
    (finding,) = running(AMENDED.format("{date: 2026-05-27, goal: clams, field: target, to: 1}"))

    assert finding.mend == "Did you mean claims?"
