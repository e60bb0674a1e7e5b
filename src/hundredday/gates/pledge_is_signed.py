"""The pledge is signed: a leader of the lead agency has promised in writing to keep the result.

A pledge in public, with a date, is kept more often than an order. It names what will be done and
from which budget.

A good example:

    - {by: Aigerim Bekova, post: Vice-Minister, agency: Ministry of Justice, signed: 2026-07-22,
       text: Funded in the 2027 budget}

To open the gate: `hundredday pledge ID --by … --post … --agency … --signed …`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.people import Person, is_same_name
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
    del settings
    lead = challenge.agency
    pledges = challenge.sustainability.pledges if challenge.sustainability else ()
    signed = [pledge for pledge in pledges if pledge.signed]
    if any(lead is None or is_same_name(pledge.agency, lead) for pledge in signed):
        return
    waiting = next((p for p in pledges if not p.signed and p.by and is_same_name(p.agency, lead)), None)
    leader = waiting or challenge.sponsor or Person()
    name = waiting.by if waiting else challenge.sponsor.name if challenge.sponsor else None
    mend = command(
        "pledge",
        by=name or _("Name of the leader who signs"),
        post=leader.post or _("Post of the leader"),
        agency=lead or leader.agency,
        text=None if waiting and waiting.text else _("What will be kept, and from which budget"),
        signed=today,
    )
    text = (
        _("Nobody of {lead} has signed a pledge.").format(lead=lead)
        if lead
        else _("Nobody has signed a pledge.")
    )
    yield Finding("pledge-is-signed", text, mend, where=("sustainability", "pledges"))
