"""Which commits made a threshold easier to pass, and which challenges were running then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.desk.past.terms import is_settings
from hundredday.desk.past.touching import id_of
from hundredday.desk.past.versions import BeforeUnknown
from hundredday.git.commits import these_commits
from hundredday.git.contents import files_in
from hundredday.git.seen import goes_on
from hundredday.history.audit.threshold_eased import BETWEEN, RULE, check
from hundredday.store.walking import names_challenge

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import date, datetime

    from hundredday.desk.past.terms import Terms
    from hundredday.desk.past.versions import Past
    from hundredday.desk.past.walk import Walk
    from hundredday.git import Repository
    from hundredday.git.commits import Commit
    from hundredday.history.audit import AuditFinding, Made
    from hundredday.programme import Settings


class Thresholds:
    """The thresholds of an accelerator over a walk; settings that did not change cost nothing.

    Args:
        repository: whose history.
        walk: the commits.
        past: what reads them.
        terms: the settings that held at each of them.
        known: what was found before the walk; None where it is the whole history.
    """

    def __init__(
        self,
        repository: Repository,
        walk: Walk,
        past: Past,
        terms: Terms,
        known: Sequence[AuditFinding] | None,
    ) -> None:
        self._repository, self._walk, self._past, self._terms = repository, walk, past, terms
        self._known = None if known is None else [one for one in known if one.rule == RULE]
        self._eased: list[Made] = []

    def told_of(self, made: Made, row: Commit) -> Made:
        """A commit as the rules see it, with the thresholds that it made easier, and who was running.

        Raises:
            BeforeUnknown: what held before it was not read.
        """
        if not row.parents or not _touches_settings(row):
            return made
        from hundredday.history.thresholds import eased

        after = self._terms.accelerator(row.id).settings
        sides = [self._terms.sure(parent).settings for parent in row.parents]
        if not any(any(eased(side, after)) for side in sides):
            return made
        found = tuple(eased(self._expected(row, sides), after))
        if not found:
            return made
        told = made._replace(eased=found, running=self._running(row.parents, made))
        self._eased.append(told)
        return told

    def brought(self, made: Made, row: Commit) -> Iterator[AuditFinding]:
        """What one side of a merge eased where nobody ran, while somebody ran on another: found where it was done.

        Raises:
            BeforeUnknown: where it was done was not read.
        """
        if not row.is_merge or not _touches_settings(row):
            return
        from hundredday.history.thresholds import eased

        after, own = self._terms.accelerator(row.id).settings, {one.name for one in made.eased}
        for parent in row.parents:
            before = self._terms.sure(parent).settings
            if names := {one.name for one in eased(before, after)} - own:
                yield from self._eased_apart(row, parent, names)

    def _eased_apart(self, row: Commit, parent: str, names: AbstractSet[str]) -> Iterator[AuditFinding]:
        came = [number for number, one in enumerate(self._eased) if self._came(one, row, parent, names)]
        if not came and self._known is not None and not self._is_known(parent, names):
            raise BeforeUnknown
        for number in came:
            one = self._eased[number]
            if not one.running and (running := self._running([parent], one)):
                some = tuple(eased for eased in one.eased if eased.name in names)
                self._eased[number] = one._replace(eased=some, running=running)
                yield from check(self._eased[number])

    def _came(self, one: Made, row: Commit, parent: str, names: AbstractSet[str]) -> bool:
        """Whether a commit eased one of these, and a merge brought it to one of its parents."""
        return (
            any(eased.name in names for eased in one.eased)
            and goes_on(self._repository, one.commit, row.id)
            and not goes_on(self._repository, one.commit, parent)
        )

    def _is_known(self, parent: str, names: AbstractSet[str]) -> bool:
        """Whether it was found before that one of these was eased, in a commit that a parent does not have."""
        return any(
            any(said.partition(" ")[0] in names for said in one.about.split(BETWEEN))
            and not goes_on(self._repository, one.commit, parent)
            for one in self._known or ()
        )

    def _expected(self, row: Commit, sides: Sequence[Settings]) -> Settings:
        """What a commit would say if it changed nothing itself: a merge brings together what its sides did."""
        if len(sides) == 1:
            return sides[0]
        from hundredday.git.joining import base_of
        from hundredday.history.thresholds import brought_together

        base = base_of(self._repository, *row.parents) if len(sides) == 2 else None
        return brought_together(self._terms.sure(base).settings if base else None, sides)

    def _running(self, commits: Sequence[str], made: Made) -> tuple[str, ...]:
        """Who was in Acceleration at some commits, with a clock that ran on a day on which a change may have been made."""
        days = made.earliest_day, made.latest_day
        found = {id_of(path) for commit in commits for path in self._running_at(commit, *days)}
        return tuple(sorted(found))

    def _running_at(self, commit: str, earliest: date, latest: date) -> Iterator[str]:
        for folder in self._walk.stood_in(commit):
            files = files_in(self._repository, commit, f"{folder}challenges/")
            for path, blob in files.items():
                if names_challenge(path.removeprefix(folder)):
                    span = self._past.span(blob, path, commit)
                    if span and span[0] <= latest and earliest <= span[1]:
                        yield path


def told_once(
    repository: Repository, found: Sequence[AuditFinding], dates: Mapping[str, datetime]
) -> Iterator[AuditFinding]:
    """The findings without those of a change that a cherry-pick only wrote down again: its author and moment stay.

    Args:
        repository: whose history.
        found: every finding.
        dates: when commits were made, of those that are known.
    """
    groups: dict[tuple[str, str], list[AuditFinding]] = {}
    for one in found:
        if one.rule == RULE:
            groups.setdefault((one.when, one.who), []).append(one)
    copies: set[str] = set()
    for group in groups.values():
        if len(group) > 1:
            copies.update(_copies(repository, group, dates))
    return (one for one in found if one.rule != RULE or one.commit not in copies)


def _copies(
    repository: Repository, group: Sequence[AuditFinding], dates: Mapping[str, datetime]
) -> Iterator[str]:
    """The commits of these that do nothing that an earlier one of the same author and moment does not."""
    asked = [one.commit for one in group if one.commit not in dates]
    made = {**dates, **{row.id: row.committed for row in these_commits(repository, asked, ())}}
    told: set[str] = set()
    for one in sorted(group, key=lambda one: (made[one.commit], one.commit)):
        does = {*one.about.split(BETWEEN)}
        if does <= told:
            yield one.commit
        told |= does


def _touches_settings(row: Commit) -> bool:
    return any(is_settings(one.path) or is_settings(one.old_path) for side in row.changes for one in side)
