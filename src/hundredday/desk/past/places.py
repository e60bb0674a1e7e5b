"""Where the files of an accelerator stood at each commit, traced back from its folder of today through every move."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from hundredday.store.walking import CHALLENGES, names_one

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hundredday.desk.past.copies import Origins
    from hundredday.git.commits import Changed, Commit

Side = tuple["Changed", ...]
"""What a commit changed of files of one kind against one of its parents."""
Edge = tuple[str, str]
"""A commit and one of its parents; "" for none."""


class Folders(NamedTuple):
    """The folders that an accelerator may have stood in, from the root of the repository and ended by `/`.

    The root itself is "". `kind` is what is looked for in them.
    """

    names: tuple[str, ...]
    kind: str

    def of(self, path: str | None) -> str | None:
        """In which of them a file of the kind stands; None where it is in none, or is no such file."""
        found: str | None = None
        if path is None:
            return None
        for one in self.names:
            if path.startswith(one) and names_one(path[len(one) :], self.kind):
                found = one if found is None or len(one) > len(found) else found
        return found

    def elsewhere(self, path: str) -> str | None:
        """The folder of another accelerator that a file would belong to; None where it is no such file or ours."""
        above, found, _ = f"/{path}".partition(f"/{self.kind}/")
        folder = f"{above}/".removeprefix("/")
        if not found or self.of(path) is not None or not names_one(path.removeprefix(folder), self.kind):
            return None
        return folder


class Place(NamedTuple):
    """What is one accelerator's at a commit: whole folders, the one it stands in first, and single files of others."""

    folders: tuple[str, ...]
    files: frozenset[str] = frozenset()

    def inside(self, path: str) -> str | None:
        """A path as its accelerator named it then; None of what was not the accelerator's."""
        for folder in sorted(self.folders, key=len, reverse=True):
            if path.startswith(folder):
                return path.removeprefix(folder)
        if path in self.files:
            return f"{CHALLENGES}/{f'/{path}'.partition(f'/{CHALLENGES}/')[2]}"
        return None


class Places:
    """Where an accelerator stood at each commit of a history in which it was moved.

    Args:
        last: where it stands at the last commit.
        folders: where it may have stood.
        rows: every commit, parents before children.
        sides: what each changed in these folders, files that went and came under one id in pairs.
        origins: what files are copies of that came in a commit that moved nothing.
    """

    def __init__(
        self,
        last: Place,
        folders: Folders,
        rows: Sequence[Commit],
        sides: Mapping[str, Sequence[Side]],
        origins: Origins,
    ) -> None:
        self._folders, self._origins = folders, origins
        self._many = _counted(folders, rows, sides)
        self.at = {rows[-1].id: last} if rows else {}
        self._before: dict[Edge, Place] = {}
        self.left: dict[str, str] = {}
        """From which folder a commit took some challenges, where others stayed."""
        for row in reversed(rows):
            place = self.at.setdefault(row.id, Place(()))
            for parent, side in zip(row.parents or ("",), sides[row.id], strict=True):
                before = self._traced(row, parent, place, self._linked(row.id, side))
                self._before[row.id, parent] = before
                if parent:
                    self.at[parent] = _both(self.at.get(parent), before)

    def ours(self, commit: str, parent: str, side: Side) -> Side:
        """What a commit changed of this accelerator against a parent."""
        place, before = self.at[commit], self._before[commit, parent]
        found = (
            one._replace(
                **({} if self._has(before, one.old_path) else {"old_path": None, "old": None}),
                **({} if self._has(place, one.path) else {"path": None, "blob": None}),
            )
            for one in self._linked(commit, side)
        )
        return tuple(one for one in found if one.path or one.old_path)

    def _linked(self, commit: str, side: Side) -> Side:
        """A side in which copies came from what they are copies of."""
        origins = self._origins.get(commit)
        if not origins:
            return side
        return tuple(
            one._replace(old_path=origin.path, old=origin.blob)
            if one.old_path is None and (origin := origins.get(one.path or ""))
            else one
            for one in side
        )

    def _has(self, place: Place, path: str | None) -> bool:
        return path is not None and (path in place.files or self._folders.of(path) in place.folders)

    def _traced(self, commit: Commit, parent: str, place: Place, side: Side) -> Place:
        """Where the accelerator stood in a parent of a commit."""
        many = self._many.get(parent, {})
        stays = Counter(many)
        stays.subtract(folder for one in side if (folder := self._vacated(one)) is not None)
        folders, files = list(place.folders), set(place.files)
        for one in side:
            if not self._has(place, one.path):
                continue
            files.discard(one.path or "")
            was = self._folders.of(one.old_path)
            if was is None or was in place.folders:
                continue
            if one.path in place.files and was == self._folders.of(one.path):
                files.add(one.old_path or "")
            elif stays[was] > 0:
                files.add(one.old_path or "")
                self.left[commit.id] = was
            elif was not in folders:
                folders.append(was)
        folders += [one for one in self._emptied(place, side, stays) if one not in folders]
        if len(folders) > 1 or commit.is_merge:
            gone = self._given_away(place, side, stays)
            folders = [one for one in folders if one not in gone]
        folders.sort(key=lambda one: not many.get(one))
        return Place(tuple(folders), frozenset(files))

    def _emptied(self, place: Place, side: Side, stays: Mapping[str, int]) -> Iterator[str]:
        """The folders of which nothing is left, where something came that nobody knows: its old self may be in there."""
        if any(one.old_path is None and self._has(place, one.path) for one in side):
            gone = [one for one in side if one.path is None and not self._has(place, one.old_path)]
            for folder in dict.fromkeys(map(self._vacated, gone)):
                if folder is not None and stays[folder] <= 0:
                    yield folder

    def _vacated(self, one: Changed) -> str | None:
        was = self._folders.of(one.old_path)
        return was if was != self._folders.of(one.path) else None

    def _given_away(self, place: Place, side: Side, stays: Mapping[str, int]) -> set[str]:
        """The folders of which a commit moved every file to where it is not ours: another accelerator went there."""
        went: dict[str, list[bool]] = {}
        for one in side:
            if (was := self._vacated(one)) in place.folders and was is not None:
                went.setdefault(was, []).append(one.path is not None and not self._has(place, one.path))
        return {folder for folder, out in went.items() if all(out) and stays[folder] <= 0}


def untangled(side: Iterable[Changed]) -> Side:
    """A side in which files that took each other's names are known again by their contents."""
    left = list(side)
    found: list[Changed] = []
    new = {(_name(one.path), one.blob): one for one in left if one.path and one.blob != one.old}
    taken: set[str | None] = set()
    sources: dict[str | None, Changed] = {}
    for one in left:
        other = new.get((_name(one.old_path), one.old)) if one.path == one.old_path else None
        if other is not None and one.old != one.blob and other.path != one.path:
            sources[other.path] = one
            taken.add(one.old_path)
    for one in left:
        source = sources.get(one.path) if one.path else None
        if source:
            found.append(one._replace(old_path=source.old_path, old=source.old))
            if one.old_path and one.old_path not in taken:
                found.append(one._replace(path=None, blob=None))
        elif one.old_path in taken:
            found.append(one._replace(old_path=None, old=None))
        else:
            found.append(one)
    return tuple(found)


def _name(path: str | None) -> str:
    return (path or "").rpartition("/")[2]


def _both(one: Place | None, other: Place) -> Place:
    if one is None or one == other:
        return other
    return Place(tuple(dict.fromkeys((*one.folders, *other.folders))), one.files | other.files)


def _counted(
    folders: Folders, rows: Sequence[Commit], sides: Mapping[str, Sequence[Side]]
) -> dict[str, Mapping[str, int]]:
    """How many files of the kind stood in each folder at each commit."""
    found: dict[str, Mapping[str, int]] = {}
    for row in rows:
        many = found.get(row.parents[0], {}) if row.parents else {}
        moves = [
            (was, now)
            for one in sides[row.id][0]
            if (was := folders.of(one.old_path)) != (now := folders.of(one.path))
        ]
        if moves:
            counted = Counter(many)
            counted.update(now for _, now in moves if now is not None)
            counted.subtract(was for was, _ in moves if was is not None)
            many = counted
        found[row.id] = many
    return found
