"""The audit: whether what happened was allowed. One file per rule, and these tables of them.

To add a rule, write its file (its docstring is its page for the auditor) and name it here, in the table
of what it looks at: a version of one challenge, a commit, or the history as a whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from hundredday.history.audit import (
    amendment_misdated,
    amendment_removed_or_rewritten,
    author_differs_from_committer,
    challenge_deleted,
    dates_run_backwards,
    frozen_field_changed,
    gate_passed_unmet,
    history_incomplete,
    history_rewritten,
    invalid_version,
    last_minute_jump,
    phase_jumped_or_went_back,
    reading_entered_late,
    reading_in_the_future,
    reading_removed_or_rewritten,
    seal_broken,
    several_challenges_in_one_commit,
    unsigned_commit,
    waiver_removed,
)
from hundredday.history.audit.finding import AuditFinding, Key
from hundredday.history.audit.replayed import Replayed
from hundredday.history.audit.step import Made, Step, Who
from hundredday.history.audit.whole import Seal, Vanished, Whole

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

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


OF_VERSIONS: tuple[OfVersion, ...] = (
    frozen_field_changed,
    gate_passed_unmet,
    phase_jumped_or_went_back,
    reading_removed_or_rewritten,
    reading_in_the_future,
    reading_entered_late,
    last_minute_jump,
    amendment_misdated,
    amendment_removed_or_rewritten,
    waiver_removed,
    challenge_deleted,
    invalid_version,
)
OF_COMMITS: tuple[OfCommit, ...] = (
    dates_run_backwards,
    unsigned_commit,
    author_differs_from_committer,
    several_challenges_in_one_commit,
)
OF_HISTORIES: tuple[OfHistory, ...] = (
    history_rewritten,
    history_incomplete,
    seal_broken,
)
RULES: tuple[Rule, ...] = (*OF_VERSIONS, *OF_COMMITS, *OF_HISTORIES)
"""Every rule, in the order in which the manual shows them."""


def judge_commit(
    made: Made, sides: Sequence[Sequence[Step]], lost: Container[Key] = frozenset()
) -> tuple[AuditFinding, ...]:
    """What one commit does that is not allowed.

    A merge is judged against each of its parents. What it did itself shows against all of them; what
    shows against one only was done on the other side, and was found there, unless something that one
    side had written down is gone: that is a finding of the merge, when no commit before had lost it.

    Args:
        made: the commit.
        sides: for each parent, the steps from it to this commit; one empty side for none.
        lost: the keys of what was found to be lost in earlier commits.
    """
    found = [tuple(_judged(side)) for side in sides] or [()]
    if len(found) > 1:
        everywhere = set.intersection(*({one.key for one in side} for side in found))
        of_merge = {
            one.key: one
            for side in found
            for one in side
            if one.key in everywhere or (one.is_loss and one.key not in lost)
        }
        return (*of_merge.values(), *_of_commit(made))
    return (*found[0], *_of_commit(made))


def judge_whole(whole: Whole) -> tuple[AuditFinding, ...]:
    """What is not as it should be with a history as a whole."""
    return tuple(found for rule in OF_HISTORIES for found in rule.check(whole))


def _judged(side: Sequence[Step]) -> Iterator[AuditFinding]:
    for step in side:
        for rule in OF_VERSIONS:
            yield from rule.check(step)


def _of_commit(made: Made) -> Iterator[AuditFinding]:
    for rule in OF_COMMITS:
        yield from rule.check(made)


__all__ = [
    "OF_COMMITS",
    "OF_HISTORIES",
    "OF_VERSIONS",
    "RULES",
    "AuditFinding",
    "Made",
    "Replayed",
    "Rule",
    "Seal",
    "Step",
    "Vanished",
    "Who",
    "Whole",
    "judge_commit",
    "judge_whole",
]
