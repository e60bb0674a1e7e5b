"""The gates and their conditions.

`hundredday help NAME` says more about a condition, with a good example. A gate is closed while a condition
does not hold; those marked with (warning) are said and do not block. `--waive NAME --by WHO --because WHY`
passes one without it being met, and that stands in the file, in the commit and in every report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.gates import conditions, name_of
from hundredday.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.findings import Severity

LEADS = {
    "acceleration": N_("Design → Acceleration"),
    "launch": N_("Launch, Day 0"),
    "sustainability": N_("Acceleration → Sustainability"),
    "closed": N_("Sustainability → closed"),
}


def rows() -> Iterator[tuple[str, str]]:
    """Each condition with what is true when it holds, gate by gate."""
    for gate, title in LEADS.items():
        yield _(title), ""
        for condition in conditions():
            if gate == condition.GATE:
                said = _((condition.__doc__ or "").partition("\n")[0])
                yield name_of(condition), marked(said, condition.SEVERITY)


def marked(said: str, severity: Severity) -> str:
    """What is said of a condition or a rule, with a word behind it where it only warns."""
    return said if severity.value == "error" else f"{said} ({_('warning')})"
