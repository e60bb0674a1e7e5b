"""The challenge serves a priority: a national objective that somebody has already promised.

A result that no plan asks for is dropped when the budget is drawn up. Naming the objective also tells
the team which number the minister watches.

A good example:

    priority: "National Development Plan to 2029: time to enforce a contract"

To open the gate: `hundredday describe ID --priority …`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Finding, Severity
from hundredday.gates.condition import Gate, command
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.programme import Settings

GATE: Gate = "acceleration"
SEVERITY = Severity.ERROR


def check(challenge: Challenge, settings: Settings, today: date) -> Iterator[Finding]:
    del settings, today
    if not challenge.priority:
        mend = command("describe", priority=_("Name of the plan: the objective that this serves"))
        text = _("It is not said which national objective this serves.")
        yield Finding("serves-a-priority", text, mend, where=("priority",))
