"""The candidate is selected: the decision stands here with its day, who made it and why.

Every accelerator has more candidates than teams. A decision with a reason lets the next board, and an
auditor, see why this one was taken up and others were not.

A good example:

    decision: {made: selected, date: 2026-03-02, by: Accelerator board, because: Highest score of 14}

To open the gate: `hundredday select ID --by … --because …`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.design import Decision
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
    del settings, today
    decision = (challenge.design.decision if challenge.design else None) or Decision()
    mend = command(
        "select",
        by=decision.by or _("Accelerator board"),
        because=decision.because or _("Why this candidate was taken up and not another"),
    )
    where = ("design", "decision")
    if decision.made != "selected":
        yield Finding("is-selected", _("It is still a candidate: nobody has selected it."), mend, where=where)
        return
    lacking = [
        words
        for words, given in ((_("its day"), decision.date), (_("who made it"), decision.by))
        if not given
    ]
    lacking += [] if decision.because else [_("the reason")]
    if lacking:
        text = _("The decision to select it lacks {lacking}.").format(lacking=_(" and ").join(lacking))
        yield Finding("is-selected", text, mend, where=where)
