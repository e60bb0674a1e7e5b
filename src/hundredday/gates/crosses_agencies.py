"""The challenge crosses agencies: what one agency can do alone does not need an accelerator.

This warns and does not block. A challenge inside one agency may be right; but most delays that people
feel lie between two offices, and there an accelerator helps most.

A good example: the Ministry of Justice leads, and the Supreme Court registry decides.

To answer it: `hundredday stakeholder ID NAME --role partners --agency …`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.people import folded
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
    if len({folded(agency) for agency in _agencies(challenge)}) < 2:
        mend = command("stakeholder", _("Another agency"), role="partners", agency=_("Another agency"))
        text = _("Only one agency takes part.")
        yield Finding("crosses-agencies", text, mend, SEVERITY, where=("design", "stakeholders"))


def _agencies(challenge: Challenge) -> Iterator[str]:
    if challenge.agency:
        yield challenge.agency
    if challenge.sponsor and challenge.sponsor.agency:
        yield challenge.sponsor.agency
    for stakeholder in challenge.design.stakeholders.values() if challenge.design else ():
        # Those who are affected are people; every other stakeholder without an agency is an office itself.
        office = stakeholder.agency or (None if stakeholder.role == "affected" else stakeholder.name)
        if office:
            yield office
