"""A waiver that stood in the file was taken out or rewritten.

A waiver says who let a gate be passed without one of its conditions, and why. It belongs to the
challenge for good: every report shows it.

Example: the waiver of clock-has-run is gone from a version made after the gate was passed.

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

RULE = "waiver-removed"
SEVERITY = Severity.ERROR
LOOKS_AT = "waivers"


def check(step: Step) -> Iterator[AuditFinding]:
    for event in step.events:
        if event.name in {"waiver-removed", "waiver-changed"}:
            mend = _("Put it back: git revert {commit}").format(commit=step.made.commit[:10])
            about = str(event.detail.get("condition"))
            yield step.found(RULE, SEVERITY, sentence(event.text), mend, about=about, is_loss=True)
