"""Replaying a history: every version of every challenge, parents before children, under the audit's rules."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from hundredday.desk.getting_ready import to_read
from hundredday.desk.past.versions import BeforeUnknown, Past
from hundredday.git.commits import Changed, Commit, commits
from hundredday.git.contents import blob_id
from hundredday.history.audit import Made, Replayed, Step, Who, judge_commit
from hundredday.programme import Accelerator

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from hundredday.git import Repository
    from hundredday.git.signatures import Verified
    from hundredday.history.audit import AuditFinding


class Replay:
    """One run over the commits of a repository, for the accelerator in one of its folders."""

    def __init__(
        self, repository: Repository, folder: str, rows: Sequence[Commit], known: Replayed | None
    ) -> None:
        self._repository = repository
        self._settings = f"{folder}accelerator.yaml"
        self._rows = rows
        self._sides = {row.id: tuple(tuple(self._moves(side)) for side in row.changes) for row in rows}
        asked = (one for row in rows if not row.is_edge for side in self._sides[row.id] for one in side)
        uses = (blob for one in asked for blob in (one.old, one.blob))
        settings = (one.blob for row in rows for one in row.changes[0] if one.path == self._settings)
        self._past = Past(repository, uses, settings, is_whole=known is None)
        self._dates = {row.id: row.committed for row in rows}
        self._terms = self._terms_of_all(known)

    def run(self, lost: Collection[tuple[str, str | None, str]]) -> Iterator[AuditFinding]:
        """Every finding, in the order of the commits; `lost` is known to have been lost before."""
        gone = set(lost)
        signatures = self._signatures()
        for row in self._rows:
            if row.is_edge or not self._touches(row):
                continue
            made = self._made(row, signatures)
            sides = [tuple(self._steps(made, row, side)) for side in self._sides[row.id]]
            found = judge_commit(made, sides, gone)
            gone |= {one.key for one in found if one.is_loss}
            yield from found

    def versions(self) -> Mapping[str, int]:
        """How many new contents each challenge had."""
        return Counter(id_of(path) for row in self._rows if not row.is_edge for path in self._new(row))

    def renames(self) -> Iterator[tuple[str, str]]:
        """From which id to which a challenge was renamed."""
        for row in self._rows:
            for side in () if row.is_edge else self._sides[row.id]:
                for one in side:
                    if one.old_path and one.path and id_of(one.old_path) != id_of(one.path):
                        yield id_of(one.old_path), id_of(one.path)

    def _touches(self, row: Commit) -> bool:
        return any(row.changes)

    def _made(self, row: Commit, signatures: Mapping[str, Verified]) -> Made:
        return Made(
            commit=row.id,
            author=Who(row.author, row.author_email),
            committer=Who(row.committer, row.committer_email),
            authored=row.authored,
            committed=row.committed,
            timezone=self._accelerator(row.id).timezone,
            newest_parent=max(
                (self._dates[parent] for parent in row.parents if parent in self._dates), default=None
            ),
            challenges=tuple(sorted({id_of(path) for path in self._touched(row)})),
            is_merge=row.is_merge,
            signature=signatures[row.id].worth if row.id in signatures else "not-asked",
            signer=signatures[row.id].signer if row.id in signatures else "",
        )

    def _steps(self, made: Made, row: Commit, side: Sequence[Changed]) -> Iterator[Step]:
        settings = self._accelerator(row.id).settings
        for one in side:
            before = self._past.before(one.old, one.old_path)
            id_ = id_of(one.path or one.old_path or "")
            if one.blob is None or one.path is None:
                yield Step(id_, made, before, None, settings)
                continue
            after = self._past.after(one.blob, one.path, before)
            if one.blob != one.old:
                now = None if after.problem else after.challenge
                yield Step(id_, made, before, now, settings, after.problem)

    def _moves(self, side: Sequence[Changed]) -> Iterator[Changed]:
        """The changes of challenges; one that went and came under the same id only moved."""
        ours = [one for one in side if any(map(self._is_challenge, (one.old_path, one.path)))]
        gone = {id_of(one.old_path): one for one in ours if one.old_path and not one.path}
        for one in ours:
            if one.path and not one.old_path and (lost := gone.pop(id_of(one.path), None)):
                yield Changed(lost.old_path, lost.old, one.path, one.blob)
            elif one.path or not one.old_path:
                yield one
        yield from gone.values()

    def _is_challenge(self, path: str | None) -> bool:
        return path is not None and path != self._settings and bool(_CHALLENGE.search(path))

    def _touched(self, row: Commit) -> Iterator[str]:
        """The challenges whose content is another one than in every parent."""
        sides = self._sides[row.id]
        for one in sides[0]:
            name = one.path or one.old_path or ""
            if one.old != one.blob and all(
                any(id_of(other.path or other.old_path or "") == id_of(name) for other in side)
                for side in sides[1:]
            ):
                yield name

    def _new(self, row: Commit) -> Iterator[str]:
        sides = self._sides[row.id]
        known = [{one.path: one.old for one in side} for side in sides]
        for one in sides[0]:
            if (
                one.path
                and one.blob
                and all(one.path in side and side[one.path] != one.blob for side in known)
            ):
                yield one.path

    def terms(self, commit: str) -> tuple[str | None, Accelerator]:
        """The settings that hold at a commit, beside the id of their content."""
        return self._terms.get(commit), self._accelerator(commit)

    def _accelerator(self, commit: str) -> Accelerator:
        return self._past.accelerator(self._terms.get(commit)) or Accelerator()

    def _terms_of_all(self, known: Replayed | None) -> dict[str, str | None]:
        terms: dict[str, str | None] = {}
        if known:
            terms[known.head] = self._past.know(*known.terms)
        for row in self._rows:
            if row.is_edge:
                if row.id not in terms:
                    path = self._repository.root / self._settings
                    terms[row.id] = blob_id(self._repository, row.id, path)
                continue
            inherited = terms.get(row.parents[0]) if row.parents else None
            changed = [one for one in row.changes[0] if self._settings in (one.path, one.old_path)]
            blob = changed[0].blob if changed else inherited
            # A file that cannot be read switches nothing off: the last one that could be read counts.
            terms[row.id] = inherited if self._past.accelerator(blob) is None else blob
        return terms

    def _signatures(self) -> Mapping[str, Verified]:
        asked = [row.id for row in self._rows if not row.is_edge and self._touches(row) and self._asks(row)]
        if not asked:
            return {}
        from hundredday.git.signatures import verified

        return verified(self._repository, asked)

    def _asks(self, row: Commit) -> bool:
        # Switching the setting off has to be signed too.
        return any(self._accelerator(one).settings.sign_commits for one in (row.id, *row.parents[:1]))


_CHALLENGE = re.compile(r"(?:^|/)[^./][^/]*\.ya?ml$")


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
    names = [f"{root}challenges", f"{root}accelerator.yaml"]
    rows = list(commits(repository, head, names, since=known.head if known else None, meanwhile=to_read))
    # An ancestor of the head is the parent of one of the commits that it does not have itself.
    if known and known.head not in {row.id for row in rows if row.is_edge}:
        raise BeforeUnknown
    one = Replay(repository, root, rows, known)
    before = known.findings if known else ()
    found = tuple(one.run({finding.key for finding in before if finding.is_loss}))
    versions = Counter(known.versions if known else {})
    versions.update(one.versions())
    number = sum(not row.is_edge for row in rows) + (known.commits if known else 0)
    renames = (*(known.renames if known else ()), *one.renames())
    return Replayed(head, number, versions, renames, (*before, *found), one.terms(head))


def id_of(path: str) -> str:
    """The id of the challenge that a file holds."""
    name = path.rpartition("/")[2]
    return name.rpartition(".")[0] or name
