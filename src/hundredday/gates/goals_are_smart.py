"""The goals are S.M.A.R.T.: there is one primary goal, and each goal passes every letter.

The team sets its goals itself. They freeze on Day 0, so that nobody can move them later without saying
so; this is the last day on which they are easily mended. One goal is primary: it is the one that the
minister will ask about. The others are its conditions ("of whom half …").

A good example and the reason of each letter stand in the manual under S, M, A, R and T.

To open the gate: `hundredday goal ID KEY` asks letter by letter, or takes everything as options.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.goal import Goal
from hundredday.findings import Finding, Severity
from hundredday.gates.condition import Gate, command
from hundredday.gates.smart import goal_command, lacks, letters
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.programme import Settings

GATE: Gate = "launch"
SEVERITY = Severity.ERROR

_NAME = "goals-are-smart"


def check(challenge: Challenge, settings: Settings, today: date) -> Iterator[Finding]:
    del today
    where = ("acceleration", "goals")
    if not challenge.goals:
        mend = goal_command(None, lacks(Goal(), challenge))
        yield Finding(_NAME, _("There is no goal yet."), mend, where=where)
        return
    for key, goal in challenge.goals.items():
        yield from _of_goal(key, goal, challenge, settings)
    marked = [key for key, goal in challenge.goals.items() if goal.primary]
    if len(marked) > 1 or challenge.primary is None:
        text = (
            _("{marked} of the goals are primary; one must be.").format(marked=len(marked))
            if marked
            else _("None of the goals is primary; one must be.")
        )
        mend = command("goal", (marked or list(challenge.goals))[0], primary=True)
        yield Finding(_NAME, text, mend, where=where)


def _of_goal(key: str, goal: Goal, challenge: Challenge, settings: Settings) -> Iterator[Finding]:
    """What stands in the way of one goal; one command mends all of it."""
    everything = goal_command(key, lacks(goal, challenge))
    for letter in letters(key, goal, challenge, settings):
        yield from (finding._replace(mend=everything) for finding in letter.refused)
        # Warnings that have a condition of their own are said there.
        yield from (warning for warning in letter.warnings if warning.code == _NAME)
