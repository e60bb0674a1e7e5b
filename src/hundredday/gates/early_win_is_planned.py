"""An early win is planned: a milestone is due by Day 15.

This warns and does not block. A team that shows something real in the first two weeks is believed,
and finds out early what does not work.

A good example: `first-hearing: {title: First same-day hearing, due: 2026-04-20}` for a launch on
6 April.

To answer it: `hundredday milestone ID TITLE --due …`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.gates.smart.time_bound import late_start

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.findings import Finding
    from hundredday.gates.condition import Gate
    from hundredday.programme import Settings

GATE: Gate = "launch"
SEVERITY = Severity.WARNING


def check(challenge: Challenge, settings: Settings, today: date) -> Iterator[Finding]:
    del settings, today
    yield from late_start(challenge)
