"""A reading was written down more than 14 days after the day that it is about.

Readings are weekly. One that comes weeks later was not there when decisions were taken, and it may have
been chosen knowing how the story ended. This is a warning: a registry may really deliver late. A
correction of a day that has a reading already is not meant.

Example: the reading of 4 May came with a commit of 10 June.

What to do: ask for the source of the number, and since when it has been known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.step import Step

RULE = "reading-entered-late"
SEVERITY = Severity.WARNING

ENTERED_WITHIN = 14
"""Days within which a reading is written down."""


def check(step: Step) -> Iterator[AuditFinding]:
    first = step.made.earliest_day
    for event in step.events if step.before else ():
        if event.name not in {"reading-recorded", "guardrail-read"} or event.on is None:
            continue
        late = (first - event.on).days
        if late > ENTERED_WITHIN:
            series = event.detail.get("goal") or event.detail.get("guardrail")
            text = _(
                "The reading of {series} for {on} was written down on {first}, {late} days later."
            ).format(series=series, on=event.on, first=first, late=late)
            mend = _("Ask for the source of the number, and since when it has been known.")
            yield step.found(RULE, SEVERITY, text, mend, about=f"{series} {event.on}")
