"""An event: one thing that happened to a challenge between two versions of its file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hundredday.language import N_

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
    "proposed": N_("challenges proposed"),
    "described": N_("fields described"),
    "scored": N_("scores given"),
    "selected": N_("times selected"),
    "declined": N_("times declined"),
    "decision-changed": N_("changes of the decision"),
    "stakeholder-identified": N_("stakeholders identified"),
    "stakeholder-changed": N_("stakeholders changed"),
    "stakeholder-removed": N_("stakeholders removed"),
    "note-issued": N_("challenge notes issued"),
    "note-changed": N_("changes of the challenge note"),
    "team-nominated": N_("teams nominated"),
    "team-changed": N_("changes in the team"),
    "goal-set": N_("goals set"),
    "goal-changed": N_("goals changed"),
    "goal-removed": N_("goals removed"),
    "target-moved": N_("targets changed without an amendment"),
    "frozen-field-changed": N_("frozen fields changed without an amendment"),
    "marked-not-measurable": N_("goals marked not measurable"),
    "amended": N_("amendments made"),
    "amendment-approved": N_("amendments approved"),
    "amendment-rewritten": N_("amendments rewritten"),
    "amendment-removed": N_("amendments removed"),
    "launched": N_("launches"),
    "clock-moved": N_("changes of the clock"),
    "reading-recorded": N_("readings recorded"),
    "reading-corrected": N_("readings corrected"),
    "reading-rewritten": N_("readings rewritten"),
    "reading-removed": N_("readings removed"),
    "guardrail-set": N_("guardrails set"),
    "guardrail-changed": N_("guardrails changed"),
    "guardrail-removed": N_("guardrails removed"),
    "guardrail-read": N_("guardrails read"),
    "milestone-set": N_("milestones set"),
    "milestone-done": N_("milestones done"),
    "milestone-moved": N_("milestones moved"),
    "milestone-changed": N_("milestones changed"),
    "milestone-removed": N_("milestones removed"),
    "blocker-raised": N_("blockers raised"),
    "blocker-resolved": N_("blockers resolved"),
    "blocker-changed": N_("blockers changed"),
    "blocker-removed": N_("blockers removed"),
    "declared": N_("colours declared"),
    "declaration-rewritten": N_("declared colours rewritten"),
    "declaration-removed": N_("declared colours removed"),
    "review-held": N_("reviews held"),
    "review-changed": N_("reviews changed"),
    "review-removed": N_("reviews removed"),
    "gate-passed": N_("gates passed"),
    "gate-waived": N_("conditions waived"),
    "waiver-changed": N_("waivers changed"),
    "waiver-removed": N_("waivers removed"),
    "phase-reopened": N_("phases reopened"),
    "reopening-changed": N_("reopenings changed"),
    "reopening-removed": N_("reopenings removed"),
    "owner-named": N_("handover owners named"),
    "practice-kept": N_("practices kept"),
    "practice-changed": N_("practices changed"),
    "practice-removed": N_("practices removed"),
    "pledge-drafted": N_("pledges drafted"),
    "pledge-signed": N_("pledges signed"),
    "pledge-changed": N_("pledges changed"),
    "pledge-removed": N_("pledges removed"),
    "scale-decided": N_("scale decisions"),
    "follow-up-planned": N_("follow-ups planned"),
    "lesson-kept": N_("lessons kept"),
    "lesson-changed": N_("lessons changed"),
    "lesson-removed": N_("lessons removed"),
    "closed": N_("times closed"),
    "stopped": N_("times stopped"),
    "removed": N_("files removed"),
    "edited": N_("fields edited"),
    "tidied": N_("changes of comments and layout"),
    "moved": N_("moves of the file"),
    "unreadable": N_("versions that cannot be read"),
    "history-cut": N_("beginnings of a cut history"),
}
"""Every name of an event, and what several of them are called together."""

OF_ACCELERATOR: Mapping[str, str] = {
    "topic-renamed": N_("topics renamed"),
    "cohort-opened": N_("cohorts opened"),
    "cohort-renamed": N_("cohorts renamed"),
    "cohort-launch-moved": N_("launches of cohorts moved"),
    "cohort-launch-removed": N_("launches of cohorts taken out"),
    "cohort-review-set": N_("reviews of cohorts set"),
    "cohort-review-moved": N_("reviews of cohorts moved"),
    "cohort-review-removed": N_("reviews of cohorts taken out"),
    "setting-changed": N_("changes of settings"),
}
"""Names of what may happen several times in one version of accelerator.yaml, and what that is called together."""

OF_PROMISES: frozenset[str] = frozenset(
    [
        *("target-moved", "frozen-field-changed", "reading-rewritten", "reading-removed"),
        *("amendment-rewritten", "amendment-removed", "waiver-changed", "waiver-removed"),
        *("reopening-changed", "reopening-removed", "phase-reopened"),
    ]
)
"""Changes of what was promised or written down: the audit asks of each whether it was allowed."""

BESIDE: tuple[str, ...] = (
    *("training-opened", "module-added", "module-changed", "module-removed", "module-attended"),
    *("participants-enrolled", "participants-graduated", "participants-left", "participants-changed"),
    *("participants-removed", "project-given"),
    *("exchange-opened", "visit-held", "visit-changed", "visit-removed", "practice-added", "practice-used"),
    *("accelerator-founded", "topic-added", "topic-removed", "partner-added", "partner-removed"),
    *("cohort-removed", "weights-changed", *OF_ACCELERATOR),
)
"""The names that events have beside the challenges: in training, in exchange and in accelerator.yaml."""
