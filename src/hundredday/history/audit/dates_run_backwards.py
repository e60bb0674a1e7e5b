"""A commit is dated before the commit that it builds on.

Dates of commits come from the clock of whoever makes them, and can be set by hand. A commit that is
older than its parent was made on a machine whose clock is wrong, or was dated back. Ten minutes are
allowed, because no two clocks agree.

Example: a commit of 1 May stands behind one of 20 May.

What to do: ask who made it, and set the clock of the machine. What the commit dates (readings,
amendments) cannot be believed by its date alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.days import CLOCKS_DIFFER
from hundredday.findings import Severity
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.step import Made

RULE = "dates-run-backwards"
SEVERITY = Severity.ERROR


def check(made: Made) -> Iterator[AuditFinding]:
    if made.newest_parent is not None and made.newest_parent - made.committed > CLOCKS_DIFFER:
        before, after = (f"{at:%Y-%m-%d %H:%M %z}" for at in (made.committed, made.newest_parent))
        text = _("The commit is dated {before}, and builds on one of {after}.").format(
            before=before, after=after
        )
        mend = _("Ask {name} about it, and see that the clock of the machine is right.").format(
            name=made.committer.name
        )
        yield made.found(RULE, SEVERITY, text, mend)
