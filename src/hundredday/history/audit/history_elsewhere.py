"""Challenges came from a folder in which others stayed.

An accelerator that moves to another folder of its repository is audited wherever it stood, with all that it
had there. Where only some of its challenges came, the others belong to the folder that they stayed in: what
was done to them, and to those that were deleted there, is found by an audit there and not here.

Example: challenges came from 2025/challenges, and others stayed there.

What to do: audit the other folder too, and ask why they were parted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.harmless import one_line
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.step import Made

RULE = "history-elsewhere"
SEVERITY = Severity.WARNING


def check(made: Made) -> Iterator[AuditFinding]:
    if made.parted_from is not None:
        folder = one_line(f"{made.parted_from}challenges")
        text = _(
            "Challenges came from {folder}, and others stayed there: of these, the history before {date} is not "
            "looked at here."
        ).format(folder=folder, date=made.authored.date())
        yield made.found(RULE, SEVERITY, text, _("Audit the accelerator in that folder too."))
