"""A walk over the commits of a repository, for one accelerator in it and wherever it stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.desk.past.places import Folders, Place, Places, untangled
from hundredday.desk.past.touching import id_of, sides_of
from hundredday.desk.past.versions import BeforeUnknown
from hundredday.git.commits import commits, gone
from hundredday.store.walking import CHALLENGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hundredday.desk.past.copies import Origins
    from hundredday.desk.past.places import Side
    from hundredday.git import Repository
    from hundredday.git.commits import Changed, Commit


class Walk:
    """Every commit up to one, parents before children, with what it changed of one accelerator's files of a kind.

    Git is asked once where the accelerator always stood in one folder; what is moved to it, it is asked
    again with the folder from which it came.

    Args:
        repository: whose history.
        head: the id of the last commit.
        place: where the accelerator stands at that commit.
        kind: the folder of files that are looked for.
        beside: other files of the accelerator whose changes are told in `rows`.
        since: the id of a commit; it and its ancestors are left out.
        origins: what files are copies of that came in a commit that moved nothing.
        meanwhile: is called while git lists.

    Raises:
        BeforeUnknown: something was moved here after `since`, so that where it was before has to be known.
    """

    def __init__(
        self,
        repository: Repository,
        head: str,
        place: Place,
        kind: str = CHALLENGES,
        *,
        beside: Sequence[str] = (),
        since: str | None = None,
        origins: Origins | None = None,
        meanwhile: Callable[[], object] | None = None,
    ) -> None:
        self._repository, self._place = repository, place
        self._origins = origins or {}
        self.folders = Folders(place.folders, kind)
        stood = (one.path for found in self._origins.values() for one in found.values())
        more = dict.fromkeys(folder for path in stood if (folder := self.folders.elsewhere(path)) is not None)
        self.folders = Folders((*place.folders, *more), kind)
        self._names = (f"{kind}/", *beside)
        self._asked: set[tuple[str, str]] = set()
        while True:
            names = [f"{one}{name}" for one in self.folders.names for name in (kind, *beside)]
            self.rows = list(commits(repository, head, names, since=since, meanwhile=meanwhile))
            self._sides = {row.id: sides_of(row, self.folders) for row in self.rows}
            meanwhile = None
            found = self._from_elsewhere()
            if not found:
                break
            if since:
                raise BeforeUnknown
            self.folders = Folders((*self.folders.names, *found), kind)
        self._places = self._traced()

    def sides(self, row: Commit) -> tuple[Side, ...]:
        """What a commit changed of this accelerator, against each of its parents; also one of another walk."""
        if row.id not in self._sides:
            return sides_of(row, self.folders)
        if self._places is None:
            return self._sides[row.id]
        return tuple(
            self._places.ours(row.id, parent, side)
            for parent, side in zip(row.parents or ("",), self._sides[row.id], strict=True)
        )

    def stood_in(self, commit: str) -> tuple[str, ...]:
        """The folders in which it stood at a commit, the one of its settings first."""
        place = self.place(commit)
        return place.folders if place and place.folders else self._place.folders

    def place(self, commit: str) -> Place | None:
        """What was the accelerator's at a commit; None where that is not one of the walk."""
        return self._places.at.get(commit) if self._places else self._place

    def parted_from(self, commit: str) -> str | None:
        """The folder from which a commit brought some challenges here, where it left others; None if there is none."""
        return self._places.left.get(commit) if self._places else None

    def own(self) -> Iterator[Commit]:
        """The commits that changed anything of what was asked for that is this accelerator's."""
        return (row for row in self.rows if not row.is_edge and self._touches(row))

    def _touches(self, row: Commit) -> bool:
        if self._places is None:
            return any(row.changes)
        folders = {folder for one in (row.id, *row.parents) for folder in self.stood_in(one)}
        names = tuple(f"{folder}{name}" for folder in folders for name in self._names)
        paths = (path for side in row.changes for one in side for path in (one.old_path, one.path))
        return any(self.sides(row)) or any(path.startswith(names) for path in paths if path)

    def _from_elsewhere(self) -> list[str]:
        """The folders from which a commit took files away that brought files here, and to which it brought ours."""
        trees = {row.id: row.tree for row in self.rows}
        pairs: dict[tuple[str, str], None] = {}
        for row in self.rows:
            for parent, side in zip(row.parents, self._sides[row.id], strict=False):
                if parent not in trees or not side:
                    continue
                # Where trees of several pasts meet, files that are alike are taken for one another.
                mixed = row.is_merge and any(map(_has_other_id, side))
                if mixed or any(one.path and not one.old_path for one in side):
                    pairs[trees[parent], row.tree] = None
                if mixed or any(one.old_path and not one.path for one in side):
                    pairs[row.tree, trees[parent]] = None
        asked = [pair for pair in pairs if pair not in self._asked]
        self._asked.update(asked)
        found = map(self.folders.elsewhere, gone(self._repository, asked))
        return [folder for folder in dict.fromkeys(found) if folder is not None]

    def _traced(self) -> Places | None:
        if len(self.folders.names) == 1 and not self._place.files:
            return None
        self._sides = {id_: tuple(map(untangled, sides)) for id_, sides in self._sides.items()}
        return Places(self._place, self.folders, self.rows, self._sides, self._origins)


def _has_other_id(one: Changed) -> bool:
    return bool(one.old_path and one.path and id_of(one.old_path) != id_of(one.path))
