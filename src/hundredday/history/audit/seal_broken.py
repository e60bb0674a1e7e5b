"""A seal does not say what it stands on.

A seal is an annotated tag that holds the id of the head and a SHA-256 digest over the names and contents
of all challenges. One that was moved to another commit, or written by hand, no longer fits.

Example: hundredday/seal/2026-07-16-1 stands on another commit than it says.

What to do: fetch the tag again from where it is kept safe: `git fetch --force origin tag NAME`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.history.audit.whole import found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.whole import Whole

RULE = "seal-broken"
SEVERITY = Severity.ERROR


def check(whole: Whole) -> Iterator[AuditFinding]:
    for seal in whole.seals:
        if seal.problem:
            text = f"The seal {seal.name} cannot be believed: {seal.problem}."
            mend = f"Fetch it again from where it is kept: git fetch --force origin tag {seal.name}"
            yield found(RULE, SEVERITY, text, mend, commit=seal.commit, when=seal.on, who=seal.who)
