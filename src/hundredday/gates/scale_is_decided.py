"""The scale is decided: leaders have said whether the result is reset, built on, scaled, embedded, or none.

A pilot that works and is not decided on stays a pilot. "None" is a decision too, and an honest one
when the result does not carry.

A good example: `scale: {path: scale, where: [Astana, Shymkent], by: Accelerator board}`.

To open the gate: `hundredday scale ID scale --where … --by …`.
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

GATE: Gate = "closed"
SEVERITY = Severity.ERROR


def check(challenge: Challenge, settings: Settings, today: date) -> Iterator[Finding]:
    del settings, today
    scale = challenge.sustainability.scale if challenge.sustainability else None
    if not (scale and scale.path):
        mend = command(
            "scale", "embed", by=_("Accelerator board"), because=_("Why this path and not another")
        )
        text = _("Nobody has decided whether the result is scaled.")
        yield Finding("scale-is-decided", text, mend, where=("sustainability", "scale"))
