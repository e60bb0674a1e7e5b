from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest

from hundredday.errors import Refused
from hundredday.replay import Step, last_day_in, steps
from replay.samples import FILES, sample, written

if TYPE_CHECKING:
    from pathlib import Path

    from hundredday.challenge import Challenge

every_sample = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)

GRAMMAR = {
    "new": "id topic cohort agency sponsor priority problem affected evidence from on",
    "describe": "title topic cohort agency sponsor priority problem affected evidence",
    "score": "",
    "select": "by because on",
    "decline": "by because on",
    "stakeholder": "role agency influence interest stance commitment key",
    "note": "mission indicator guardrail question on",
    "team": "leader coach member remove",
    "goal": "primary specific metric kind unit baseline baseline-date baseline-method target counted source "
    "every usual change owner because relevant due trajectory not-measurable by",
    "guardrail": "unit limit worse key",
    "milestone": "due owner critical key done on",
    "launch": "on days waive by because",
    "record": "on note source by evidence provisional verified add",
    "block": "asked-of needed-by key on",
    "unblock": "how on",
    "declare": "because by on",
    "review": "decided by on",
    "amend": "because by on",
    "practice": "owner-post resources status key",
    "own": "post agency name",
    "pledge": "by post agency text signed",
    "scale": "where by because on",
    "follow-up": "watch on",
    "lesson": "kind tag by on",
    "advance": "waive by because on",
    "stop": "because by on",
}

FLAGS = {"--primary", "--change", "--critical", "--done", "--provisional", "--verified", "--add"}


def read_line(argv: tuple[str, ...]) -> tuple[list[str], list[tuple[str, str]]]:
    """The arguments after the command, and its options with their values."""
    arguments: list[str] = []
    options: list[tuple[str, str]] = []
    words = iter(argv[1:])
    for word in words:
        if word == "--":
            arguments += words
        elif word.startswith("--"):
            options.append((word.removeprefix("--"), "" if word in FLAGS else next(words)))
        else:
            arguments.append(word)
    return arguments, options


def typed(told: tuple[Step, ...], command: str) -> list[tuple[str, ...]]:
    return [step.argv for step in told if step.argv[0] == command]


def counted(challenge: Challenge) -> Counter[str]:
    """How often each command is needed to make the record."""
    design, part, later = challenge.design, challenge.acceleration, challenge.sustainability
    counts: Counter[str] = Counter(lesson=len(challenge.lessons))
    if design:
        counts["stakeholder"] = len(design.stakeholders)
        counts["note"] = int(design.note is not None)
        counts["score"] = int(design.scores is not None)
    if part:
        goals, guardrails = part.goals.values(), part.guardrails.values()
        counts["record"] = sum(len(goal.readings) for goal in goals)
        counts["record"] += sum(len(guardrail.readings) for guardrail in guardrails)
        counts["goal"] = len(goals) + len([goal for goal in goals if goal.not_measurable])
        counts["guardrail"] = len(part.guardrails)
        counts["milestone"] = len(part.milestones) + len([m for m in part.milestones.values() if m.done])
        counts["block"] = len(part.blockers)
        counts["unblock"] = len([blocker for blocker in part.blockers.values() if blocker.resolved])
        counts["declare"] = len(part.declared)
        counts["review"] = len(part.reviews)
        counts["amend"] = len(part.amendments)
        counts["launch"] = int(challenge.clock is not None)
    if later:
        counts["own"] = int(later.owner is not None)
        counts["practice"] = len(later.practices)
        counts["pledge"] = len(later.pledges)
        counts["scale"] = int(later.scale is not None)
        counts["follow-up"] = int(later.follow_up is not None)
    return +counts


@every_sample
def test_the_story_is_told_in_the_order_of_days_and_begins_with_the_proposal(path: Path) -> None:
    told = steps(sample(path), path.stem)

    days = [step.on for step in told]

    assert days == sorted(days)
    assert told[0].argv[:4] == ("new", sample(path).title, "--id", path.stem)
    assert [step.argv[0] for step in told].count("new") == 1


@every_sample
def test_every_part_of_the_record_is_told_once(path: Path) -> None:
    told = Counter(step.argv[0] for step in steps(sample(path), path.stem))

    expected = counted(sample(path))

    assert {command: told[command] for command in expected} == dict(expected)
    assert len(set(steps(sample(path), path.stem))) == told.total()


@every_sample
def test_every_step_is_in_the_grammar_and_about_the_challenge(path: Path) -> None:
    for step in steps(sample(path), path.stem):
        arguments, options = read_line(step.argv)

        assert {name for name, _ in options} <= set(GRAMMAR[step.argv[0]].split())
        assert all(value or f"--{name}" in FLAGS for name, value in options)
        assert step.argv[0] == "new" or arguments[0] == path.stem


@every_sample
def test_every_text_of_the_record_is_in_the_story(path: Path) -> None:
    lines = " ".join(word for step in steps(sample(path), path.stem) for word in step.argv)
    computed = {
        "acceleration",
        "sustainability",
        "closed",
        "design",
        "completed",
        "stopped",
        "selected",
        "declined",
    }

    texts = set(texts_of(sample(path).model_dump(exclude_unset=True, exclude={"format"}))) - computed

    assert {text for text in texts if text not in lines} == set()


def texts_of(part: object) -> list[str]:
    if isinstance(part, dict):
        return [text for value in part.values() for text in texts_of(value)]
    if isinstance(part, (tuple, list)):
        return [text for value in part for text in texts_of(value)]
    return [part] if isinstance(part, str) else []


@every_sample
def test_a_phase_is_entered_before_anything_is_done_in_it(path: Path) -> None:
    told = [step.argv[0] for step in steps(sample(path), path.stem)]

    if "advance" in told:
        assert told.index("advance") < min(told.index(word) for word in ("team", "goal"))
    if "launch" in told:
        assert told.index("launch") < told.index("record")
        assert max(index for index, word in enumerate(told) if word in {"guardrail", "team"}) < told.index(
            "launch"
        )
    if "own" in told:
        second = [index for index, word in enumerate(told) if word == "advance"][1]
        assert second < min(told.index(word) for word in ("own", "practice", "scale", "follow-up"))
        assert told.index("lesson") < second


LIFE = """
    format: 1
    title: Water for all
    phase: acceleration
    design:
      entered: 2026-01-01
      stakeholders:
        company: {name: Water company, role: decides}
        households: {name: Households, role: affected}
        plumbers: {name: Plumbers, role: partners}
      decision: {made: selected, date: 2026-01-09, by: Board, because: Clear}
    acceleration:
      entered: 2026-01-20
      clock: {start: 2026-02-01, days: 90}
      goals:
        loss:
          measurable: {metric: Loss, kind: level, unit: litres, baseline: 10, target: -35}
          readings:
            - {date: 2026-02-08, value: -2.5}
            - {date: 2026-02-15, value: -4, entered: 2026-02-18, status: verified}
      amendments:
        - {date: 2026-02-20, goal: loss, field: target, from: -20, to: -30, because: Easy, by: Board}
        - {date: 2026-03-20, goal: loss, field: target, from: -30, to: -35, because: Easy, by: Board}
    waivers:
      - {condition: team-is-nominated, by: Board, because: It starts tomorrow, date: 2026-02-01}
"""


def test_a_goal_is_set_as_it_was_at_launch_and_amended_later() -> None:
    told = steps(written(LIFE), "water")

    assert ("target", "-20") in read_line(typed(told, "goal")[0])[1]
    assert [read_line(argv)[0] for argv in typed(told, "amend")] == [
        ["water", "loss", "target", "-30"],
        ["water", "loss", "target", "-35"],
    ]


def test_a_late_reading_is_typed_on_the_day_on_which_it_was_entered() -> None:
    told = steps(written(LIFE), "water")

    late = [step for step in told if step.argv[0] == "record"][1]

    assert late == Step(
        date(2026, 2, 18),
        ("record", "--verified", "--on", "2026-02-15", "--", "water", "loss", "-4"),
    )


def test_what_has_no_day_falls_between_its_neighbours() -> None:
    told = steps(written(LIFE), "water")

    identified = [step.on for step in told if step.argv[0] == "stakeholder"]

    assert identified == [date(2026, 1, 3), date(2026, 1, 5), date(2026, 1, 7)]


def test_a_goal_is_set_once_its_baseline_was_counted() -> None:
    counted_late = LIFE.replace("baseline: 10,", "baseline: 10, baseline_date: 2026-01-29,")

    told = steps(written(counted_late), "water")

    assert [step.on for step in told if step.argv[0] == "goal"] == [date(2026, 1, 29)]


def test_the_last_day_is_that_of_the_last_command_and_no_planned_day() -> None:
    planned = LIFE + "    lessons: [{text: Look early, kind: worked, date: 2026-03-25}]\n"

    assert last_day_in(written(planned)) == date(2026, 3, 25)


def test_a_waiver_is_given_at_the_gate_that_asks_for_its_condition() -> None:
    told = steps(written(LIFE), "water")

    assert typed(told, "advance") == [("advance", "water")]
    assert typed(told, "launch") == [
        (
            "launch",
            "water",
            "--days",
            "90",
            "--waive",
            "team-is-nominated",
            "--by",
            "Board",
            "--because",
            "It starts tomorrow",
        )
    ]


def test_a_declined_candidate_ends_with_its_decision() -> None:
    declined = written(
        """
        format: 1
        title: Archives
        phase: closed
        design:
          entered: 2026-01-01
          decision: {made: declined, date: 2026-01-09, by: Board, because: Too long}
        closed: {date: 2026-01-09, as: declined, because: Too long, by: Board}
        """
    )

    told = steps(declined, "archives")

    assert told[-1] == Step(
        date(2026, 1, 9), ("decline", "archives", "--by", "Board", "--because", "Too long")
    )
    assert len(told) == 2


def test_a_pledge_that_was_signed_before_its_phase_is_typed_when_the_phase_begins() -> None:
    early = written(
        """
        format: 1
        title: Water
        phase: sustainability
        acceleration: {entered: 2026-01-02}
        sustainability:
          entered: 2026-05-02
          pledges: [{by: Ana, agency: Water company, signed: 2026-04-30}]
        """
    )

    told = steps(early, "water")

    assert told[-1] == Step(
        date(2026, 5, 2),
        ("pledge", "water", "--by", "Ana", "--agency", "Water company", "--signed", "2026-04-30"),
    )


def test_a_record_without_a_date_cannot_be_told() -> None:
    with pytest.raises(Refused) as refusal:
        steps(written("format: 1\ntitle: Water\nphase: design\n"), "water")

    assert "design.entered" in refusal.value.mend
