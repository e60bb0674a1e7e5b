"""The challenge note is issued: a mission for the team and the indicator that will show it, not a solution.

The note is the leaders' short letter to the team. It says what must become true for people and by
which number that will be seen; how to get there is the team's to find out.

A good example:

    issued: 2026-03-03
    mission: Let a small trader get a judgment without losing a second day of work
    indicator: Time from filing to judgment

To open the gate: `hundredday note ID --mission … --indicator …`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.design import Note
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
    del settings
    note = (challenge.design.note if challenge.design else None) or Note()
    missing = [
        words
        for words, given in (
            (_("its mission"), note.mission),
            (_("its indicator"), note.indicator),
            (_("its day"), note.issued),
        )
        if not given
    ]
    if missing:
        mend = command(
            "note",
            mission=None if note.mission else _("What will be true for people in 100 days"),
            indicator=None if note.indicator else _("The number that will show it"),
            on=None if note.issued else today,
        )
        text = _("The challenge note lacks {missing}.").format(missing=", ".join(missing))
        yield Finding("note-is-issued", text, mend, where=("design", "note"))
