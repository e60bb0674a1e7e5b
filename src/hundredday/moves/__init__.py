"""The acts of the method, pure: a challenge in, the changed challenge out, or a refusal in words.

Every act takes the challenge first and the rest by name. A value that is None was not given and stays
as it is. Nothing is ever changed in place, and a field is set only when it is given, so that
`model_dump(exclude_unset=True, by_alias=True)` is exactly what should stand in the file.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hundredday.moves.amending import amend
    from hundredday.moves.design import add_stakeholder, issue_note, knows_stakeholder, score, select
    from hundredday.moves.goals import GoalWords, mark_not_measurable, set_goal
    from hundredday.moves.handover import (
        decide_scale,
        keep_lesson,
        keep_practice,
        own,
        plan_follow_up,
        pledge,
    )
    from hundredday.moves.keys import make_key
    from hundredday.moves.phases import (
        advance,
        decline,
        launch,
        must_be_before_launch,
        reopen,
        stop,
        with_clock,
    )
    from hundredday.moves.proposing import carry_over, describe, propose
    from hundredday.moves.readings import new_reading, record, says_the_same, with_readings
    from hundredday.moves.refusing import GateClosed, speak_of
    from hundredday.moves.team import nominate
    from hundredday.moves.work import block, declare, review, set_guardrail, set_milestone, unblock

__all__ = [
    "GateClosed",
    "GoalWords",
    "add_stakeholder",
    "advance",
    "amend",
    "block",
    "carry_over",
    "decide_scale",
    "declare",
    "decline",
    "describe",
    "issue_note",
    "keep_lesson",
    "keep_practice",
    "knows_stakeholder",
    "launch",
    "make_key",
    "mark_not_measurable",
    "must_be_before_launch",
    "new_reading",
    "nominate",
    "own",
    "plan_follow_up",
    "pledge",
    "propose",
    "record",
    "reopen",
    "review",
    "says_the_same",
    "score",
    "select",
    "set_goal",
    "set_guardrail",
    "set_milestone",
    "speak_of",
    "stop",
    "unblock",
    "with_clock",
    "with_readings",
]


_HOMES = {
    "amending": "amend",
    "design": "add_stakeholder issue_note knows_stakeholder score select",
    "goals": "GoalWords mark_not_measurable set_goal",
    "handover": "decide_scale keep_lesson keep_practice own plan_follow_up pledge",
    "keys": "make_key",
    "phases": "advance decline launch must_be_before_launch reopen stop with_clock",
    "proposing": "carry_over describe propose",
    "readings": "new_reading record says_the_same with_readings",
    "refusing": "GateClosed speak_of",
    "team": "nominate",
    "work": "block declare review set_guardrail set_milestone unblock",
}
_HOME_OF = {act: home for home, acts in _HOMES.items() for act in acts.split()}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """An act, imported when it is asked for: a command does one of them, and waits for no other."""
        if name not in _HOME_OF:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
