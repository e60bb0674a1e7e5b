from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gates.ready import TODAYS, before
from hundredday import moves
from hundredday.challenge.record import Waiver
from hundredday.errors import Refused
from hundredday.programme import Settings
from moves.life import DESIGN, made, said

START = date(2026, 4, 6)
SETTINGS = Settings()


def waiver(condition: str) -> Waiver:
    return Waiver(condition=condition, by="Accelerator board", because="The post is vacant")


def test_a_candidate_with_nothing_missing_enters_acceleration() -> None:
    moved = moves.advance(before("acceleration"), settings=SETTINGS, today=TODAYS["acceleration"])

    assert said(moved)["phase"] == "acceleration"
    assert said(moved)["acceleration"] == {"entered": date(2026, 3, 4)}


def test_a_challenge_with_its_results_enters_sustainability() -> None:
    moved = moves.advance(before("sustainability"), settings=SETTINGS, today=TODAYS["sustainability"])

    assert said(moved)["sustainability"] == {"entered": date(2026, 7, 16)}


def test_a_challenge_handed_over_is_closed_as_completed() -> None:
    moved = moves.advance(before("closed"), settings=SETTINGS, today=TODAYS["closed"])

    assert said(moved)["phase"] == "closed"
    assert said(moved)["closed"] == {"date": date(2026, 8, 20), "as": "completed"}
    with pytest.raises(Refused, match="there is no gate ahead"):
        moves.advance(moved, settings=SETTINGS, today=TODAYS["closed"])


def test_a_closed_gate_says_what_is_missing_with_the_id() -> None:
    challenge = before("acceleration", sponsor=None)

    with pytest.raises(moves.GateClosed) as closed:
        moves.advance(challenge, settings=SETTINGS, today=TODAYS["acceleration"])
    moves.speak_of(closed.value, "small-claims")

    assert closed.value.text == "The gate to Acceleration is closed: 1 condition does not hold."
    assert [verdict.mend for verdict in closed.value.verdicts if verdict.blocks] == [
        "hundredday describe small-claims --sponsor 'Name of the sponsor; Post of the sponsor; Ministry of Justice'"
    ]


def test_a_waiver_opens_a_gate_and_stands_in_the_file() -> None:
    challenge = before("acceleration", sponsor=None)

    moved = moves.advance(
        challenge, settings=SETTINGS, today=TODAYS["acceleration"], waivers=[waiver("has-a-sponsor")]
    )

    assert said(moved)["waivers"] == (
        {
            "condition": "has-a-sponsor",
            "by": "Accelerator board",
            "because": "The post is vacant",
            "date": date(2026, 3, 4),
        },
    )


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ("has-a-sponser", "“has-a-sponser” is no condition of this gate."),
        ("clock-has-run", "“clock-has-run” is no condition of this gate."),
        ("serves-a-priority", "The condition serves-a-priority holds: there is nothing to waive."),
    ],
)
def test_only_a_condition_of_this_gate_that_does_not_hold_is_waived(condition: str, told: str) -> None:
    with pytest.raises(Refused) as refused:
        moves.advance(
            before("acceleration", sponsor=None),
            settings=SETTINGS,
            today=TODAYS["acceleration"],
            waivers=[waiver(condition)],
        )

    assert refused.value.text == told


def test_a_launch_writes_the_clock_and_nothing_else() -> None:
    challenge = before("launch", acceleration__clock=None)

    launched = moves.launch(challenge, start=START, days=100, settings=SETTINGS, today=TODAYS["launch"])

    expected = said(challenge)
    expected["acceleration"]["clock"] = {"start": START, "days": 100}
    assert said(launched) == expected
    assert challenge.clock is None


def test_a_launch_is_refused_while_a_goal_is_not_smart() -> None:
    challenge = before("launch", acceleration__clock=None, acceleration__goals__daysToJudgment__relevant=None)

    with pytest.raises(moves.GateClosed) as closed:
        moves.launch(challenge, start=START, settings=SETTINGS, today=TODAYS["launch"])

    assert closed.value.gate == "launch"
    assert closed.value.text == "The gate of the launch is closed: 1 condition does not hold."


@pytest.mark.parametrize("days", [0, 101])
def test_a_clock_runs_from_1_to_100_days(days: int) -> None:
    with pytest.raises(Refused, match="is out of range for days"):
        moves.with_clock(before("launch", acceleration__clock=None), START, days)


def test_a_launch_that_lies_ahead_may_be_moved_and_one_that_happened_may_not() -> None:
    challenge = before("launch")

    moved = moves.launch(
        before("launch", acceleration__goals__daysToJudgment__time_bound__due=date(2026, 7, 1)),
        start=date(2026, 4, 5),
        settings=SETTINGS,
        today=date(2026, 4, 1),
    )

    assert moved.clock is not None
    assert (moved.clock.start, moved.clock.days) == (date(2026, 4, 5), 100)
    with pytest.raises(Refused, match="The clock runs since 2026-04-06"):
        moves.launch(challenge, start=date(2026, 4, 8), settings=SETTINGS, today=START)


def test_a_launch_before_acceleration_was_entered_is_refused() -> None:
    challenge = before(
        "launch",
        acceleration__clock=None,
        acceleration__goals__daysToJudgment__time_bound__due=date(2026, 5, 1),
    )

    with pytest.raises(
        Refused, match="The clock starts on 2026-03-03, before Acceleration was entered on 2026-03-04"
    ):
        moves.launch(challenge, start=date(2026, 3, 3), settings=SETTINGS, today=TODAYS["launch"])


def test_a_launch_belongs_to_acceleration() -> None:
    with pytest.raises(Refused, match="The launch belongs to Acceleration; this challenge is in Design"):
        moves.launch(made(DESIGN), start=START, settings=SETTINGS, today=START)


@pytest.mark.parametrize("gate", ["acceleration", "launch", "sustainability", "closed"])
def test_a_challenge_is_stopped_from_every_phase(gate: Any) -> None:
    stopped = moves.stop(before(gate), because="The ministry was closed", by="Board", on=date(2026, 8, 20))

    assert said(stopped)["phase"] == "closed"
    assert said(stopped)["closed"] == {
        "date": date(2026, 8, 20),
        "as": "stopped",
        "because": "The ministry was closed",
        "by": "Board",
    }
    with pytest.raises(Refused, match="This challenge is closed already"):
        moves.stop(stopped, because="Again", on=date(2026, 8, 20))
    again = moves.reopen(stopped, because="It was opened again", on=date(2026, 8, 21))
    assert {**said(again), "reopened": ()} == {**said(before(gate)), "reopened": ()}
    assert said(again)["reopened"][0]["ended"] == said(stopped)["closed"]


def test_a_challenge_is_not_stopped_before_it_began() -> None:
    with pytest.raises(
        Refused, match="The challenge was closed on 2026-02-01, before Design was entered on 2026-02-02"
    ):
        moves.stop(made(DESIGN), because="The ministry was closed", on=date(2026, 2, 1))
