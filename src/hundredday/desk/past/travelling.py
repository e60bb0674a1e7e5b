"""Going back in time: the files as they were at a commit, read from git, with the work tree left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hundredday.desk.desk import Desk
from hundredday.desk.past.moments import Moment, moment
from hundredday.desk.past.telling import repository_of
from hundredday.git import Blobs, files_at, show
from hundredday.language import _
from hundredday.store.folder import Folder, the_one
from hundredday.store.kept.scan import file_at, scan_of
from hundredday.store.walking import CHALLENGES, names_one

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from hundredday.git import Repository
    from hundredday.programme import Accelerator
    from hundredday.store.folder import ChallengeFile
    from hundredday.store.kept.scan import Scan
    from hundredday.store.registers import RegisterFile


class PastFolder(Folder):
    """The accelerator's folder at a commit; `blobs` are its challenge files by path, with their ids."""

    __slots__ = ("_beside", "blobs", "commit", "contents", "repository")

    def __init__(self, root: Path, repository: Repository, commit: str, blobs: Mapping[str, str]) -> None:
        super().__init__(root)
        self.repository, self.commit, self.blobs = repository, commit, blobs
        self.contents = Blobs(repository)
        self._beside: dict[str, Mapping[str, str]] = {}

    def challenge_files(self) -> Iterator[ChallengeFile]:
        return map(file_at, sorted(self.blobs))

    def scan(self) -> Scan:
        return scan_of(self.challenge_files())

    def path_of(self, beginning: str) -> ChallengeFile:
        return the_one(beginning, list(self.challenge_files()))

    def files_beside(self, kind: str) -> list[RegisterFile]:
        from hundredday.store.kept.scan import id_of
        from hundredday.store.registers import RegisterFile

        return [RegisterFile(id_of(path), path) for path in sorted(self.blobs_beside(kind))]

    def blobs_beside(self, kind: str) -> Mapping[str, str]:
        """The files of intakes, or of partners, by path, with their ids; git is asked once."""
        if kind not in self._beside:
            self._beside[kind] = _files(self.root, self.repository, self.commit, kind) if self.commit else {}
        return self._beside[kind]

    def read(self, file: ChallengeFile | RegisterFile) -> bytes:
        kind, _slash, _name = file.path.partition("/")
        blobs = self.blobs if kind == CHALLENGES else self.blobs_beside(kind)
        return self.contents.read(blobs[file.path])


class Then(NamedTuple):
    """The desk as it was, and the commit that it shows."""

    desk: Desk
    commit: str


def go_back(desk: Desk, text: str, beginning: str | None = None) -> Then:
    """The desk as it was on a day or at a commit; the day count is that day's.

    Args:
        desk: the desk of today.
        text: a day or a commit, as typed.
        beginning: the challenge whose days `day 50` counts.

    Raises:
        WrongUsage: the folder is not in git, or it is no day and no commit of the past.
    """
    repository = repository_of(desk)
    then = moment(desk, repository, text, lambda: day_zero(desk, beginning))
    desk.hint(_("As it was on {day}: commit {commit}.").format(day=then.day, commit=then.commit[:10]))
    return Then(desk_at(desk, repository, then), then.commit)


def desk_at(desk: Desk, repository: Repository, then: Moment) -> Desk:
    """The desk as it was at a moment: its files, its settings and its day."""
    root = desk.folder.root
    files = _files(root, repository, then.commit, CHALLENGES) if then.commit else {}
    folder = PastFolder(root, repository, then.commit, files)
    past = Desk(desk.given._replace(today=then.day.isoformat(), caches=False), folder)
    past.accelerator = _accelerator(desk, repository, then.commit) if then.commit else desk.accelerator
    past.repository = repository
    return past


def day_zero(desk: Desk, beginning: str | None) -> date | None:
    """Day 0 of a challenge; None where it has no clock yet, or none is named."""
    if beginning is None:
        return None
    return desk.open(beginning)[1].challenge.start


def _files(root: Path, repository: Repository, commit: str, kind: str) -> dict[str, str]:
    above = repository.relative(root / kind).removesuffix(kind)
    found = files_at(repository, commit, root / kind)
    return {
        path.removeprefix(above): blob
        for path, blob in found.items()
        if names_one(path.removeprefix(above), kind)
    }


def _accelerator(desk: Desk, repository: Repository, commit: str) -> Accelerator:
    from hundredday.programme import Accelerator
    from hundredday.store.accelerators import accelerator_of
    from hundredday.store.yaml.document import BadFile

    path = desk.folder.accelerator_path
    source = show(repository, commit, path)
    if source is None:
        return Accelerator(name=desk.folder.root.name)
    try:
        return accelerator_of(source, path)
    except BadFile:
        desk.hint(_("note: accelerator.yaml could not be read then; today's settings are used."))
        return desk.accelerator
