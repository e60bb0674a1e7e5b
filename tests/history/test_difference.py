"""What happened between two versions of a challenge."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from hundredday.challenge import Challenge
from hundredday.history import tellers
from hundredday.history.difference import events_between
from hundredday.history.event import EVENTS, Event

GOAL = "acceleration.goals.days-to-judgment"


def put(record: dict[str, Any], place: str, text: str) -> None:
    """Puts a YAML value at a place: `a.b.0.c`; `a.b.+` is the end of a list; an empty text takes out."""
    *way, last = place.split(".")
    holder: Any = record
    for step in way:
        holder = holder[int(step)] if isinstance(holder, list) else holder.setdefault(step, {})
    value = YAML(typ="safe", pure=True).load(text) if text else None
    if last == "+":
        holder.append(value)
    elif not text:
        holder.pop(int(last) if isinstance(holder, list) else last)
    else:
        holder[int(last) if isinstance(holder, list) else last] = value


def happened(record: dict[str, Any], edits: dict[str, str]) -> list[tuple[str, str]]:
    return [(event.name, event.text) for event in events_of(record, edits)]


def events_of(record: dict[str, Any], edits: dict[str, str]) -> tuple[Event, ...]:
    before = Challenge.model_validate(copy.deepcopy(record))
    for place, text in edits.items():
        put(record, place, text)
    return events_between(before, Challenge.model_validate(record))


ONE_EDIT = [
    (f"{GOAL}.readings.+", "{date: 2026-05-04, value: 1}", "reading-recorded", "1 day to judgment on Day 28"),
    (
        f"{GOAL}.readings.+",
        "{date: 2026-05-04, value: 31.5, status: verified}",
        "reading-recorded",
        "31.5 days to judgment on Day 28, verified",
    ),
    (
        f"{GOAL}.readings.+",
        "{date: 2026-04-20, value: 38}",
        "reading-corrected",
        "corrected 20 April from 39 to 38 days (days-to-judgment)",
    ),
    (
        f"{GOAL}.readings.+",
        "{date: 2026-04-27, value: 33, status: verified}",
        "reading-corrected",
        "entered 27 April again at 33 days as verified (days-to-judgment)",
    ),
    (
        f"{GOAL}.readings.1.value",
        "38",
        "reading-rewritten",
        "reading of 20 April rewritten: value from 39 to 38 (days-to-judgment)",
    ),
    (
        f"{GOAL}.readings.0",
        "",
        "reading-removed",
        "reading of 13 April removed: 42 days (days-to-judgment)",
    ),
    (
        "acceleration.goals.decree-signed.readings.+",
        "{date: 2026-05-07, value: true}",
        "reading-recorded",
        "decree signed: done on Day 31",
    ),
    (
        "acceleration.guardrails.appeals.readings.+",
        "{date: 2026-05-04, value: 14}",
        "guardrail-read",
        "14 appeals on Day 28, above the limit of 12",
    ),
    (
        f"{GOAL}.measurable.target",
        "5",
        "target-moved",
        "target of days-to-judgment changed from 2 to 5 days, without an amendment",
    ),
    (
        f"{GOAL}.time_bound.due",
        "2026-07-20",
        "frozen-field-changed",
        "due date of days-to-judgment changed from 15 July to 20 July, without an amendment",
    ),
    (
        "acceleration.guardrails.appeals.limit",
        "20",
        "guardrail-changed",
        "guardrail appeals loosened: limit from 12 to 20",
    ),
    (
        "acceleration.guardrails.appeals.limit",
        "10",
        "guardrail-changed",
        "guardrail appeals changed: limit from 12 to 10",
    ),
    (
        "acceleration.guardrails.appeals.worse",
        "below",
        "guardrail-changed",
        "guardrail appeals loosened: worse from above to below",
    ),
    (
        "acceleration.entered",
        "2026-02-04",
        "edited",
        "edited the day on which Acceleration was entered, from 4 March to 4 February",
    ),
    (
        "sustainability.follow_up.dates",
        "[2026-08-14]",
        "follow-up-planned",
        "follow-up changed: dates from “14 August; 2027-01-11” to “14 August”",
    ),
    (
        f"{GOAL}.attainable.owner",
        "Timur Ospanov",
        "goal-changed",
        "goal days-to-judgment changed: owner from “Dana Omarova” to “Timur Ospanov”",
    ),
    (
        "acceleration.amendments.0.by",
        "Aigerim Bekova",
        "amendment-approved",
        "amendment of the target of days-to-judgment approved by Aigerim Bekova",
    ),
    (
        "acceleration.amendments.0.to",
        "1",
        "amendment-rewritten",
        "amendment of the target of days-to-judgment rewritten: to from 2 to 1",
    ),
    (
        "acceleration.amendments.0",
        "",
        "amendment-removed",
        "amendment of the target of days-to-judgment from 3 to 2 removed",
    ),
    (
        "title",
        "Small claims in a day",
        "described",
        "title from “Small claims settled in one day” to “Small claims in a day”",
    ),
    ("design.scores.impact", "3", "scored", "scores changed: impact from 5 to 3"),
    (
        "design.stakeholders.bailiffs",
        "{name: Chamber of bailiffs, role: delivers}",
        "stakeholder-identified",
        "Chamber of bailiffs identified as a stakeholder who delivers",
    ),
    (
        "design.stakeholders.court-registry.stance",
        "opposes",
        "stakeholder-changed",
        "stakeholder Court registry changed: stance from supports to opposes",
    ),
    (
        "design.stakeholders.court-registry",
        "",
        "stakeholder-removed",
        "Court registry is no longer a stakeholder",
    ),
    (
        "acceleration.team.leader.name",
        "Madina Akhmetova",
        "team-changed",
        "Madina Akhmetova is the team's leader in place of Dana Omarova",
    ),
    ("acceleration.team.members.0", "", "team-changed", "Madina Akhmetova left the team"),
    ("acceleration.team.members.+", "{name: Aliya Serik}", "team-changed", "Aliya Serik joined the team"),
    ("acceleration.clock.days", "80", "clock-moved", "clock moved: days from 100 to 80"),
    (
        "acceleration.milestones.second-court.done",
        "2026-05-21",
        "milestone-done",
        "milestone done on Day 45, late: Second court",
    ),
    (
        "acceleration.milestones.second-court.due",
        "2026-05-27",
        "milestone-moved",
        "milestone Second court moved: due from 20 May to 27 May",
    ),
    (
        "acceleration.blockers.data",
        "{what: No data, raised: 2026-05-05, asked_of: Ministry, needed_by: 2026-05-11}",
        "blocker-raised",
        "blocked: No data, asked of Ministry, needed by 11 May",
    ),
    (
        "acceleration.blockers.e-signature.resolved",
        "2026-05-04",
        "blocker-resolved",
        "unblocked: No e-signature",
    ),
    (
        "acceleration.declared.+",
        "{date: 2026-05-11, status: red, because: Two courts closed}",
        "declared",
        "declared red on Day 35: Two courts closed",
    ),
    (
        "acceleration.declared.0.status",
        "red",
        "declaration-rewritten",
        "colour declared on Day 21 rewritten: status from green to red",
    ),
    (
        "sustainability.pledges.1.signed",
        "2026-07-23",
        "pledge-signed",
        "pledge signed by Dana Omarova, Supreme Court",
    ),
    (
        "sustainability.scale.path",
        "embed",
        "scale-decided",
        "scale decision changed: embed, in Astana and Shymkent, by Accelerator board: It held",
    ),
    ("lessons.+", "{text: Ask early, kind: surprised}", "lesson-kept", "lesson kept, surprised: “Ask early”"),
    (
        "waivers.+",
        "{condition: has-a-sponsor, by: Accelerator board, because: The minister changed}",
        "gate-waived",
        "has-a-sponsor waived by Accelerator board: The minister changed",
    ),
    ("phase", "acceleration", "phase-reopened", "moved back from Sustainability to Acceleration"),
    (
        "origin.challenge",
        "other-claims",
        "edited",
        "edited origin.challenge, from old-claims to other-claims",
    ),
]


@pytest.mark.parametrize(
    ("place", "text", "name", "sentence"), ONE_EDIT, ids=[f"{e[2]}-{e[0]}" for e in ONE_EDIT]
)
def test_one_edit_is_told_in_one_sentence(
    small_claims: dict[str, Any], place: str, text: str, name: str, sentence: str
) -> None:
    told = happened(small_claims, {place: text})

    assert told == [(name, sentence)]
    assert name in EVENTS


def test_a_target_changed_with_its_amendment_is_told_by_the_amendment_alone(
    small_claims: dict[str, Any],
) -> None:
    amendment = "{date: 2026-06-01, goal: days-to-judgment, field: target, from: 2, to: 1, because: Early, by: Aigerim Bekova}"

    told = happened(small_claims, {f"{GOAL}.measurable.target": "1", "acceleration.amendments.+": amendment})

    sentence = "target of days-to-judgment amended from 2 to 1, approved by Aigerim Bekova: Early"
    assert told == [("amended", sentence)]


@pytest.mark.parametrize("lie", ["from: 9, to: 1", "from: 2, to: 9", "to: 1"])
def test_an_amendment_that_says_other_numbers_hides_nothing(small_claims: dict[str, Any], lie: str) -> None:
    amendment = f"{{date: 2026-06-01, goal: days-to-judgment, field: target, {lie}}}"

    told = happened(small_claims, {f"{GOAL}.measurable.target": "1", "acceleration.amendments.+": amendment})

    assert [name for name, _ in told] == ["target-moved", "amended"]


def test_an_old_amendment_rewritten_to_fit_hides_nothing(small_claims: dict[str, Any]) -> None:
    fitting = "{date: 2026-05-27, goal: days-to-judgment, field: target, from: 2, to: 1, because: Early}"

    told = happened(small_claims, {f"{GOAL}.measurable.target": "1", "acceleration.amendments.0": fitting})

    assert [name for name, _ in told] == ["target-moved", "amendment-rewritten"]


def test_before_the_launch_a_target_is_free_to_change(small_claims: dict[str, Any]) -> None:
    del small_claims["acceleration"]["clock"]

    told = happened(small_claims, {f"{GOAL}.measurable.target": "1"})

    assert told == [("goal-changed", "goal days-to-judgment changed: target from 2 to 1")]


def test_a_baseline_that_a_surrogate_stood_for_is_no_silent_change(small_claims: dict[str, Any]) -> None:
    del small_claims["acceleration"]["goals"]["days-to-judgment"]["measurable"]["baseline"]
    small_claims["acceleration"]["goals"]["days-to-judgment"]["measurable"]["baseline_method"] = "surrogate"

    told = happened(small_claims, {f"{GOAL}.measurable.baseline": "41"})

    assert told == [("goal-changed", "goal days-to-judgment changed: baseline set to 41")]


def test_the_launch_names_day_0_and_the_days(small_claims: dict[str, Any]) -> None:
    del small_claims["acceleration"]["clock"]

    events = events_of(small_claims, {"acceleration.clock": "{start: 2026-04-06, days: 100}"})

    assert [event.text for event in events] == ["launched: Day 0 is 2026-04-06, 100 days"]
    assert dict(events[0].detail) == {"days": 100, "end": "2026-07-15", "date": "2026-04-06", "day": 0}


def test_a_goal_is_told_with_what_it_promises(small_claims: dict[str, Any]) -> None:
    del small_claims["acceleration"]["clock"]
    measurable = "{kind: duration, unit: days, baseline: 10, target: 1}"

    told = happened(
        small_claims,
        {
            "acceleration.goals.hearing": f"{{measurable: {measurable}, time_bound: {{due: 2026-07-01}}}}",
            "acceleration.goals.decree": "{measurable: {kind: yes_no}}",
            "acceleration.goals.quality": "{specific: Nobody appeals}",
        },
    )

    assert told == [
        ("goal-set", "goal hearing set: from 10 to 1 day by 2026-07-01"),
        ("goal-set", "goal decree set: done"),
        ("goal-set", "goal quality set: “Nobody appeals”"),
    ]


def test_a_goal_removed_after_the_launch_is_marked_as_frozen(small_claims: dict[str, Any]) -> None:
    events = events_of(small_claims, {"acceleration.goals.decree-signed": ""})

    assert [(event.name, dict(event.detail)) for event in events] == [
        ("goal-removed", {"goal": "decree-signed", "frozen": True})
    ]


def test_a_gate_passed_is_told_with_the_day_it_was_entered(small_claims: dict[str, Any]) -> None:
    del small_claims["sustainability"]
    small_claims["phase"] = "acceleration"

    told = happened(small_claims, {"phase": "sustainability", "sustainability.entered": "2026-07-16"})

    assert told == [("gate-passed", "moved to Sustainability")]


@pytest.mark.parametrize(
    ("ending", "name", "sentence"),
    [
        ("{date: 2026-08-20, as: completed}", "closed", "closed as completed"),
        (
            "{date: 2026-08-20, as: stopped, because: No budget, by: Minister}",
            "stopped",
            "stopped by Minister: No budget",
        ),
    ],
)
def test_an_ending_is_one_event(small_claims: dict[str, Any], ending: str, name: str, sentence: str) -> None:
    told = happened(small_claims, {"phase": "closed", "closed": ending})

    assert told == [(name, sentence)]


def test_a_candidate_declined_is_one_event() -> None:
    candidate = {"format": 1, "title": "Land titles", "phase": "design"}

    told = happened(
        candidate,
        {
            "phase": "closed",
            "design.decision": "{made: declined, date: 2026-03-02, by: Board, because: No data}",
            "closed": "{date: 2026-03-02, as: declined, because: No data, by: Board}",
        },
    )

    assert told == [("declined", "declined by Board: No data")]


def test_a_new_candidate_is_proposed_with_all_that_describes_it() -> None:
    candidate = Challenge.model_validate(
        {
            "format": 1,
            "title": "Land titles",
            "phase": "design",
            "agency": "Ministry",
            "sponsor": {"name": "A"},
        }
    )

    told = events_between(None, candidate)

    assert [(event.name, event.text) for event in told] == [("proposed", "proposed: “Land titles”")]


def test_a_file_that_appears_in_a_later_phase_has_passed_a_gate(small_claims: dict[str, Any]) -> None:
    told = events_between(None, Challenge.model_validate(small_claims))

    assert {"proposed", "gate-passed", "launched", "selected", "goal-set"} <= {event.name for event in told}


def test_a_removed_file_is_an_event_and_no_file_is_none(small_claims: dict[str, Any]) -> None:
    told = events_between(Challenge.model_validate(small_claims), None)

    assert [event.text for event in told] == ["file removed: “Small claims settled in one day”"]
    assert events_between(None, None) == ()


def test_true_in_place_of_1_is_not_silent(small_claims: dict[str, Any]) -> None:
    small_claims["acceleration"]["goals"]["decree-signed"]["readings"][0]["value"] = 0

    told = happened(small_claims, {"acceleration.goals.decree-signed.readings.0.value": "false"})

    assert [name for name, _ in told] == ["reading-rewritten"]


def test_readings_of_one_day_that_change_places_are_not_silent(small_claims: dict[str, Any]) -> None:
    readings = small_claims["acceleration"]["goals"]["days-to-judgment"]["readings"]
    swapped = f"[{{date: 2026-04-20, value: {readings[1]['value']}}}, {{date: 2026-04-20, value: 42}}]"
    readings[:] = [{**readings[0], "date": readings[1]["date"]}, {"date": readings[1]["date"], "value": 39}]

    told = happened(small_claims, {f"{GOAL}.readings": swapped})

    assert told == [("edited", f"edited the order of {GOAL}.readings")]


def test_every_teller_stands_in_the_table() -> None:
    files = {path.stem for path in Path(tellers.__file__).parent.glob("*.py")} - {"__init__"}

    listed = {tell.__module__.rsplit(".", 1)[1] for _, tell in tellers.TELLERS}

    assert listed == files
