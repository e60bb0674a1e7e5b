"""The history here is not all of it, or not the one that was made.

A shallow clone (`git clone --depth`) begins somewhere in the middle: what was done before its first
commit cannot be audited, and “nothing found” would mean nothing. Grafts and replacements tell git to
show other commits than those that were made.

Example: history is cut at 2026-05-04.

What to do: fetch the rest with `git fetch --unshallow`; take out `.git/info/grafts`; look at
`git replace --list`, and delete what nobody can explain.
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

RULE = "history-incomplete"
SEVERITY = Severity.ERROR


def check(whole: Whole) -> Iterator[AuditFinding]:
    if whole.cut_at is not None:
        text = _("This history is cut at {cut_at:%Y-%m-%d}: what came before is not here.").format(
            cut_at=whole.cut_at
        )
        yield found(
            RULE, SEVERITY, text, _("Fetch the rest: git fetch --unshallow"), when=whole.cut_at.isoformat()
        )
    if whole.is_grafted:
        text = _("Grafts tell git to show other parents of commits than those that were recorded.")
        yield found(RULE, SEVERITY, text, _("Move .git/info/grafts away, and run the audit again."))
    if whole.replaced:
        many = (
            _("A commit or a file is")
            if whole.replaced == 1
            else _("{replaced} commits or files are").format(replaced=whole.replaced)
        )
        text = _("{many} replaced by another one (refs/replace); this audit reads the original.").format(
            many=many
        )
        yield found(RULE, SEVERITY, text, _("See git replace --list, and delete what nobody can explain."))
