from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gates.ready import TODAYS, before
from hundredday.findings import Severity
from hundredday.gates import NAMES, conditions, gate_ahead, gate_of_advance, is_open, name_of, verdicts
from hundredday.programme import Settings

GATES = ("acceleration", "launch", "sustainability", "closed")
GOAL = "acceleration__goals__daysToJudgment"

ALONE: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("acceleration", "problem-is-stated", {"design__problem__evidence": None}),
    ("acceleration", "problem-is-stated", {"design__problem": None}),
    ("acceleration", "has-a-sponsor", {"sponsor": None}),
    ("acceleration", "has-a-sponsor", {"sponsor__post": None}),
    ("acceleration", "serves-a-priority", {"priority": None}),
    ("acceleration", "is-selected", {"design__decision": None}),
    ("acceleration", "is-selected", {"design__decision__because": None}),
    ("acceleration", "stakeholders-are-identified", {"design__stakeholders__bailiffs": None}),
    ("acceleration", "stakeholders-are-identified", {"design__stakeholders__smallTraders__role": "funds"}),
    ("acceleration", "note-is-issued", {"design__note__mission": None}),
    ("acceleration", "note-is-issued", {"design__note__issued": None}),
    (
        "acceleration",
        "crosses-agencies",
        {"design__stakeholders__courtRegistry__agency": "ministry of  justice"},
    ),
    ("acceleration", "has-a-guardrail", {"design__note__guardrails": None}),
    (
        "launch",
        "team-is-nominated",
        {
            "acceleration__team__leader__name": "Yerlan Saparov",
            f"{GOAL}__attainable__owner": "Yerlan Saparov",
        },
    ),
    ("launch", "team-is-nominated", {"acceleration__team__coach__agency": "Supreme Court"}),
    ("launch", "team-size-is-sound", {"acceleration__team__members__5": None}),
    ("launch", "goals-are-smart", {"acceleration__goals": None}),
    ("launch", "goals-are-smart", {f"{GOAL}__specific": None}),
    ("launch", "goals-are-smart", {f"{GOAL}__measurable": None}),
    ("launch", "goals-are-smart", {f"{GOAL}__measurable__baseline_date": None}),
    ("launch", "goals-are-smart", {f"{GOAL}__attainable__owner": "Somebody Else"}),
    ("launch", "goals-are-smart", {f"{GOAL}__relevant": None}),
    ("launch", "goals-are-smart", {f"{GOAL}__time_bound": None}),
    ("launch", "goals-are-smart", {f"{GOAL}__time_bound__due": date(2026, 4, 6)}),
    (
        "launch",
        "fits-in-100-days",
        {"acceleration__milestones__late": {"title": "Late", "due": date(2026, 7, 16)}},
    ),
    ("launch", "early-win-is-planned", {"acceleration__milestones__firstHearing__due": date(2026, 4, 22)}),
    ("launch", "is-ambitious", {f"{GOAL}__measurable__usual": {"rate": 11, "days": 30}}),
    (
        "sustainability",
        "clock-has-run",
        {"acceleration__clock__days": 101 - 1, "acceleration__entered": date(2026, 3, 4)},
    ),
    ("sustainability", "results-are-in", {f"{GOAL}__readings__1__date": date(2026, 7, 4)}),
    ("sustainability", "amendments-are-approved", {"acceleration__amendments__0__by": None}),
    ("sustainability", "amendments-are-approved", {"acceleration__amendments__0__because": None}),
    ("sustainability", "has-a-lesson", {"lessons": None}),
    ("sustainability", "midpoint-was-held", {"acceleration__reviews": None}),
    ("sustainability", "midpoint-was-held", {"acceleration__reviews__midpoint__date": date(2026, 5, 15)}),
    ("sustainability", "blockers-are-closed", {"acceleration__blockers__eSignature__resolved": None}),
    ("closed", "has-a-handover-owner", {"sustainability__owner": None}),
    ("closed", "has-a-handover-owner", {"sustainability__owner__name": "dana  OMAROVA"}),
    ("closed", "has-a-handover-owner", {"sustainability__owner__post": "Court registrar"}),
    ("closed", "practices-have-owners", {"sustainability__practices": None}),
    ("closed", "practices-have-owners", {"sustainability__practices__sameDayList__resources": None}),
    ("closed", "pledge-is-signed", {"sustainability__pledges__0__signed": None}),
    ("closed", "pledge-is-signed", {"sustainability__pledges__0__agency": "Supreme Court"}),
    ("closed", "scale-is-decided", {"sustainability__scale": None}),
    ("closed", "follow-up-is-planned", {"sustainability__follow_up__dates": None}),
    ("closed", "lessons-are-kept", {"lessons__1__kind": "worked"}),
    ("closed", "lessons-are-kept", {"lessons__0": None}),
)
ALONE_IDS = [f"{name}: {'; '.join(changes)}" for _, name, changes in ALONE]


@pytest.mark.parametrize("gate", GATES)
def test_every_condition_holds_for_a_challenge_with_nothing_missing(gate: Any) -> None:
    challenge = before(gate)

    found = verdicts(gate, challenge, Settings(), TODAYS[gate])

    assert [verdict.name for verdict in found if not verdict.holds] == []
    assert is_open(found)


@pytest.mark.parametrize(("gate", "name", "changes"), ALONE, ids=ALONE_IDS)
def test_a_condition_fails_alone(gate: Any, name: str, changes: dict[str, Any]) -> None:
    challenge = before(gate, **changes)
    today = date(2026, 7, 14) if name == "clock-has-run" else TODAYS[gate]

    found = verdicts(gate, challenge, Settings(), today, id="small-claims")

    failed = [verdict for verdict in found if not verdict.holds]
    assert [verdict.name for verdict in failed] == [name]
    assert failed[0].text.endswith(".")
    assert failed[0].mend.startswith("hundredday ")
    assert " small-claims" in failed[0].mend
    assert is_open(found) == (failed[0].severity is Severity.WARNING)


def test_every_condition_is_tested_alone() -> None:
    assert {name for _, name, _ in ALONE} == set(NAMES)


def test_a_waived_condition_does_not_hold_and_does_not_block() -> None:
    waiver = {"condition": "has-a-sponsor", "by": "Accelerator board", "because": "The post is vacant"}
    challenge = before("acceleration", sponsor=None, waivers=[waiver])

    found = verdicts("acceleration", challenge, Settings(), date(2026, 3, 4))

    waived = next(verdict for verdict in found if verdict.name == "has-a-sponsor")
    assert (waived.holds, waived.waived, waived.blocks) == (False, True, False)
    assert is_open(found)


def test_several_findings_are_one_text_with_the_first_mend() -> None:
    challenge = before("acceleration", design__stakeholders={})

    found = verdicts("acceleration", challenge, Settings(), date(2026, 3, 4), id="small-claims")

    verdict = next(verdict for verdict in found if verdict.name == "stakeholders-are-identified")
    assert verdict.text == (
        "Nobody is named who decides. Nobody is named who is affected. 0 of at least 3 stakeholders are identified."
    )
    assert verdict.mend == "hundredday stakeholder small-claims 'Office that must agree' --role decides"


def test_a_condition_that_holds_says_so_in_the_first_line_of_its_manual() -> None:
    found = verdicts("acceleration", before("acceleration"), Settings(), date(2026, 3, 4))

    assert found[0].text == "The problem is stated: what is wrong, who is affected, and how one knows."


@pytest.mark.parametrize("condition", conditions(), ids=name_of)
def test_a_condition_has_a_manual_of_several_paragraphs(condition: Any) -> None:
    first, *rest = condition.__doc__.split("\n\n")

    assert "\n" not in first
    assert first.endswith(".")
    assert len(rest) >= 2
    assert "hundredday " in condition.__doc__ or "manual" in condition.__doc__


def test_a_primary_goal_achieved_early_opens_the_clock_and_is_its_own_final_reading() -> None:
    readings = [{"date": date(2026, 5, 4), "value": 2}]
    challenge = before("sustainability", acceleration__goals__daysToJudgment__readings=readings)

    found = verdicts("sustainability", challenge, Settings(), date(2026, 6, 1))

    assert [verdict.name for verdict in found if verdict.blocks] == []


def test_a_missed_goal_passes() -> None:
    readings = [{"date": date(2026, 7, 15), "value": 60}]
    challenge = before("sustainability", acceleration__goals__daysToJudgment__readings=readings)

    assert is_open(verdicts("sustainability", challenge, Settings(), date(2026, 7, 16)))


def test_a_goal_that_cannot_be_measured_passes_with_its_reason() -> None:
    reason = {"because": "The registry was closed", "by": "Dana Omarova"}
    challenge = before(
        "sustainability",
        acceleration__goals__daysToJudgment__readings=None,
        acceleration__goals__daysToJudgment__not_measurable=reason,
    )

    assert is_open(verdicts("sustainability", challenge, Settings(), date(2026, 7, 16)))


def test_a_challenge_that_was_never_launched_is_sent_to_its_launch() -> None:
    challenge = before("launch", acceleration__clock=None)

    found = verdicts("sustainability", challenge, Settings(), date(2026, 7, 16), id="small-claims")

    mends = {verdict.name: verdict.mend for verdict in found if verdict.blocks}
    assert mends == {
        "clock-has-run": "hundredday launch small-claims",
        "results-are-in": "hundredday launch small-claims",
    }


def test_a_short_clock_has_its_midpoint_earlier() -> None:
    challenge = before(
        "sustainability",
        acceleration__clock__days=50,
        acceleration__goals__daysToJudgment__time_bound__due=date(2026, 5, 26),
        acceleration__reviews__midpoint__date=date(2026, 5, 1),
    )

    found = verdicts("sustainability", challenge, Settings(), date(2026, 7, 16))

    assert next(verdict for verdict in found if verdict.name == "midpoint-was-held").holds


def test_the_settings_of_the_accelerator_count() -> None:
    settings = Settings(stakeholders=4, team_size=(4, 6))

    design = verdicts("acceleration", before("acceleration"), settings, date(2026, 3, 4))
    launch = verdicts("launch", before("launch"), settings, date(2026, 4, 1), id="small-claims")

    assert [verdict.name for verdict in design if not verdict.holds] == ["stakeholders-are-identified"]
    assert [verdict.mend for verdict in launch if not verdict.holds] == [
        "hundredday team small-claims --remove 'Member 6' --remove 'Member 5'"
    ]


def test_the_launch_lies_ahead_until_there_is_a_clock() -> None:
    ahead, after = before("launch", acceleration__clock=None), before("launch")

    assert (gate_ahead(ahead), gate_of_advance(ahead)) == ("launch", "sustainability")
    assert (gate_ahead(after), gate_of_advance(after)) == ("sustainability", "sustainability")


def test_a_closed_challenge_has_no_gate_ahead() -> None:
    closed = before("closed", phase="closed", closed={"date": date(2026, 8, 20), "as": "completed"})

    assert gate_ahead(closed) is None
