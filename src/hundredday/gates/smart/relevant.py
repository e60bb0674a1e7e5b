"""Relevant: it is said how the goal serves the priority, and whom it helps.

A number that moves no national objective is dropped after Day 100, however well it was reached.

A good example: `relevant: Moves the contract-enforcement indicator of the plan`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Finding, Severity
from hundredday.gates.condition import command
from hundredday.gates.smart.letter import Lack
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.challenge import Challenge
    from hundredday.challenge.goal import Goal
    from hundredday.programme import Settings

LETTER = "R"


def lacks(goal: Goal, challenge: Challenge) -> Iterator[Lack]:
    if not goal.relevant:
        example = (
            _("Serves {priority}").format(priority=challenge.priority)
            if challenge.priority
            else _("Which objective it moves, and how")
        )
        yield Lack(_("its link to the priority"), "relevant", example)


def doubts(key: str, goal: Goal, challenge: Challenge, settings: Settings) -> Iterator[Finding]:
    del goal, settings
    design = challenge.design
    problem = design.problem if design else None
    is_named = problem and problem.affected
    if not is_named and not any(
        s.role == "affected" for s in (design.stakeholders if design else {}).values()
    ):
        yield Finding(
            "goals-are-smart",
            _("Nobody is named who is better off when {key} is reached.").format(key=key),
            command("stakeholder", _("Those who will feel the result"), role="affected"),
            Severity.WARNING,
            where=("design", "stakeholders"),
        )
