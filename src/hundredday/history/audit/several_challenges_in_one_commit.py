"""One commit changed several challenges.

One change of one challenge is one commit: only then does its message say all of it, and only then can
it be undone alone. This is a warning. Files that only moved to another folder do not count, and
neither does a merge.

Example: a commit “Weekly numbers” with readings in seven files.

What to do: commit each challenge on its own with `hundredday save`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.step import Made

RULE = "several-challenges-in-one-commit"
SEVERITY = Severity.WARNING

_NAMED = 3


def check(made: Made) -> Iterator[AuditFinding]:
    if len(made.challenges) > 1 and not made.is_merge:
        more = (
            _(" and {challenges} more").format(challenges=len(made.challenges) - _NAMED)
            if len(made.challenges) > _NAMED
            else ""
        )
        text = _("{many} challenges in one commit: {named}{more}.").format(
            many=len(made.challenges), named=", ".join(made.challenges[:_NAMED]), more=more
        )
        yield made.found(RULE, SEVERITY, text, _("Commit each challenge on its own: hundredday save"))
