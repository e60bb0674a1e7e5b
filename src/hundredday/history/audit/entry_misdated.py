"""A launch, a declared colour, a review or a waiver is dated on another day than it was made.

Each of them bears the day on which it was said. It cannot be dated after the commit that brings it, but for
a launch, which may lie ahead; and one that is dated more than 14 days before that commit was written down
long after it was said, or was never said then. Whoever launches on Day 60 knows what can be promised. The
second is a warning: offices do forget.

Example: on 10 July a declaration of 4 May comes in: red, “we warned of it in May”.

What to do: ask for the minutes, or the message, in which it was said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.history.audit.step import sentence
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.step import Step

RULE = "entry-misdated"
SEVERITY = Severity.ERROR
LOOKS_AT = "waivers"

WRITTEN_WITHIN = 14
"""Days within which what was said is written down."""

_NAMES = frozenset({"declared", "review-held", "gate-waived", "launched"})


def check(step: Step) -> Iterator[AuditFinding]:
    for event in step.events if step.before else ():
        if event.name not in _NAMES or event.on is None:
            continue
        first, last = step.made.earliest_day, step.made.latest_day
        mend = _("Ask for the minutes, or the message, in which it was said.")
        about = f"{event.name} {event.on} {event.detail.get('condition', '')}"
        what, late = sentence(event.text), (first - event.on).days
        if event.on > last and event.name != "launched":
            text = _("{what} It is dated {on}, and came on {last}, before that day.").format(
                what=what, on=event.on, last=last
            )
            yield step.found(RULE, SEVERITY, text, mend, about=about)
        elif late > WRITTEN_WITHIN:
            text = _("{what} It is dated {on}, and came on {first}, {days} days later.").format(
                what=what, on=event.on, first=first, days=late
            )
            yield step.found(RULE, Severity.WARNING, text, mend, about=about)
