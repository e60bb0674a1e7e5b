"""A reading was written down more than 14 days after the day that it is about.

Readings are weekly. One that comes weeks later was not there when decisions were taken, and it may have
been chosen knowing how the story ended. This is a warning: a registry may really deliver late. A
correction of a day that has a reading already is not meant, unless it says of itself that it was entered
more than 14 days before it came.

Example: the reading of 4 May came with a commit of 10 June.

What to do: ask for the source of the number, and since when it has been known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.history.audit.reading_in_the_future import NAMES, day_entered, series_of
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
    for event in step.events if step.before else ():
        if event.name not in NAMES or event.on is None:
            continue
        first = step.made.earliest_day
        late = 0 if event.name == "reading-corrected" else (first - event.on).days
        entered = day_entered(event) or first
        if late > ENTERED_WITHIN:
            text = _(
                "The reading of {series} for {on} was written down on {first}, {late} days later."
            ).format(series=series_of(event), on=event.on, first=first, late=late)
        elif (first - entered).days > ENTERED_WITHIN:
            text = _(
                "The reading of {series} for {on} says that it was entered on {entered}, and came on {last}."
            ).format(series=series_of(event), on=event.on, entered=entered, last=first)
        else:
            continue
        mend = _("Ask for the source of the number, and since when it has been known.")
        yield step.found(RULE, SEVERITY, text, mend, about=f"{series_of(event)} {event.on}")
