"""A reading is dated after the day on which it was written down.

Nobody can have counted it by then. Such a number is a hope, a plan, or a slip of the pen; it moves the
forecast all the same.

Example: a commit of 13 April brings a reading of 20 April.

What to do: ask where the number came from, and correct it on the day itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.step import Step

RULE = "reading-in-the-future"
SEVERITY = Severity.ERROR

NAMES = frozenset({"reading-recorded", "reading-corrected", "guardrail-read"})
"""The events by which a reading comes in."""


def check(step: Step) -> Iterator[AuditFinding]:
    last = step.made.latest_day
    for event in step.events:
        if event.name in NAMES and event.on is not None and event.on > last:
            series = event.detail.get("goal") or event.detail.get("guardrail")
            text = _("The reading of {series} for {on} was committed on {last}, before that day.").format(
                series=series, on=event.on, last=last
            )
            mend = _("Ask where the number came from, and record the true one on the day itself.")
            yield step.found(RULE, SEVERITY, text, mend, about=f"{series} {event.on}")
