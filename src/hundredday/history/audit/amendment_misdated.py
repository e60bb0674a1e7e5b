"""An amendment is dated on another day than it was made.

An amendment bears the day on which it was agreed. It cannot be dated after the commit that brings it;
and one that is dated more than 14 days before that commit was written down long after it was agreed,
or was never agreed then. The second is a warning: offices do forget.

Example: an amendment dated 27 May that came with a commit of 10 July, five days before the end.

What to do: ask for the minutes of the meeting at which it was agreed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.step import Step

RULE = "amendment-misdated"
SEVERITY = Severity.ERROR

WRITTEN_WITHIN = 14
"""Days within which an amendment is written down."""


def check(step: Step) -> Iterator[AuditFinding]:
    for event in step.events if step.before else ():
        if event.name != "amended" or event.on is None:
            continue
        first, last = step.made.earliest_day, step.made.latest_day
        what = _("The amendment of {goal} {field} is dated {on}").format(
            goal=event.detail.get("goal"), field=event.detail.get("field"), on=event.on
        )
        about = f"{event.detail.get('goal')} {event.detail.get('field')} {event.on}"
        mend = _("Ask for the minutes of the meeting at which it was agreed.")
        if event.on > last:
            text = _("{what}, and was committed on {last}, before that day.").format(what=what, last=last)
            yield step.found(RULE, SEVERITY, text, mend, about=about)
        elif (first - event.on).days > WRITTEN_WITHIN:
            text = _("{what}, and was committed on {first}, {days} days later.").format(
                what=what, first=first, days=(first - event.on).days
            )
            yield step.found(RULE, Severity.WARNING, text, mend, about=about)
