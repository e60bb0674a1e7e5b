"""What would have shown the challenge at risk was changed after the launch, and shows nothing now.

Health is computed: from readings, but also from guardrails and from critical milestones. A guardrail whose
limit is loosened is not breached any more; a critical milestone that is overdue stops being so when it gets
another day, when it is called critical no longer, or when it is taken out. The method allows all of these,
and the day on which they were done says what for. This is a warning: plans are mended too.

Example: appeals rose to 15 a week, above the limit of 12, and the limit became 20.

What to do: ask who agreed to it, and look at the readings beside the old limit, the old day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge.acceleration import Acceleration, Guardrail, Milestone
    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.step import Step

RULE = "alarm-silenced"
SEVERITY = Severity.WARNING


def check(step: Step) -> Iterator[AuditFinding]:
    if step.before is None or step.after is None or step.before.clock is None:
        return
    was, now = step.before.acceleration, step.after.acceleration
    if was is None or now is None:
        return
    for about, text in (*_guardrails(was, now), *_milestones(was, now, step)):
        mend = _("Ask who agreed to it, and look at the readings and the days beside what stood before.")
        yield step.found(RULE, SEVERITY, text, mend, about=about)


def _guardrails(was: Acceleration, now: Acceleration) -> Iterator[tuple[str, str]]:
    for key, old in was.guardrails.items():
        new = now.guardrails.get(key)
        if new is None and not old.readings:  # with readings it is more than a warning
            yield f"guardrail {key}", _("The guardrail {key} was taken out after the launch.").format(key=key)
        elif new and old.limit is not None and _is_loosened(old, new):
            text = _(
                "The limit of the guardrail {key} was loosened after the launch: {was}, now {now}."
            ).format(key=key, was=_limit(old), now=_limit(new))
            yield f"guardrail {key}", text


def _is_loosened(old: Guardrail, new: Guardrail) -> bool:
    if new.limit is None or old.limit is None or new.worse != old.worse:
        return old.worse is not None
    return new.limit < old.limit if old.worse == "below" else new.limit > old.limit


def _limit(rail: Guardrail) -> str:
    if rail.limit is None:
        return _("nothing")
    bound = {"above": _("at most"), "below": _("at least")}.get(rail.worse or "", _("limit"))
    return f"{bound} {rail.limit}"


def _milestones(was: Acceleration, now: Acceleration, step: Step) -> Iterator[tuple[str, str]]:
    for key, old in was.milestones.items():
        if old.critical and _is_silenced(old, now.milestones.get(key), step.made.latest_day):
            text = _(
                "The critical milestone {key} was overdue since {due}, and does not count as such any more."
            ).format(key=key, due=old.due)
            yield f"milestone {key}", text


def _is_silenced(old: Milestone, new: Milestone | None, day: date) -> bool:
    """Whether it was overdue, and is neither so now nor done."""
    return _is_overdue(old, day) and not (new and (new.done or _is_overdue(new, day)))


def _is_overdue(one: Milestone, day: date) -> bool:
    return bool(one.critical and one.due and one.due < day and one.done is None)
