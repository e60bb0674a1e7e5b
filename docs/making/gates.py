"""The page of the gates: every condition, in the words for whoever is stopped by it."""

from __future__ import annotations

import inspect

from hundredday.gates import conditions, name_of

GATES = {
    "acceleration": "Design → Acceleration (`advance`)",
    "launch": "Launch, Day 0 (`launch`)",
    "sustainability": "Acceleration → Sustainability (`advance`)",
    "closed": "Sustainability → closed (`advance`)",
}


def gates_page() -> str:
    """Every gate condition, in the words for whoever is stopped by it."""
    lines = ["# Gates\n", "A condition marked *warning* is said and does not block.\n"]
    for gate, title in GATES.items():
        lines.append(f"## {title}\n")
        for condition in conditions():
            if gate == condition.GATE:
                mark = " *(warning)*" if condition.SEVERITY.value == "warning" else ""
                lines.append(
                    f"### {name_of(condition)}{mark}\n\n{inspect.cleandoc(condition.__doc__ or '')}\n"
                )
    return "\n".join(lines)
