"""What decides whether a goal was reached was changed after the challenge had left Acceleration.

The gate to Sustainability is passed with the results. From then on a goal is what it was: it is not
amended any more, its baseline is not measured any more, and whether it could be measured is settled.
Readings go on, as follow-ups, and the last one before the due date may be corrected in the open.

Example: a missed goal is marked as not measurable two weeks after the results were handed over.

What to do: ask who made the commit, and undo it with `git revert`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.history.audit.step import sentence
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.challenge.goal import Goal
    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.step import Step

RULE = "result-changed-afterwards"
SEVERITY = Severity.ERROR

_AFTERWARDS = frozenset({"sustainability", "closed"})


def check(step: Step) -> Iterator[AuditFinding]:
    if step.before is None or step.after is None or step.before.phase not in _AFTERWARDS:
        return
    undo = _("Undo it: git revert {commit}").format(commit=step.made.commit[:10])
    for event in step.events:
        if event.name == "amended":
            text = _("{text} The results were in.").format(text=sentence(event.text))
            about = f"{event.detail.get('goal')} {event.detail.get('field')} {event.on}"
            yield step.found(RULE, SEVERITY, text, undo, about=about)
    for key, goal in step.after.goals.items():
        was = step.before.goals.get(key)
        if was and was.not_measurable != goal.not_measurable:
            text = _("Whether {goal} can be measured was decided anew, when the results were in.").format(
                goal=key
            )
            yield step.found(RULE, SEVERITY, text, undo, about=f"{key} not measurable")
        if was and _baseline(was) is None and _baseline(goal) is not None:
            text = _("The baseline of {goal} was filled in when the results were in.").format(goal=key)
            yield step.found(RULE, SEVERITY, text, undo, about=f"{key} baseline")


def _baseline(goal: Goal) -> object:
    return goal.measurable.baseline if goal.measurable else None
