"""The stakeholders are identified: enough of them, among them one who decides and one who is affected.

A challenge that forgets who must agree is stopped on Day 60; one that forgets whom it is for reaches
a number and helps nobody. Three is the least; an accelerator may ask for more in its settings. A role that came
along from another challenge counts once somebody is named for it.

A good example:

    court-registry: {name: Supreme Court registry, role: decides, stance: supports}
    small-traders: {name: Atameken chamber, role: affected, stance: neutral}
    bailiffs: {name: Chamber of bailiffs, role: partners}

To open the gate: `hundredday stakeholder ID NAME --role decides`, once for each of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.design import is_vacant
from hundredday.findings import Finding, Severity
from hundredday.gates.condition import Gate, command
from hundredday.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.programme import Settings

GATE: Gate = "acceleration"
SEVERITY = Severity.ERROR

_NEEDED = (
    ("decides", N_("Nobody is named who decides."), N_("Office that must agree")),
    ("affected", N_("Nobody is named who is affected."), N_("Those who will feel the result")),
)


def check(challenge: Challenge, settings: Settings, today: date) -> Iterator[Finding]:
    del today
    there = challenge.design.stakeholders if challenge.design else {}
    stakeholders = {key: one for key, one in there.items() if not is_vacant(key, one)}
    where = ("design", "stakeholders")
    roles = {stakeholder.role for stakeholder in stakeholders.values()}
    for role, text, example in _NEEDED:
        if role not in roles:
            yield Finding(
                "stakeholders-are-identified",
                _(text),
                command("stakeholder", _(example), role=role),
                where=where,
            )
    if (number := len(stakeholders)) < settings.stakeholders:
        text = _("{number} of at least {stakeholders} stakeholders are identified.").format(
            number=number, stakeholders=settings.stakeholders
        )
        mend = command("stakeholder", _("Stakeholder {n}").format(n=number + 1), role="partners")
        yield Finding("stakeholders-are-identified", text, mend, where=where)
