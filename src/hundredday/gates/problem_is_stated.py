"""The problem is stated: what is wrong, who is affected, and how one knows.

A challenge is chosen because people suffer from something today. A team that starts from a solution
("a new portal") cannot tell after 100 days whether anybody is better off; a team that starts from the
problem can.

A good example:

    statement: A claim under 500,000 tenge waits six weeks for its first hearing.
    affected: About 40,000 claimants a year, most of them small traders
    evidence: Court registry, 2025

To open the gate: `hundredday describe ID --problem … --affected … --evidence …`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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

_ASKED = (
    ("statement", "problem", N_("the statement of the problem"), N_("What is wrong today, in one sentence")),
    ("affected", "affected", N_("who is affected"), N_("Who suffers from it, and how many they are")),
    ("evidence", "evidence", N_("the evidence"), N_("Where the figures come from, and of which year")),
)


def check(challenge: Challenge, settings: Settings, today: date) -> Iterator[Finding]:
    del settings, today
    problem = challenge.design.problem if challenge.design else None
    missing = [asked for asked in _ASKED if not (problem and getattr(problem, asked[0]))]
    if missing:
        words = ", ".join(_(words) for __, __, words, __ in missing)
        mend = command("describe", **{option: _(example) for __, option, __, example in missing})
        yield Finding(
            "problem-is-stated", _("Missing: {words}.").format(words=words), mend, where=("design", "problem")
        )
