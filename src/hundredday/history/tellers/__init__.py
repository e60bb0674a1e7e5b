"""Who tells what happened: one file per part of the story, and this table of them in its order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.history.tellers.amendments import tell_amendments
from hundredday.history.tellers.clock import tell_clock
from hundredday.history.tellers.design import tell_decision, tell_description, tell_proposal, tell_scores
from hundredday.history.tellers.goals import tell_goals, tell_silent_changes
from hundredday.history.tellers.guardrails import tell_guardrails
from hundredday.history.tellers.handover import tell_follow_up, tell_owner, tell_practices, tell_scale
from hundredday.history.tellers.lessons import tell_lessons
from hundredday.history.tellers.milestones import tell_milestones
from hundredday.history.tellers.phases import tell_ending, tell_gates, tell_reopenings, tell_waivers
from hundredday.history.tellers.pledges import tell_pledges
from hundredday.history.tellers.readings import tell_readings
from hundredday.history.tellers.stakeholders import tell_note, tell_stakeholders
from hundredday.history.tellers.team import tell_team
from hundredday.history.tellers.work import tell_blockers, tell_declared, tell_reviews

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hundredday.findings import Where
    from hundredday.history.pair import Pair, Told

TELLERS: tuple[tuple[Where, Callable[[Pair], Iterator[Told]]], ...] = (
    ((), tell_proposal),
    (("phase",), tell_ending),
    (("phase",), tell_gates),
    (("acceleration", "clock"), tell_clock),
    (("acceleration", "goals"), tell_silent_changes),
    (("acceleration",), tell_readings),
    (("acceleration", "amendments"), tell_amendments),
    ((), tell_description),
    (("design", "scores"), tell_scores),
    (("design", "decision"), tell_decision),
    (("design", "stakeholders"), tell_stakeholders),
    (("design", "note"), tell_note),
    (("acceleration", "team"), tell_team),
    (("acceleration", "goals"), tell_goals),
    (("acceleration", "guardrails"), tell_guardrails),
    (("acceleration", "milestones"), tell_milestones),
    (("acceleration", "blockers"), tell_blockers),
    (("acceleration", "declared"), tell_declared),
    (("acceleration", "reviews"), tell_reviews),
    (("sustainability", "owner"), tell_owner),
    (("sustainability", "practices"), tell_practices),
    (("sustainability", "pledges"), tell_pledges),
    (("sustainability", "scale"), tell_scale),
    (("sustainability", "follow_up"), tell_follow_up),
    (("lessons",), tell_lessons),
    (("waivers",), tell_waivers),
    (("reopened",), tell_reopenings),
)
"""The section that must differ, and who tells of it. What weighs most is told first.

The first sentence is the subject of the commit.
"""

__all__ = ["TELLERS"]
