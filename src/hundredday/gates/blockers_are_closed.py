"""The blockers are closed: nothing that was asked of somebody is left hanging.

This warns and does not block. An open blocker at the end is either solved and not said so, or a thing
that the permanent owner inherits and should know of.

A good example: `e-signature: {what: …, raised: 2026-04-22, resolved: 2026-05-03, how: Lent by …}`.

To answer it: `hundredday unblock ID KEY --how …`.
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
SEVERITY = Severity.WARNING


def check(challenge: Challenge, settings: Settings, today: date) -> Iterator[Finding]:
    del settings, today
    for key, blocker in challenge.acceleration.blockers.items() if challenge.acceleration else ():
        if not blocker.resolved:
            text = _("The blocker {key} is open{about}.").format(
                key=key, about=f": {blocker.what}" if blocker.what else ""
            )
            mend = command("unblock", key, how=_("How it was solved, or who takes it over"))
            where = ("acceleration", "blockers", key)
            yield Finding("blockers-are-closed", text, mend, SEVERITY, where=where)
