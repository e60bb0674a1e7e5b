"""The audit: whether what happened was allowed. One file per rule, and these tables of them.

To add a rule, write its file (its docstring is its page for the auditor) and name it here, in the table
of what it looks at: a version of one challenge, a commit, or the history as a whole.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

from hundredday.history.audit.finding import AuditFinding, Key
from hundredday.history.audit.replayed import Replayed
from hundredday.history.audit.step import Made, Step, Who
from hundredday.history.audit.whole import Dated, Seal, Vanished, Whole

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Sequence

    from hundredday.findings import Severity


class Rule(Protocol):
    """A module of this room: its page for the auditor, its name, and how much it weighs."""

    __name__: str
    __doc__: str | None
    RULE: str
    SEVERITY: Severity


class OfVersion(Rule, Protocol):
    """A rule about one version of a challenge."""

    def check(self, step: Step) -> Iterator[AuditFinding]:
        """What this version does that is not allowed."""


class OfCommit(Rule, Protocol):
    """A rule about a commit."""

    def check(self, made: Made) -> Iterator[AuditFinding]:
        """What is not as it should be with this commit."""


class OfHistory(Rule, Protocol):
    """A rule about the history as a whole."""

    def check(self, whole: Whole) -> Iterator[AuditFinding]:
        """What is not as it should be with this history."""


OF_VERSIONS: tuple[str, ...] = (
    "frozen-field-changed",
    "gate-passed-unmet",
    "phase-jumped-or-went-back",
    "reading-removed-or-rewritten",
    "reading-in-the-future",
    "reading-entered-late",
    "last-minute-jump",
    "amendment-untrue",
    "amendment-misdated",
    "amendment-removed-or-rewritten",
    "result-changed-afterwards",
    "record-rewritten",
    "entry-misdated",
    "waiver-removed",
    "reopening-removed",
    "challenge-deleted",
    "invalid-version",
)
"""The rules about a version of one challenge."""
OF_COMMITS: tuple[str, ...] = (
    "dates-run-backwards",
    "unsigned-commit",
    "author-differs-from-committer",
    "several-challenges-in-one-commit",
    "history-elsewhere",
    "threshold-eased",
)
"""The rules about a commit."""
OF_HISTORIES: tuple[str, ...] = (
    "dated-ahead",
    "history-rewritten",
    "history-incomplete",
    "seal-broken",
)
"""The rules about the history as a whole."""
OF_PROMISES: tuple[str, ...] = ("frozen-field-changed",)
"""The rules about what the launch settled: two launches of one challenge settle two things."""
RULES: tuple[str, ...] = (*OF_VERSIONS, *OF_COMMITS, *OF_HISTORIES)
"""Every rule, in the order in which the manual shows them."""


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the tables; their files are imported now and not before."""
    return (*of_versions(), *of_commits(), *of_histories())


@cache
def of_versions() -> tuple[OfVersion, ...]:
    """The rules about a version of one challenge."""
    return tuple(map(_rule, OF_VERSIONS))


@cache
def looked_at() -> frozenset[str]:
    """The sections of a challenge whose events rules ask for: one that names none looks at acceleration."""
    return frozenset(getattr(rule, "LOOKS_AT", "acceleration") for rule in of_versions())


@cache
def of_commits() -> tuple[OfCommit, ...]:
    """The rules about a commit."""
    return tuple(map(_rule, OF_COMMITS))


@cache
def of_histories() -> tuple[OfHistory, ...]:
    """The rules about the history as a whole."""
    return tuple(map(_rule, OF_HISTORIES))


def judge_commit(
    made: Made,
    sides: Sequence[Sequence[Step]],
    told: Container[Key] = frozenset(),
    is_apart: Callable[[int, str], bool] = lambda _side, _challenge: True,
) -> tuple[AuditFinding, ...]:
    """What one commit does that is not allowed.

    A merge is judged against each of its parents. What it did itself shows against all of them; what
    shows against one only was done on the other side, and was found there, unless something that one
    side had written down is gone, or what it had promised is another promise of another launch: that is
    a finding of the merge, when it was not found in a commit before.

    Args:
        made: the commit.
        sides: for each parent, the steps from it to this commit; one empty side for none.
        told: the keys of what was found to be lost, or promised otherwise, in earlier commits.
        is_apart: whether a side, by its number, was launched apart from all others.
    """
    found = [tuple(one for step in side for one in judge_step(step)) for side in sides] or [()]
    if len(found) > 1:
        everywhere = set.intersection(*({one.key for one in side} for side in found))
        of_merge = {
            one.key: one
            for number, side in enumerate(found)
            for one in side
            if one.key in everywhere
            or (
                one.key not in told
                and (one.is_loss or (is_of_promise(one) and is_apart(number, one.challenge or "")))
            )
        }
        return (*of_merge.values(), *_of_commit(made))
    return (*found[0], *_of_commit(made))


def is_of_promise(finding: AuditFinding) -> bool:
    """Whether it is about what the launch settled."""
    return finding.rule in OF_PROMISES


def judge_step(step: Step) -> Iterator[AuditFinding]:
    """What one version of a challenge does that is not allowed.

    Where another challenge took its place, that is all that can be said.
    """
    is_overwriting = step.is_overwriting
    for rule in of_versions():
        if not is_overwriting or rule.RULE == "challenge-deleted":
            yield from rule.check(step)


def judge_whole(whole: Whole) -> tuple[AuditFinding, ...]:
    """What is not as it should be with a history as a whole."""
    return tuple(found for rule in of_histories() for found in rule.check(whole))


def _of_commit(made: Made) -> Iterator[AuditFinding]:
    for rule in of_commits():
        yield from rule.check(made)


def _rule(name: str) -> Any:
    return import_module(f"{__name__}.{name.replace('-', '_')}")


__all__ = [
    "OF_COMMITS",
    "OF_HISTORIES",
    "OF_PROMISES",
    "OF_VERSIONS",
    "RULES",
    "AuditFinding",
    "Dated",
    "Made",
    "OfCommit",
    "OfHistory",
    "OfVersion",
    "Replayed",
    "Rule",
    "Seal",
    "Step",
    "Vanished",
    "Who",
    "Whole",
    "is_of_promise",
    "judge_commit",
    "judge_step",
    "judge_whole",
    "looked_at",
    "of_commits",
    "of_histories",
    "of_versions",
    "rules",
]
