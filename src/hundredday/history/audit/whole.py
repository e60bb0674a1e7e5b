"""What the audit's rules look at when they judge a history as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hundredday.history.audit.finding import AuditFinding

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from hundredday.findings import Severity
    from hundredday.history.audit.step import Signature


class Vanished(NamedTuple):
    """A commit that this tool has seen on the branch and that is not in its history any more."""

    commit: str
    when: datetime
    who: str
    subject: str


class Dated(NamedTuple):
    """A commit, who made it, and the later one of its dates."""

    commit: str
    when: datetime
    who: str


class Seal(NamedTuple):
    """A seal; `problem` says why it cannot be believed, `goes_on` whether the history still has its commit.

    `signature` is what its own signature is worth here, `signer` whose key a good one was made with.
    """

    name: str
    commit: str
    who: str
    on: str
    goes_on: bool
    problem: str
    signature: Signature = "missing"
    signer: str = ""


class Whole(NamedTuple):
    """What is known of a history from outside its commits.

    `cut_at` is where a shallow clone begins; `is_grafted` and `replaced` say that git is told to show
    other commits than those that were made; `vanished` has the newest first. `signs` says whether the
    accelerator asks for signatures. `newest` are the commits with the latest dates, and `until` is the moment
    from which on a date has not come yet, wherever it was made.
    """

    cut_at: datetime | None = None
    is_grafted: bool = False
    replaced: int = 0
    vanished: tuple[Vanished, ...] = ()
    seals: tuple[Seal, ...] = ()
    signs: bool = False
    newest: tuple[Dated, ...] = ()
    until: datetime | None = None


def latest(dated: Iterable[Dated]) -> tuple[Dated, ...]:
    """Those with the latest dates, the earliest first."""
    return tuple(sorted(dated, key=lambda one: one.when)[-_LATEST:])


def found(
    rule: str, severity: Severity, text: str, mend: str, *, commit: str = "", when: str = "", who: str = ""
) -> AuditFinding:
    """A finding about the history as a whole."""
    return AuditFinding(rule, severity, None, commit, when, who, text, mend)


_LATEST = 100
"""Commits whose dates are kept: more than a clock that was set wrong makes before somebody sees it."""
