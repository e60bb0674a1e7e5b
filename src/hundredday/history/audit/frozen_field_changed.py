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
    undo = f"undo it: git revert {step.made.commit[:10]}"
    mend = f"If it was agreed, make it an amendment: hundredday amend {step.challenge}. If not, {undo}"
    for event in step.events:
        goal, field = event.detail.get("goal", ""), event.detail.get("field", "")
        if event.name in {"target-moved", "frozen-field-changed"}:
            yield step.found(RULE, SEVERITY, sentence(event.text), mend, about=f"{goal} {field}")
        elif event.name == "goal-removed":
            text = f"The goal {goal} was removed after the launch."
            yield step.found(RULE, SEVERITY, text, mend, about=f"{goal} removed", is_loss=True)
        elif event.name == "clock-moved" and _runs(step.before, step):
            text = f"{sentence(event.text)} The clock was running."
            yield step.found(RULE, SEVERITY, text, f"Once it runs, it is not moved. To {undo}", about="clock")
    was, now = _primary(step.before), _primary(step.after)
    if was and now and was != now and was in step.after.goals:
        text = f"The primary goal was {was} at the launch and became {now}."
        yield step.found(RULE, SEVERITY, text, mend, about="primary")


def _runs(before: Challenge, step: Step) -> bool:
    # A launch that lies ahead may still be set to another day.
    clock = before.clock
    return bool(clock and clock.start and clock.start <= step.made.latest_day)


def _primary(challenge: Challenge) -> str | None:
    return challenge.primary[0] if challenge.primary else None
