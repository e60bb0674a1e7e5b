"""What commits did to challenges: which were changed, and which only moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.git.commits import Changed
from hundredday.history.audit.step import is_same

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hundredday.challenge import Challenge
    from hundredday.desk.past.places import Folders, Side
    from hundredday.git.commits import Commit


def sides_of(commit: Commit, folders: Folders) -> tuple[Side, ...]:
    """What a commit changed of the files of a kind in some folders, against each of its parents."""
    return tuple(tuple(_moves(side, folders)) for side in commit.changes)


def paired(side: Side, read: Callable[[str, str], Challenge | None]) -> Side:
    """A side in which a challenge that went under one id, and came under another, was given another id.

    Git knows files again by most of their lines; this is for those that were rewritten on the way.
    """
    gone = [one for one in side if one.old_path and one.old and not one.path]
    found = list(side)
    for come in (one for one in side if one.path and one.blob and not one.old_path) if gone else ():
        after = read(come.blob or "", come.path or "")
        for lost in gone:
            before = read(lost.old or "", lost.old_path or "")
            if before and after and is_same(before, after):
                gone.remove(lost)
                found.remove(lost)
                found[found.index(come)] = Changed(lost.old_path, lost.old, come.path, come.blob)
                break
    return tuple(found)


def touched(sides: Sequence[Side]) -> Iterator[str]:
    """The challenges whose content is another one than in every parent."""
    for one in sides[0]:
        name = one.path or one.old_path or ""
        if one.old != one.blob and all(
            any(id_of(other.path or other.old_path or "") == id_of(name) for other in side)
            for side in sides[1:]
        ):
            yield name


def new_contents(sides: Sequence[Side]) -> Iterator[str]:
    """The files whose content no parent has."""
    known = [{one.path: one.old for one in side} for side in sides]
    for one in sides[0]:
        if one.path and one.blob and all(one.path in side and side[one.path] != one.blob for side in known):
            yield one.path


def renamed(sides: Sequence[Side]) -> Iterator[tuple[str, str]]:
    """From which id to which a challenge was renamed."""
    for one in (one for side in sides for one in side):
        if one.old_path and one.path and id_of(one.old_path) != id_of(one.path):
            yield id_of(one.old_path), id_of(one.path)


def id_of(path: str) -> str:
    """The id of the challenge that a file holds."""
    name = path.rpartition("/")[2]
    return name.rpartition(".")[0] or name


def _moves(side: Sequence[Changed], folders: Folders) -> Iterator[Changed]:
    """The changes of challenges; one that went and came under the same id only moved."""
    ours = [one for one in (_of_kind(one, folders) for one in side) if one.old or one.blob]
    gone = {id_of(one.old_path): one for one in ours if one.old_path and not one.path}
    for one in ours:
        if one.path and not one.old_path and (lost := gone.pop(id_of(one.path), None)):
            yield Changed(lost.old_path, lost.old, one.path, one.blob)
        elif one.path or not one.old_path:
            yield one
    yield from gone.values()


def _of_kind(one: Changed, folders: Folders) -> Changed:
    """A change without what is no challenge: to get a name that is none's is to go, and the reverse to come."""
    was, now = (folders.of(path) is not None for path in (one.old_path, one.path))
    return Changed(
        *((one.old_path, one.old) if was else _NOWHERE), *((one.path, one.blob) if now else _NOWHERE)
    )


_NOWHERE = (None, None)
