"""The reason for which a challenge was reopened was taken out or rewritten.

It says that the challenge had been stopped or declined, when and why, and why it went on all the same.
It belongs to the challenge for good: every report shows it.

Example: the entry under reopened is gone from a version made after the challenge went on.

What to do: put it back with `git revert`.
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

RULE = "reopening-removed"
SEVERITY = Severity.ERROR
LOOKS_AT = "reopened"


def check(step: Step) -> Iterator[AuditFinding]:
    for event in step.events:
        if event.name in {"reopening-removed", "reopening-changed"}:
            mend = _("Put it back: git revert {commit}").format(commit=step.made.commit[:10])
            yield step.found(RULE, SEVERITY, sentence(event.text), mend, about=str(event.on), is_loss=True)
