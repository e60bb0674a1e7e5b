"""What an audit found: one offence in one commit, with who made it and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hundredday.harmless import one_line

if TYPE_CHECKING:
    from hundredday.findings import Severity

Key = tuple[str, str | None, str]
"""Rule, challenge and subject: what the same offence is known by in every commit that shows it."""


class AuditFinding(NamedTuple):
    """One offence against the history's honesty.

    `challenge` is None where the whole commit or the whole history is meant, `commit` is "" where no
    commit can be named; `when` is ISO text. `about` tells apart offences of one rule in one version.
    `is_loss` says that something that had been written down is gone; `touches` are the challenges of
    the commit; `is_undone` says that a later commit put back what stood before.
    """

    rule: str
    severity: Severity
    challenge: str | None
    commit: str
    when: str
    who: str
    text: str
    mend: str
    about: str = ""
    is_loss: bool = False
    touches: tuple[str, ...] = ()
    is_undone: bool = False

    @property
    def blocks(self) -> bool:
        return self.severity.value == "error"

    @property
    def key(self) -> Key:
        return self.rule, self.challenge, self.about

    def plain(self) -> dict[str, str | None]:
        """The finding as `audit --json` prints it."""
        return {
            "rule": self.rule,
            "severity": self.severity.value,
            "challenge": self.challenge,
            "commit": self.commit,
            "when": self.when,
            "who": one_line(self.who),
            "text": one_line(self.text),
            "mend": one_line(self.mend),
        }
