"""The challenge has a lesson: at least one thing that the next team should know, written down now.

What was learnt is forgotten within weeks, and the next team pays for it again. One sentence is enough.

A good example: `{text: Judges adopt what a judge shows them, kind: worked}`.

To open the gate: `hundredday lesson ID TEXT --kind worked` (or failed, or surprised).
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

GATE: Gate = "sustainability"
SEVERITY = Severity.ERROR


def check(challenge: Challenge, settings: Settings, today: date) -> Iterator[Finding]:
    del settings, today
    if not challenge.lessons:
        mend = command("lesson", _("What the next team should know"), kind="worked")
        yield Finding("has-a-lesson", _("No lesson is written down."), mend, where=("lessons",))
