"""Findings as a text that can be kept, and back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hundredday.findings import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable


def findings_text(findings: Iterable[Finding]) -> str:
    """Findings as JSON."""
    found = list(findings)
    return json.dumps(found, ensure_ascii=False) if found else "[]"


def findings_from(text: str) -> tuple[Finding, ...]:
    """Findings from what `findings_text` made of them."""
    return tuple(
        Finding._make((code, said, mend, Severity(severity), tuple(where), place and Place(*place)))
        for code, said, mend, severity, where, place in json.loads(text)
    )
