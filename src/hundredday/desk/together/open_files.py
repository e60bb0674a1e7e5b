"""The files that a merge left open or broken, by the names that people type."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hundredday.desk.opening import read_bytes
from hundredday.desk.together.meeting import name_of
from hundredday.git.joining import Stages, unmerged
from hundredday.merging.mending import is_broken
from hundredday.store.registers import register_files
from hundredday.store.walking import FOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hundredday.desk.desk import Desk

SETTINGS = "accelerator.yaml"


class OpenFile(NamedTuple):
    """A file to settle: its name in commands, where it lies, its name from the root of the repository.

    `stages` are the versions that git keeps of it while a merge is under way.
    """

    name: str
    path: Path
    shown: str
    stages: Stages | None = None

    @property
    def is_removed_by_one(self) -> bool:
        return self.stages is not None and (self.stages.ours is None or self.stages.theirs is None)

    def source(self) -> bytes:
        """What lies in the folder; nothing where it is gone."""
        return read_bytes(self.path, self.shown) if self.path.is_file() else b""


def all_open(desk: Desk) -> list[OpenFile]:
    """What git calls unmerged; where that is nothing, every file that has markers or doubled keys."""
    found = _unmerged(desk)
    return found or [one for one in _here(desk) if is_broken(one.source())]


def open_files(desk: Desk, beginning: str) -> list[OpenFile]:
    """The open files of one name, or of a unique beginning of it: several where both sides moved it elsewhere.

    Raises:
        UnknownId, AmbiguousId: with the nearest ids.
    """
    open_ = _unmerged(desk)
    names = {one.name for one in open_}
    fitting = [name for name in names if name == beginning] or [
        name for name in names if name.startswith(beginning)
    ]
    if len(fitting) == 1:
        return [one for one in open_ if one.name == fitting[0]]
    if beside := [one for one in _beside_challenges(desk) if one.name == beginning]:
        return beside
    file = desk.find(beginning)
    return [OpenFile(file.id, desk.folder.absolute(file), file.path)]


def _unmerged(desk: Desk) -> list[OpenFile]:
    repository = desk.repository
    if repository is None:
        return []
    named = ((name_of(desk, repository, path), path, stages) for path, stages in unmerged(repository).items())
    return [OpenFile(name, repository.root / path, path, stages) for name, path, stages in named if name]


def _here(desk: Desk) -> Iterator[OpenFile]:
    yield from _beside_challenges(desk)
    for file in desk.folder.challenge_files():
        yield OpenFile(file.id, desk.folder.absolute(file), file.path)


def _beside_challenges(desk: Desk) -> Iterator[OpenFile]:
    if desk.folder.accelerator_path.is_file():
        yield OpenFile(SETTINGS, desk.folder.accelerator_path, SETTINGS)
    for kind in FOLDERS:
        for file in register_files(desk.folder.root, kind):
            yield OpenFile(file.path, desk.folder.root / file.path, file.path)
