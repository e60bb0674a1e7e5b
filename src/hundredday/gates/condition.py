"""What a gate condition is: a module with a manual, the gate it guards, its weight and a check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

from hundredday.mends import ID, command, person_option, waiver_command, with_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.findings import Finding, Severity
    from hundredday.programme import Settings

__all__ = ["ID", "Condition", "Gate", "command", "person_option", "waiver_command", "with_id"]

Gate = Literal["acceleration", "launch", "sustainability", "closed"]
"""What a gate leads to; the launch lies inside Acceleration."""


class Condition(Protocol):
    """A module of this room.

    The first line of its docstring is one sentence that says what is true when the condition holds;
    the rest is its page in the manual: why, a good example, how to open the gate.
    """

    __name__: str
    __doc__: str | None
    GATE: Gate
    SEVERITY: Severity

    def check(self, challenge: Challenge, settings: Settings, today: date) -> Iterator[Finding]:
        """What is missing, each with the command that mends it; nothing when the condition holds."""
