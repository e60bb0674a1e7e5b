"""A declared colour or a waiver is dated after the commit that brings it.

Each of them bears the day on which it was said, and nobody can write down today what was said tomorrow. What is
written down late is no offence: offices forget, and `hundredday log` shows the day of the commit beside it.

Example: on 10 July a waiver of 16 July comes in, “courts were closed in May”.

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

_NAMES = frozenset({"declared", "gate-waived"})


def check(step: Step) -> Iterator[AuditFinding]:
    last = step.made.latest_day
    for event in step.events if step.before else ():
        if event.name in _NAMES and event.on and event.on > last:
            text = _("{what} It is dated {on}, and came on {last}, before that day.").format(
                what=sentence(event.text), on=event.on, last=last
            )
            mend = _("Ask for the minutes, or the message, in which it was said.")
            about = f"{event.name} {event.on} {event.detail.get('condition', '')}"
            yield step.found(RULE, SEVERITY, text, mend, about=about)
