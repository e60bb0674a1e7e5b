"""What a gate says about each of its conditions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.gates.condition import ID, with_id
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.gates.condition import Condition
    from hundredday.programme import Settings


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether one condition holds; `text` says what is true or what is missing, `mend` is a command.

    A condition that only warns, by nature or this time, has the severity of a warning.
    """

    name: str
    holds: bool
    waived: bool
    severity: Severity
    text: str
    mend: str = ""

    @property
    def blocks(self) -> bool:
        return not self.holds and not self.waived and self.severity is Severity.ERROR

    def plain(self) -> dict[str, object]:
        """One of the `conditions` of a gate in JSON."""
        return {
            "name": self.name,
            "holds": self.holds,
            "severity": "waived" if self.waived else self.severity.value,
            "text": self.text,
            "mend": self.mend,
        }


def name_of(condition: Condition) -> str:
    """The name of a condition: that of its file, with hyphens."""
    return condition.__name__.rpartition(".")[2].replace("_", "-")


def truth_of(condition: Condition) -> str:
    """What is true when a condition holds, in one sentence."""
    return _((condition.__doc__ or "").partition("\n")[0])


def judge(
    condition: Condition,
    challenge: Challenge,
    settings: Settings,
    today: date,
    id: str = ID,
) -> Verdict:
    """The verdict on one condition; several findings become one text, and the first mend is given."""
    name = name_of(condition)
    waived = name in challenge.waived()
    findings = sorted(condition.check(challenge, settings, today), key=lambda finding: not finding.blocks)
    if not findings:
        return Verdict(name, True, waived, condition.SEVERITY, truth_of(condition))
    text = " ".join(f"{finding.text.rstrip('.')}." for finding in findings)
    mend = next((finding.mend for finding in findings if finding.mend), "")
    return Verdict(name, False, waived, findings[0].severity, text, with_id(mend, id))


def is_open(verdicts: Iterable[Verdict]) -> bool:
    """Whether a gate is open: nothing blocks that is not waived."""
    return not any(verdict.blocks for verdict in verdicts)
