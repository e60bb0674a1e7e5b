"""What was decided, declared, signed or learnt stood in the file and was taken out or rewritten.

A colour was declared on a day, a review was held, a candidate was selected for a reason, a leader has
signed, a lesson was learnt; and a guardrail, an open blocker, a milestone whose day has come stand in the
file whether one likes them or not. A later version that says otherwise says so of the past. Of Design it is
asked once the challenge has left it, of guardrails and milestones once it has left Acceleration, of
Sustainability, the team and blockers once it is closed. To fill in what was missing is no matter, and what
went along with a phase that went back is told as that. This is a warning: slips of the pen are mended too,
and a lesson may have got into the wrong file.

Example: the colour declared green on 4 May reads red in a version of 20 July, “we warned of it”.

What to do: compare the two versions, and ask who wanted it otherwise. Undo it with `git revert`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.history.audit.step import sentence
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hundredday.challenge import Challenge
    from hundredday.challenge.design import Design
    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.step import Step
    from hundredday.history.event import Event
    from hundredday.shape import Part

RULE = "record-rewritten"
SEVERITY = Severity.WARNING

_NAMES = ("lesson", "review", "practice", "milestone", "blocker", "guardrail", "where")
_ALWAYS = frozenset({"lesson-removed", "lesson-changed", "pledge-removed"})
_OF_WORK = frozenset({"declaration-rewritten", "declaration-removed", "review-changed", "review-removed"})
_OF_PLANS = {
    "milestone-removed": "milestones",
    "blocker-removed": "blockers",
    "guardrail-removed": "guardrails",
}
_WHEN_DONE = {
    "sustainability": frozenset(
        {"guardrail-changed", "milestone-changed", "milestone-moved", "milestone-removed"}
    ),
    "closed": frozenset(
        {
            *("guardrail-changed", "milestone-changed", "milestone-moved", "milestone-removed"),
            *("blocker-changed", "blocker-removed", "team-changed"),
        }
    ),
}
"""What is not worked at any more in a phase."""
_OF_DESIGN = frozenset({"decision-changed", "selected", "declined", "scored", "note-changed"})
_OF_THE_END = frozenset({"pledge-changed", "scale-decided", "follow-up-planned", "practice-removed"})


def check(step: Step) -> Iterator[AuditFinding]:
    before, after = step.before, step.after
    if before is None or after is None or before.phase == "design" or _went_back(before, after):
        return
    asked = _ALWAYS | _OF_DESIGN | (_OF_THE_END if before.phase == "closed" else frozenset())
    settled = _OF_WORK | _WHEN_DONE.get(before.phase, frozenset())
    of_work = (
        one
        for one in step.events
        if one.name in settled or _is_day_of_entry(one, "acceleration") or _is_hidden(step, before, one)
    )
    of_others = (one for one in _elsewhere(before, after) if one.name in asked or _is_day_of_entry(one))
    for event in (*of_work, *of_others):
        if not _is_completed(before, after, event):
            mend = _("Compare the two versions, and ask why. To undo it: git revert {commit}").format(
                commit=step.made.commit[:10]
            )
            is_loss = event.name.endswith("-removed")
            yield step.found(RULE, SEVERITY, sentence(event.text), mend, about=_about(event), is_loss=is_loss)


def _went_back(before: Challenge, after: Challenge) -> bool:
    from hundredday.challenge import PHASES

    return before.phase != after.phase and PHASES.index(after.phase) < PHASES.index(before.phase)


def _is_hidden(step: Step, before: Challenge, event: Event) -> bool:
    """Whether a guardrail, an open blocker, or a milestone whose day had come was taken out after the launch."""
    place = _OF_PLANS.get(event.name)
    if place is None or before.clock is None or event.detail.get("readings"):
        return False  # with its readings, a guardrail is another rule's
    part = getattr(before.acceleration, place)[event.detail[place[:-1]]]
    if place == "blockers":
        return part.resolved is None
    return place == "guardrails" or bool(part.due and part.due <= step.made.latest_day)


def _elsewhere(before: Challenge, after: Challenge) -> tuple[Event, ...]:
    """What happened in the sections that most versions leave as they are."""
    differing = frozenset(_differing(before, after))
    if not differing:
        return ()
    from hundredday.history.difference import events_between

    return events_between(before, after, differing)


def _differing(before: Challenge, after: Challenge) -> Iterator[str]:
    """The sections in which something may have been rewritten; what only came in was not."""
    if before.design and _are_other(_kept(before.design), _kept(after.design)):
        yield "design"
    if _are_other(before.lessons, after.lessons):
        yield "lessons"
    if (before.design and before.design.entered) != (after.design and after.design.entered):
        yield "design"
    if before.closed and before.closed != after.closed:
        yield "closed"
    was, now = before.sustainability, after.sustainability
    if was and (
        now is None or before.closed or was.entered != now.entered or _are_other(was.pledges, now.pledges)
    ):
        yield "sustainability"


def _kept(design: Design | None) -> tuple[Part | None, ...]:
    return (design.decision, design.scores, design.note) if design else ()


def _are_other(was: Sequence[Part | None], now: Sequence[Part | None]) -> bool:
    """Whether one of the parts is another one now; what was added behind them does not count."""
    if len(now) < len(was):
        return True
    # By their fields, and without a generator: it is asked of every version, and most often in vain.
    return any(
        old is not None and (new is None or vars(old) != vars(new))
        for old, new in zip(was, now, strict=False)
    )


def _is_day_of_entry(event: Event, section: str = "") -> bool:
    """Whether the day on which a phase was entered, or on which the challenge ended, was changed."""
    if event.name != "edited":
        return False
    where = str(event.detail.get("where", ""))
    return where.startswith(section) and where.endswith((".entered", "closed.date"))


def _is_completed(before: Challenge, after: Challenge, event: Event) -> bool:
    """Whether only what was missing came in."""
    from hundredday.history.leaves import changes

    if event.name == "edited":
        return event.detail.get("from") is None
    pairs = {
        "review": lambda one: (
            one.acceleration and one.acceleration.reviews.get(str(event.detail.get("review")))
        ),
        "decision": lambda one: one.design and one.design.decision,
        "selected": lambda one: one.design and one.design.decision,
        "scored": lambda one: one.design and one.design.scores,
        "note": lambda one: one.design and one.design.note,
        "scale": lambda one: one.sustainability and one.sustainability.scale,
        "follow": lambda one: one.sustainability and one.sustainability.follow_up,
    }
    part = pairs.get(event.name.partition("-")[0])
    return part is not None and all(one.before is None for one in changes(part(before), part(after)))


def _about(event: Event) -> str:
    what = event.name.partition("-")[0]
    if what in {"declaration", "pledge"}:
        return f"{what} {event.detail.get('by') or event.on}"
    named = (event.detail[one] for one in _NAMES if one in event.detail)
    return f"{what} {next(named, '')}"
