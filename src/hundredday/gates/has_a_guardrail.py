"""The challenge has a guardrail: what must not get worse while the goal is reached.

This warns and does not block. Any number can be reached by harming what is not counted: courts can
judge faster and worse. A guardrail names that harm before anybody is tempted.

A good example: `guardrails: [Appeals must not rise]`.

To answer it: `hundredday note ID --guardrail …`.
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
SEVERITY = Severity.WARNING


def check(challenge: Challenge, settings: Settings, today: date) -> Iterator[Finding]:
    del settings, today
    note = challenge.design.note if challenge.design else None
    counted = challenge.acceleration.guardrails if challenge.acceleration else {}
    if not (counted or (note and note.guardrails)):
        mend = command("note", guardrail=_("What must not get worse meanwhile"))
        text = _("Nothing says what must not get worse meanwhile.")
        yield Finding("has-a-guardrail", text, mend, SEVERITY, where=("design", "note", "guardrails"))
