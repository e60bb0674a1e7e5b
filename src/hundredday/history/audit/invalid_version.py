"""A version of the file cannot be read as a challenge.

What such a version says, nobody can tell, and neither can this audit. The next version that can be read
is compared with the last one before, so that nothing is hidden behind a broken file.

Example: a commit with the conflict markers of git in the file.

What to do: mend the file, if it is still broken (`hundredday check`), and ask why it was committed so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.step import Step

RULE = "invalid-version"
SEVERITY = Severity.ERROR


def check(step: Step) -> Iterator[AuditFinding]:
    if step.problem:
        text = _("This version cannot be read as a challenge: {problem}").format(problem=step.problem)
        mend = _("See that it is mended: hundredday check. Edits are best committed with hundredday save.")
        yield step.found(RULE, SEVERITY, text, mend)
