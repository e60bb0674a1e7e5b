"""Replaying a history: every version of every challenge, parents before children, under the audit's rules."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from functools import partial
from typing import TYPE_CHECKING

from hundredday.desk.getting_ready import to_read
from hundredday.desk.past.launches import Launches
from hundredday.desk.past.places import Place
from hundredday.desk.past.terms import Terms, is_settings
from hundredday.desk.past.thresholds import Thresholds, told_once
from hundredday.desk.past.touching import id_of, new_contents, paired, renamed, touched
from hundredday.desk.past.versions import BeforeUnknown, Past
from hundredday.desk.past.walk import Walk
from hundredday.git.commits import these_commits
from hundredday.git.seen import goes_on
from hundredday.history.audit import Dated, Made, Replayed, Step, Who, is_of_promise, judge_commit, judge_step
from hundredday.history.audit.remembered import REMEMBERED
from hundredday.history.audit.undone import Deed, Offences, is_offence, told_undone
from hundredday.history.audit.whole import latest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hundredday.desk.past.copies import Arrived, Origins
    from hundredday.git import Repository
    from hundredday.git.commits import Changed, Commit
    from hundredday.git.signatures import Verified
    from hundredday.history.audit import AuditFinding
    from hundredday.programme import Accelerator


class Replay:
    """One run over the commits of a walk, for the accelerator that it goes after."""

    def __init__(self, repository: Repository, walk: Walk, known: Replayed | None) -> None:
        self._repository, self._walk = repository, walk
        self._rows = rows = walk.rows
        self._sides = {row.id: walk.sides(row) for row in rows}
        self._recalled = self._recall(known) if known else ()
        read = (*self._recalled, *rows)
        asked = (one for row in read if not row.is_edge for side in self._sides[row.id] for one in side)
        uses = (blob for one in asked for blob in (one.old, one.blob))
        settings = (one.blob for row in rows for one in row.changes[0] if is_settings(one.path))
        self._past = Past(repository, uses, settings, is_whole=known is None, follows=self._follows)
        self._dates = {row.id: row.committed for row in rows}
        self._terms = Terms(repository, walk, self._past, self._recalled, known)
        over = (_deed(one) for one in known.findings if one.is_undone) if known else ()
        self._offences = Offences(judge_step, self._follows, over)
        self._thresholds = Thresholds(repository, walk, self._past, self._terms, known and known.findings)
        self._launches = Launches(is_whole=known is None, follows=self._follows)
        self.arrivals: list[Arrived] = []
        """The challenges that came with their clocks set, in commits that are not the first."""

    def run(self, known: Sequence[AuditFinding]) -> tuple[AuditFinding, ...]:
        """Every finding, in the order of the commits, behind those that are known; what was undone says so."""
        told = {one.key for one in known if _is_told_once(one) and not one.is_undone}
        self._remember(known)
        signatures = self._signatures()
        found = list(known)
        for row in self._walk.own():
            self._pair(row)
            made = self._thresholds.told_of(self._made(row, signatures), row)
            undone = len(self._offences.undone)
            sides = self._judged_sides(made, row)
            self._launches.note(row.id, sides)
            told -= {key for _, key in tuple(self._offences.undone)[undone:]}
            new = judge_commit(made, sides, told, partial(self._launches.is_apart, row))
            told |= {one.key for one in new if _is_told_once(one)}
            self._note(new, sides)
            found += (*new, *self._thresholds.brought(made, row))
        return tuple(self._told(one) for one in told_once(self._repository, found, self._dates))

    def versions(self) -> Mapping[str, int]:
        """How many new contents each challenge had."""
        rows = (row for row in self._rows if not row.is_edge)
        return Counter(id_of(path) for row in rows for path in new_contents(self._sides[row.id]))

    def renames(self) -> Iterator[tuple[str, str]]:
        """From which id to which a challenge was renamed."""
        for row in self._rows:
            yield from () if row.is_edge else renamed(self._sides[row.id])

    def _follows(self, later: str, earlier: str) -> bool:
        return goes_on(self._repository, earlier, later)

    def _recall(self, known: Replayed) -> tuple[Commit, ...]:
        """The commits of offences that one of the new commits may undo."""
        ids = {
            id_of(path)
            for row in self._rows
            for side in self._sides[row.id]
            for one in side
            for path in (one.old_path, one.path)
            if path
        }
        last: dict[str | None, deque[str]] = defaultdict(lambda: deque(maxlen=REMEMBERED))
        for one in filter(is_offence, known.findings):
            if ids & {*(called := known.names_after(one.challenge))}:
                if len(called) > 1:  # whose offences they are now, only the whole history tells
                    raise BeforeUnknown
                last[one.challenge].append(one.commit)
        asked = {commit for commits in last.values() for commit in commits}
        order = [one.commit for one in known.findings if one.commit in asked]
        (folder,) = self._walk.folders.names
        found = these_commits(self._repository, order, [f"{folder}challenges"])
        self._sides |= {row.id: self._walk.sides(row) for row in found}
        if any(
            not any(self._sides[row.id]) for row in found
        ):  # it was done where the accelerator stood before
            raise BeforeUnknown
        return found

    def _remember(self, known: Sequence[AuditFinding]) -> None:
        open_ = {_deed(one) for one in known if is_offence(one)}
        for row in self._recalled:
            self._pair(row)
            made = self._made(row, {})
            sides = self._judged_sides(made, row)
            self._note([one for one in judge_commit(made, sides) if _deed(one) in open_], sides)

    def _pair(self, row: Commit) -> None:
        """Know challenges again that were given another id and rewritten in one commit."""
        self._sides[row.id] = tuple(paired(side, self._past.look) for side in self._sides[row.id])

    def _judged_sides(self, made: Made, row: Commit) -> list[tuple[Step, ...]]:
        """The steps from each parent, as the rules are to see them."""
        sides = self._sides[row.id]
        for old, new in renamed(sides):
            self._offences.rename(old, new)
            self._launches.rename(old, new)
        parents = row.parents or ("",)
        return [
            tuple(self._offences.without_undoing(step) for step in self._steps(made, row, side, parent))
            for side, parent in zip(sides, parents, strict=True)
        ]

    def _note(self, found: Sequence[AuditFinding], sides: Sequence[Sequence[Step]]) -> None:
        for finding in filter(is_offence, found):
            steps = (step for side in sides for step in side if step.challenge == finding.challenge)
            self._offences.note(
                finding, next(step for step in steps if finding.key in {one.key for one in judge_step(step)})
            )

    def _told(self, finding: AuditFinding) -> AuditFinding:
        made = self._offences.undone.get(_deed(finding))
        return told_undone(finding, made) if made and not finding.is_undone else finding

    def _made(self, row: Commit, signatures: Mapping[str, Verified]) -> Made:
        return Made(
            commit=row.id,
            author=Who(row.author, row.author_email),
            committer=Who(row.committer, row.committer_email),
            authored=row.authored,
            committed=row.committed,
            timezone=self._terms.accelerator(row.id).timezone,
            newest_parent=max(
                (self._dates[parent] for parent in row.parents if parent in self._dates), default=None
            ),
            challenges=tuple(sorted({id_of(path) for path in touched(self._sides[row.id])})),
            is_merge=row.is_merge,
            signature=signatures[row.id].worth if row.id in signatures else "not-asked",
            signer=signatures[row.id].signer if row.id in signatures else "",
            parted_from=self._walk.parted_from(row.id),
        )

    def _steps(self, made: Made, row: Commit, side: Sequence[Changed], parent: str) -> Iterator[Step]:
        settings = self._terms.accelerator(row.id).settings
        for one in side:
            before = self._past.before(one.old, one.old_path, parent)
            id_ = id_of(one.path or one.old_path or "")
            if one.blob is None or one.path is None:
                yield Step(id_, made, before, None, settings)
                continue
            after = self._past.after(one.blob, one.path, before, row.id)
            is_new = one.old_path is None and len(row.parents) == 1
            if is_new and after.challenge and after.challenge.clock:
                self.arrivals.append((row.id, parent, one.path, one.blob, after.challenge))
            if one.blob != one.old:
                now = None if after.problem else after.challenge
                yield Step(id_, made, before, now, settings, after.problem)

    def terms(self, commit: str) -> tuple[str | None, Accelerator]:
        """The settings that hold at a commit, beside the id of their content."""
        return self._terms.blob(commit), self._terms.accelerator(commit)

    def _signatures(self) -> Mapping[str, Verified]:
        asked = [row.id for row in self._walk.own() if self._asks(row)]
        if not asked:
            return {}
        from hundredday.git.signatures import verified

        return verified(self._repository, asked)

    def _asks(self, row: Commit) -> bool:
        # Switching the setting off has to be signed too.
        return any(self._terms.accelerator(one).settings.sign_commits for one in (row.id, *row.parents[:1]))


def replay(repository: Repository, root: str, head: str, known: Replayed | None = None) -> Replayed:
    """Replay everything up to a commit, or what came after an earlier replay, found up to an ancestor of it.

    Args:
        repository: whose history.
        root: the accelerator's folder from the root of the repository, ended by `/`; "" for the root.
        head: the id of the last commit.
        known: what was found earlier.

    Raises:
        BeforeUnknown: what was found before is not enough; without `known` this cannot happen.
    """
    since = known.head if known else None
    walk = Walk(repository, head, Place((root,)), beside=["accelerator.yaml"], since=since, meanwhile=to_read)
    rows = walk.rows
    # An ancestor of the head is the parent of one of the commits that it does not have itself.
    if known and known.head not in {row.id for row in rows if row.is_edge}:
        raise BeforeUnknown
    one = Replay(repository, walk, known)
    before = known.findings if known else ()
    found = one.run(before)
    if one.arrivals and (origins := _origins(repository, head, walk, one)):
        if known:
            raise BeforeUnknown
        walk = Walk(repository, head, Place((root,)), beside=["accelerator.yaml"], origins=origins)
        one, rows = Replay(repository, walk, None), walk.rows
        found = one.run(())
    versions = Counter(known.versions if known else {})
    versions.update(one.versions())
    number = sum(not row.is_edge for row in rows) + (known.commits if known else 0)
    renames = (*(known.renames if known else ()), *one.renames())
    dated = (Dated(row.id, max(row.authored, row.committed), row.committer) for row in walk.own())
    newest = latest((*(known.newest if known else ()), *dated))
    return Replayed(head, number, versions, renames, found, one.terms(head), newest)


def _origins(repository: Repository, head: str, walk: Walk, run: Replay) -> Origins:
    from hundredday.desk.past.copies import origins_of

    return origins_of(repository, head, walk.folders, run.arrivals)


def _is_told_once(finding: AuditFinding) -> bool:
    """Whether a merge that shows it again has not done it."""
    return finding.is_loss or is_of_promise(finding)


def _deed(finding: AuditFinding) -> Deed:
    return finding.commit, finding.key
