"""What commits did to challenges: which were changed, and which only moved."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hundredday.git.commits import Changed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hundredday.git.commits import Commit

Side = tuple[Changed, ...]
"""What a commit changed of challenges against one of its parents."""


def sides_of(commit: Commit, settings: str) -> tuple[Side, ...]:
    """What a commit changed of challenges, against each of its parents; `settings` is the file that is none."""
    return tuple(tuple(_moves(side, settings)) for side in commit.changes)


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


def _moves(side: Sequence[Changed], settings: str) -> Iterator[Changed]:
    """The changes of challenges; one that went and came under the same id only moved."""

    def is_challenge(path: str | None) -> bool:
        return path is not None and path != settings and bool(_CHALLENGE.search(path))

    ours = [one for one in side if is_challenge(one.old_path) or is_challenge(one.path)]
    gone = {id_of(one.old_path): one for one in ours if one.old_path and not one.path}
    for one in ours:
        if one.path and not one.old_path and (lost := gone.pop(id_of(one.path), None)):
            yield Changed(lost.old_path, lost.old, one.path, one.blob)
        elif one.path or not one.old_path:
            yield one
    yield from gone.values()


_CHALLENGE = re.compile(r"(?:^|/)[^./][^/]*\.ya?ml$")
