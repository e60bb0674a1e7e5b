"""The gates: one file per condition, and this table of them.

To add a condition, write its file (its docstring is its page in the manual) and name it here in the
place where people should meet it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.gates import (
    amendments_are_approved,
    blockers_are_closed,
    clock_has_run,
    crosses_agencies,
    early_win_is_planned,
    fits_in_100_days,
    follow_up_is_planned,
    goals_are_smart,
    has_a_guardrail,
    has_a_handover_owner,
    has_a_lesson,
    has_a_sponsor,
    is_ambitious,
    is_selected,
    lessons_are_kept,
    midpoint_was_held,
    note_is_issued,
    pledge_is_signed,
    practices_have_owners,
    problem_is_stated,
    results_are_in,
    scale_is_decided,
    serves_a_priority,
    stakeholders_are_identified,
    team_is_nominated,
    team_size_is_sound,
)
from hundredday.gates.condition import ID, Condition, Gate, command, with_id
from hundredday.gates.verdict import Verdict, is_open, judge, name_of, truth_of

if TYPE_CHECKING:
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.programme import Settings

CONDITIONS: tuple[Condition, ...] = (
    problem_is_stated,
    has_a_sponsor,
    serves_a_priority,
    is_selected,
    stakeholders_are_identified,
    note_is_issued,
    crosses_agencies,
    has_a_guardrail,
    team_is_nominated,
    team_size_is_sound,
    goals_are_smart,
    fits_in_100_days,
    early_win_is_planned,
    is_ambitious,
    clock_has_run,
    results_are_in,
    amendments_are_approved,
    has_a_lesson,
    midpoint_was_held,
    blockers_are_closed,
    has_a_handover_owner,
    practices_have_owners,
    pledge_is_signed,
    scale_is_decided,
    follow_up_is_planned,
    lessons_are_kept,
)
"""Every condition, in the order in which a challenge meets them."""

NAMES: tuple[str, ...] = tuple(name_of(condition) for condition in CONDITIONS)

__all__ = [
    "CONDITIONS",
    "ID",
    "NAMES",
    "Condition",
    "Gate",
    "Verdict",
    "command",
    "gate_ahead",
    "gate_of_advance",
    "is_open",
    "judge",
    "name_of",
    "truth_of",
    "verdicts",
    "with_id",
]


def gate_ahead(challenge: Challenge) -> Gate | None:
    """The gate that a challenge stands before: the launch until it has a clock; None when it is closed."""
    if challenge.phase == "acceleration" and challenge.clock is None:
        return "launch"
    return gate_of_advance(challenge)


def gate_of_advance(challenge: Challenge) -> Gate | None:
    """The gate to the next phase, launched or not; None when the challenge is closed."""
    gates: dict[str, Gate] = {
        "design": "acceleration",
        "acceleration": "sustainability",
        "sustainability": "closed",
    }
    return gates.get(challenge.phase)


def verdicts(
    gate: Gate,
    challenge: Challenge,
    settings: Settings,
    today: date,
    id: str = ID,
) -> tuple[Verdict, ...]:
    """What each condition of a gate says, in the order of the table.

    For the launch the challenge holds the clock that is proposed: see `moves.with_clock`. Mends speak
    of the challenge by `id`.
    """
    guarding = (condition for condition in CONDITIONS if gate == condition.GATE)
    return tuple(judge(condition, challenge, settings, today, id) for condition in guarding)
