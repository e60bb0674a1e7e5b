"""The amendments are approved: each change of a frozen goal has its reason and who agreed to it.

A goal may have to change: a law is passed, a court burns down. What must not happen is that it changes
without anybody having agreed. The original and the current value are always shown together.

A good example:

    - {date: 2026-05-27, goal: days-to-judgment, field: target, from: 2, to: 1,
       because: Pilot court reached 2 on Day 40, by: Aigerim Bekova}

To open the gate: `hundredday amend ID GOAL FIELD VALUE --by … --because …`, with the same VALUE once more.
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
    sponsor = challenge.sponsor.name if challenge.sponsor else None
    for index, amendment in enumerate(challenge.amendments):
        lacking = [
            words
            for words, given in ((_("its reason"), amendment.because), (_("its approver"), amendment.by))
            if not given
        ]
        if lacking:
            value = (
                ("done" if amendment.to else "not-done") if isinstance(amendment.to, bool) else amendment.to
            )
            mend = command(
                "amend",
                amendment.goal,
                amendment.field,
                str(value),
                because=amendment.because or _("Why the goal had to change"),
                by=amendment.by or sponsor or _("Who approves it"),
            )
            text = _("The amendment of {date} to the {field} of {goal} lacks {lacking}.").format(
                date=amendment.date,
                field=amendment.field,
                goal=amendment.goal,
                lacking=_(" and ").join(lacking),
            )
            yield Finding("amendments-are-approved", text, mend, where=("acceleration", "amendments", index))
