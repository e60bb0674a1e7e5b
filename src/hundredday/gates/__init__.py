"""The gates: one file per condition, and this table of them.

To add a condition, write its file (its docstring is its page in the manual) and name it here in the
place where people should meet it.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from hundredday.gates.condition import ID, Condition, Gate, command, with_id
from hundredday.gates.verdict import Verdict, is_open, judge, name_of, truth_of

if TYPE_CHECKING:
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.programme import Settings

NAMES: tuple[str, ...] = (
    "problem-is-stated",
    "has-a-sponsor",
    "serves-a-priority",
    "is-selected",
    "stakeholders-are-identified",
    "note-is-issued",
    "crosses-agencies",
    "has-a-guardrail",
    "team-is-nominated",
    "team-size-is-sound",
    "goals-are-smart",
    "fits-in-100-days",
    "early-win-is-planned",
    "is-ambitious",
    "clock-has-run",
    "results-are-in",
    "amendments-are-approved",
    "has-a-lesson",
    "midpoint-was-held",
    "blockers-are-closed",
    "has-a-handover-owner",
    "practices-have-owners",
    "pledge-is-signed",
    "scale-is-decided",
    "follow-up-is-planned",
    "lessons-are-kept",
)
"""Every condition, in the order in which a challenge meets them."""

__all__ = [
    "ID",
    "NAMES",
    "Condition",
    "Gate",
    "Verdict",
    "command",
    "conditions",
    "gate_ahead",
    "gate_of_advance",
    "is_open",
    "judge",
    "name_of",
    "truth_of",
    "verdicts",
    "with_id",
]


@cache
def conditions() -> tuple[Condition, ...]:
    """Every condition, in the order of the table; their files are imported now and not before."""
    return tuple(map(_condition, NAMES))


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
    guarding = (condition for condition in conditions() if gate == condition.GATE)
    return tuple(judge(condition, challenge, settings, today, id) for condition in guarding)


def _condition(name: str) -> Condition:
    module: Condition = import_module(f"{__name__}.{name.replace('-', '_')}")
    return module
