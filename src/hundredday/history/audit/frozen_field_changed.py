"""A goal was moved after the launch, and no amendment says so.

At the launch the target, its baseline, its due date and what is counted freeze, and so do the clock,
the list of goals, and which of them is primary. A change of a goal comes with an amendment in the same
version: day, reason, approver. Without one, a goal that is missed becomes a goal that was reached, and
nobody can tell.

Example: `target: 107` became `target: 102` eight days before the end.

What to do: ask who made the commit. If the change was agreed, undo it and make it with
`hundredday amend ID GOAL FIELD VALUE --because … --by …`; if not, undo it with `git revert`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.history.audit.step import sentence
from hundredday.language import _
from hundredday.mends import command, with_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.challenge import Challenge
    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.step import Step

RULE = "frozen-field-changed"
SEVERITY = Severity.ERROR


def check(step: Step) -> Iterator[AuditFinding]:
    if step.before is None or step.after is None or step.before.clock is None:
        return
    undo = _("Undo it: git revert {commit}").format(commit=step.made.commit[:10])
    for event in step.events:
        goal, field = event.detail.get("goal", ""), event.detail.get("field", "")
        if event.name in {"target-moved", "frozen-field-changed"}:
            mend = _amended(step, goal, field, event.detail.get("to"), undo)
            yield step.found(RULE, SEVERITY, sentence(event.text), mend, about=f"{goal} {field}")
        elif event.name == "goal-removed":
            text = _("The goal {goal} was removed after the launch.").format(goal=goal)
            yield step.found(RULE, SEVERITY, text, undo, about=f"{goal} removed", is_loss=True)
        elif event.name == "goal-changed" and "was" in event.detail:
            about = f"{event.detail['was']} renamed"
            yield step.found(RULE, SEVERITY, sentence(event.text), undo, about=about, is_loss=True)
        elif event.name == "clock-moved" and _runs(step.before, step):
            text = _("{text} The clock was running.").format(text=sentence(event.text))
            mend = _("Once it runs, it is not moved. {undo}").format(undo=undo)
            yield step.found(RULE, SEVERITY, text, mend, about="clock")
    yield from _added(step, step.before, step.after, undo)
    yield from _primary_changed(step, step.before, step.after, undo)


def _added(step: Step, before: Challenge, after: Challenge, undo: str) -> Iterator[AuditFinding]:
    """The goals that came after the launch; one that took the place of another is told as that one's removal."""
    if before.goals.keys() - after.goals.keys():
        return
    for goal in (key for key in after.goals if key not in before.goals):
        text = _("The goal {goal} was added after the launch.").format(goal=goal)
        yield step.found(RULE, SEVERITY, text, undo, about=f"{goal} added")


def _primary_changed(step: Step, before: Challenge, after: Challenge, undo: str) -> Iterator[AuditFinding]:
    was, now = _primary(before), _primary(after)
    if was is None or was == now or was not in after.goals:
        return
    if now is None:
        text = _("The primary goal was {was} at the launch, and no goal is any more.").format(was=was)
        yield step.found(RULE, SEVERITY, text, undo, about="primary")
    elif now in before.goals:
        text = _("The primary goal was {was} at the launch and became {now}.").format(was=was, now=now)
        yield step.found(RULE, SEVERITY, text, undo, about="primary")


def _amended(step: Step, goal: object, field: object, to: object, undo: str) -> str:
    """How to put it right: undone, and made anew as an amendment when it was agreed."""
    if to is None:
        return undo
    amend = with_id(command("amend", str(goal), str(field), str(to), because="WHY", by="WHO"), step.challenge)
    return _("{undo}. If it was agreed, amend it then: {command}").format(undo=undo, command=amend)


def _runs(before: Challenge, step: Step) -> bool:
    # A launch that lies ahead may still be set to another day.
    return bool(before.start and before.start <= step.made.latest_day)


def _primary(challenge: Challenge) -> str | None:
    return challenge.primary[0] if challenge.primary else None
