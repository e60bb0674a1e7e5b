"""The numbers of a goal come from somewhere else than at the launch.

A team's own survey counts otherwise than a registry, also under the same counting rule. The source of a
goal is no frozen field: registries are renamed and replaced. A single number from elsewhere says so itself,
in its reading. This is a warning: it asks for a look at both sources.

Example: `source: Registry export, Mondays` became `source: Survey of the team` on Day 60.

What to do: ask for the numbers of both sources for one and the same week.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.step import Step

RULE = "source-changed"
SEVERITY = Severity.WARNING


def check(step: Step) -> Iterator[AuditFinding]:
    if step.before is None or step.after is None or step.before.clock is None:
        return
    for key, goal in step.after.goals.items():
        known = step.before.goals.get(key)
        was = known.measurable.source if known and known.measurable else None
        now = goal.measurable.source if goal.measurable else None
        if was is not None and was != now and was.split() != (now or "").split():
            text = _("The source of {goal} was “{was}” and became “{now}” after the launch.").format(
                goal=key, was=was, now=now or _("nothing")
            )
            mend = _("Ask for the numbers of both sources for one and the same week.")
            yield step.found(RULE, SEVERITY, text, mend, about=key)
