"""The goals are ambitious: each target is clearly above what would happen anyway, and within reach.

This warns and does not block, and it is silent where the usual rate is not known. A target below 1.25
times the usual would be reached without a challenge; one above five times is seldom reached at all.

A good example: 26 people a month are housed anyway, which is 87 in 100 days; a target of 107 to 430
is worth a challenge.

To answer it: `hundredday goal ID KEY --target …`, or mend the usual rate with `--usual RATE/DAYS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.gates.smart.attainable import unsound_ambition

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
    for key, goal in challenge.goals.items():
        yield from unsound_ambition(key, goal, challenge)
