"""The gates and their conditions.

`hundredday help NAME` says more about a condition, with a good example. A gate is closed while a condition
does not hold; those marked with (warning) are said and do not block. `--waive NAME --by WHO --because WHY`
passes one without it being met, and that stands in the file, in the commit and in every report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.gates import conditions, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

LEADS = {
    "acceleration": "Design → Acceleration",
    "launch": "Launch, Day 0",
    "sustainability": "Acceleration → Sustainability",
    "closed": "Sustainability → closed",
}


def rows() -> Iterator[tuple[str, str]]:
    """Each condition with what is true when it holds, gate by gate."""
    for gate, title in LEADS.items():
        yield title, ""
        for condition in conditions():
            if gate == condition.GATE:
                mark = "" if condition.SEVERITY.value == "error" else " (warning)"
                yield name_of(condition), (condition.__doc__ or "").partition("\n")[0] + mark
