"""An event: one thing that happened to a challenge between two versions of its file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

Fact = str | int | float | bool
"""A plain value of an event's detail; dates are ISO text."""


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, in words and in facts.

    `text` is one sentence without the challenge's id and without a full stop; `on` is the day that
    the event is about, which need not be the day on which it was written down. `detail` holds the
    facts behind the sentence; its `day` is Day N of the clock, where the clock is set.
    """

    name: str
    text: str
    detail: Mapping[str, Fact] = field(default_factory=dict, hash=False)
    on: date | None = None


EVENTS: Mapping[str, str] = {
    "proposed": "challenges proposed",
    "described": "fields described",
    "scored": "scores given",
    "selected": "times selected",
    "declined": "times declined",
    "decision-changed": "changes of the decision",
    "stakeholder-identified": "stakeholders identified",
    "stakeholder-changed": "stakeholders changed",
    "stakeholder-removed": "stakeholders removed",
    "note-issued": "challenge notes issued",
    "note-changed": "changes of the challenge note",
    "team-nominated": "teams nominated",
    "team-changed": "changes in the team",
    "goal-set": "goals set",
    "goal-changed": "goals changed",
    "goal-removed": "goals removed",
    "target-moved": "targets changed without an amendment",
    "frozen-field-changed": "frozen fields changed without an amendment",
    "marked-not-measurable": "goals marked not measurable",
    "amended": "amendments made",
    "amendment-approved": "amendments approved",
    "amendment-rewritten": "amendments rewritten",
    "amendment-removed": "amendments removed",
    "launched": "launches",
    "clock-moved": "changes of the clock",
    "reading-recorded": "readings recorded",
    "reading-corrected": "readings corrected",
    "reading-rewritten": "readings rewritten",
    "reading-removed": "readings removed",
    "guardrail-set": "guardrails set",
    "guardrail-changed": "guardrails changed",
    "guardrail-removed": "guardrails removed",
    "guardrail-read": "guardrails read",
    "milestone-set": "milestones set",
    "milestone-done": "milestones done",
    "milestone-moved": "milestones moved",
    "milestone-changed": "milestones changed",
    "milestone-removed": "milestones removed",
    "blocker-raised": "blockers raised",
    "blocker-resolved": "blockers resolved",
    "blocker-changed": "blockers changed",
    "blocker-removed": "blockers removed",
    "declared": "colours declared",
    "declaration-rewritten": "declared colours rewritten",
    "declaration-removed": "declared colours removed",
    "review-held": "reviews held",
    "review-changed": "reviews changed",
    "review-removed": "reviews removed",
    "gate-passed": "gates passed",
    "gate-waived": "conditions waived",
    "waiver-changed": "waivers changed",
    "waiver-removed": "waivers removed",
    "phase-reopened": "phases reopened",
    "owner-named": "handover owners named",
    "practice-kept": "practices kept",
    "practice-changed": "practices changed",
    "practice-removed": "practices removed",
    "pledge-drafted": "pledges drafted",
    "pledge-signed": "pledges signed",
    "pledge-changed": "pledges changed",
    "pledge-removed": "pledges removed",
    "scale-decided": "scale decisions",
    "follow-up-planned": "follow-ups planned",
    "lesson-kept": "lessons kept",
    "lesson-changed": "lessons changed",
    "lesson-removed": "lessons removed",
    "closed": "times closed",
    "stopped": "times stopped",
    "removed": "files removed",
    "edited": "fields edited",
    "tidied": "changes of comments and layout",
    "moved": "moves of the file",
    "unreadable": "versions that cannot be read",
    "history-cut": "beginnings of a cut history",
}
"""Every name of an event, and what several of them are called together."""
