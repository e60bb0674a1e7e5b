from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gates.ready import before
from hundredday.gates.smart import letters
from hundredday.language.listing import either
from hundredday.metrics import KINDS
from hundredday.programme import Settings

GOAL = "acceleration__goals__daysToJudgment"


def told(**changes: Any) -> tuple[str, list[str], list[str]]:
    """The letters that do not hold, the refusals and the warnings of the goal with some changes."""
    challenge = before("launch", **{f"{GOAL}__{path}": value for path, value in changes.items()})
    ((key, goal),) = challenge.goals.items()
    found = letters(key, goal, challenge, Settings())
    return (
        "".join(letter.letter for letter in found if not letter.holds),
        [finding.text for letter in found for finding in letter.refused],
        [finding.text for letter in found for finding in letter.warnings],
    )


def test_a_smart_goal_passes_every_letter_without_a_warning() -> None:
    assert told() == ("", [], [])


@pytest.mark.parametrize(
    ("changes", "letter", "lack"),
    [
        ({"specific": None}, "S", "a statement of the result"),
        ({"measurable__metric": None}, "M", "its metric"),
        ({"measurable__kind": None}, "M", f"its kind ({either(KINDS)})"),
        ({"measurable__unit": None}, "M", "its unit"),
        ({"measurable__baseline": None}, "M", "its baseline"),
        ({"measurable__baseline_date": None}, "M", "the day of its baseline"),
        ({"measurable__target": None}, "M", "its target"),
        ({"measurable__target": 43}, "M", "a target on the right side of its baseline"),
        ({"measurable__counted": None}, "M", "its counting rule"),
        ({"measurable__source": None}, "M", "its source"),
        ({"attainable__owner": None}, "A", "an accountable owner"),
        ({"attainable__owner": "Nobody Known"}, "A", "an owner who is on the team"),
        ({"attainable__because": None}, "A", "the reason why it can be done"),
        ({"relevant": None}, "R", "its link to the priority"),
        ({"time_bound": None}, "T", "the day on which it is due"),
        ({"time_bound__due": date(2026, 7, 16)}, "T", "a due date after 2026-04-06 and not after 2026-07-15"),
    ],
)
def test_a_letter_is_refused_without_what_it_needs(changes: dict[str, Any], letter: str, lack: str) -> None:
    refusing, (text,), _ = told(**changes)

    assert refusing == letter
    assert text.endswith(f"it lacks {lack}.")


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("Improve access to justice", ["says “Improve”"]),
        ("Access to justice is strengthened", ["says “strengthened”"]),
        ("We will support traders", ["says “support”"]),
        ("Support staff answer within an hour", ["says “Support”"]),
        ("Train 200 judges", ["promises an activity (“Train”)"]),
        ("The team will publish a report", ["promises an activity (“publish”)"]),
        ("Claims are judged faster and three courts open", ["more than one result (“and”)"]),
        ("A claim is judged the same day it is filed", []),
        ("Улучшить доступ к правосудию and support", []),
        ("تحسين الوصول إلى العدالة", []),
    ],
)
def test_vague_words_and_activities_are_doubted_in_english(statement: str, words: list[str]) -> None:
    _, refused, warnings = told(specific=statement)

    assert refused == []
    assert len(warnings) == len(words)
    assert all(word in warning for word, warning in zip(words, warnings, strict=True))


def test_readings_planned_less_than_weekly_are_doubted() -> None:
    assert told(measurable__every=14)[2] == [
        "Readings of days-to-judgment are planned every 14 days, less than weekly."
    ]


def test_a_thing_to_be_done_needs_no_unit_and_no_baseline() -> None:
    decree = {
        "metric": "Decree signed",
        "kind": "yes_no",
        "counted": "Signed and published",
        "source": "Gazette",
    }

    assert told(measurable=decree) == ("", [], [])


def test_a_surrogate_stands_in_for_the_baseline() -> None:
    changes = {
        "measurable__baseline": None,
        "measurable__baseline_date": None,
        "measurable__baseline_method": "surrogate",
    }

    assert told(**changes)[0] == ""


@pytest.mark.parametrize(("rate", "said"), [(11, True), (9, False), (3, False), (2, True)])
def test_a_target_near_to_or_far_from_the_usual_is_doubted(rate: int, said: bool) -> None:
    warnings = told(measurable__usual={"rate": rate, "days": 30})[2]

    assert bool(warnings) == said


@pytest.mark.parametrize("usual", [{"rate": 246, "days": 750}, {"rate": 123, "days": 1500}])
def test_a_target_of_exactly_a_quarter_more_or_five_times_the_usual_is_not_doubted(
    usual: dict[str, int],
) -> None:
    assert told(measurable__usual=usual)[2] == told(measurable__usual={"rate": 5, "days": 30})[2]


def test_a_goal_without_a_guardrail_a_beneficiary_or_an_early_win_is_doubted() -> None:
    challenge = before(
        "launch",
        acceleration__guardrails=None,
        acceleration__milestones=None,
        design__problem__affected=None,
        design__stakeholders__smallTraders=None,
    )
    ((key, goal),) = challenge.goals.items()

    found = letters(key, goal, challenge, Settings())

    assert [finding.text for letter in found for finding in letter.warnings] == [
        "No guardrail is counted while days-to-judgment is reached.",
        "Nobody is named who is better off when days-to-judgment is reached.",
        "Nothing is due by Day 15, 2026-04-21.",
    ]
    assert all(letter.holds for letter in found)
