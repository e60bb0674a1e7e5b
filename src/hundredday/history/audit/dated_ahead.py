"""A commit is dated on a day that has not come yet.

Dates of commits come from the clock of whoever makes them, and can be set by hand. One that lies ahead lets
readings and amendments pass that are dated ahead too. A day is allowed, because somewhere it is tomorrow
already. When its day has come the finding goes; what was built on it until then runs backwards.

Example: on 26 November a commit is dated 14 January of the next year.

What to do: ask who made it, and set the clock of the machine. What the commit dates (readings,
amendments) cannot be believed by its date alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.history.audit.whole import found
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.whole import Whole

RULE = "dated-ahead"
SEVERITY = Severity.ERROR


def check(whole: Whole) -> Iterator[AuditFinding]:
    for one in whole.newest:
        if whole.until is not None and one.when >= whole.until:
            text = _("The commit is dated {date:%Y-%m-%d %H:%M %z}, which has not come yet.").format(
                date=one.when
            )
            mend = _("Ask {name} about it, and see that the clock of the machine is right.").format(
                name=one.who
            )
            when = one.when.isoformat()
            yield found(RULE, SEVERITY, text, mend, commit=one.commit, when=when, who=one.who)
