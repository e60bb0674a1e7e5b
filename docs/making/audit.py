"""The page of the audit: every rule, in the words for the auditor."""

from __future__ import annotations

import inspect

from hundredday.history.audit import rules


def audit_page() -> str:
    """Every rule of the audit, in the words for the auditor."""
    lines = [
        "# Audit\n",
        "`hundredday audit` reads every version from git; each rule below is one kind of finding.\n",
    ]
    for rule in rules():
        mark = " *(warning)*" if rule.SEVERITY.value == "warning" else ""
        lines.append(f"## {rule.RULE}{mark}\n\n{inspect.cleandoc(rule.__doc__ or '')}\n")
    return "\n".join(lines)
