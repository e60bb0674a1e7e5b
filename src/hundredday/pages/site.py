"""The pages of a report: what each is called, and what they are made from."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.findings import Finding
    from hundredday.gates import Verdict
    from hundredday.gates.smart import Letter
    from hundredday.history.audit import AuditFinding
    from hundredday.history.timeline import Entry
    from hundredday.outlook.standing import Standing
    from hundredday.programme import Accelerator

PORTFOLIO, LESSONS, PEOPLE, AUDIT = "index.html", "lessons.html", "people.html", "audit.html"
BESIDE = "training.html"


@dataclass(frozen=True, slots=True)
class Office:
    """What every page of a report has in common."""

    accelerator: Accelerator
    name: str
    today: date
    has_history: bool
    """Whether the folder is in git, so that there is a story and an audit."""
    has_beside: bool = False
    """Whether there are training intakes or partners."""


@dataclass(frozen=True, slots=True)
class Audited:
    """What the audit says of one challenge, or of all."""

    commits: int
    versions: int
    findings: tuple[AuditFinding, ...]

    def beside(self, found: tuple[AuditFinding, ...]) -> Audited:
        """The same with what else was found, before the rest."""
        return Audited(self.commits, self.versions, (*found, *self.findings))

    @property
    def errors(self) -> int:
        return sum(finding.blocks for finding in self.findings)

    @property
    def alike(self) -> list[list[AuditFinding]]:
        """The findings, those together that say the same of several challenges, in the order of the first."""
        found: dict[tuple[str, str], list[AuditFinding]] = {}
        for one in self.findings:
            found.setdefault((one.rule, one.text), []).append(one)
        return [*found.values()]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that the page of one challenge is made from."""

    challenge: Challenge
    standing: Standing
    gate: str | None
    verdicts: Sequence[Verdict]
    letters: Mapping[str, Sequence[Letter]]
    story: Sequence[Entry]
    audited: Audited | None
    problems: Sequence[Finding] = ()
    """What the rules say of the file."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page that may have to be drawn; `sources` is a text that changes when anything in it does."""

    name: str
    sources: str
    draw: Callable[[], str]


def page_of(id: str) -> str:
    """The page of a challenge, from the folder of the report."""
    return f"challenges/{_plain(id)}.html"


def place_of(kind: str, id: str) -> str:
    """Where an intake or a partner stands, from the folder of the report."""
    return f"{BESIDE}#{kind}-{id}"


def page_by(kind: str, key: str) -> str:
    """The page of the challenges that have something in common, such as their agency."""
    return f"{kind}-{_plain(key)}.html"


def link_of(evidence: str | None) -> str | None:
    """The address that a text is; None for a text that is none, or that leads elsewhere than to the web."""
    found = re.fullmatch(r"https?://[^\s<>\"'`\\]+", (evidence or "").strip())
    return found[0] if found else None


def _plain(name: str) -> str:
    """A name that every system takes for a file, and that stays itself where it is one already."""
    if re.fullmatch(r"[a-z0-9_-]{1,60}", name):
        return name
    return hashlib.sha256(name.encode(errors="surrogatepass")).hexdigest()[:12]
