"""A reading is dated after the day on which it was written down.

Nobody can have counted it by then. Such a number is a hope, a plan, or a slip of the pen; it moves the
forecast all the same. Nor can it have been entered on a day that had not come.

Example: a commit of 13 April brings a reading of 20 April.

What to do: ask where the number came from, and correct it on the day itself.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.step import Step
    from hundredday.history.event import Event

RULE = "reading-in-the-future"
SEVERITY = Severity.ERROR

NAMES = frozenset({"reading-recorded", "reading-corrected", "guardrail-read"})
"""The events by which a reading comes in."""


def check(step: Step) -> Iterator[AuditFinding]:
    for event in step.events:
        if event.name not in NAMES or event.on is None:
            continue
        last, entered = step.made.latest_day, day_entered(event)
        if event.on > last:
            text = _("The reading of {series} for {on} was committed on {last}, before that day.").format(
                series=series_of(event), on=event.on, last=last
            )
            yield _found(step, event, text)
        elif entered and entered > last:
            text = _(
                "The reading of {series} for {on} says that it was entered on {entered}, and came on {last}."
            ).format(series=series_of(event), on=event.on, entered=entered, last=last)
            yield _found(step, event, text)


def day_entered(event: Event) -> date | None:
    """The day on which a reading says that it was written down, where it says one."""
    entered = event.detail.get("entered")
    return date.fromisoformat(str(entered)) if entered else None


def series_of(event: Event) -> str:
    """The goal or the guardrail that a reading is of."""
    return str(event.detail.get("goal") or event.detail.get("guardrail"))


def _found(step: Step, event: Event, text: str) -> AuditFinding:
    mend = _("Ask where the number came from, and record the true one on the day itself.")
    return step.found(RULE, SEVERITY, text, mend, about=f"{series_of(event)} {event.on}")
