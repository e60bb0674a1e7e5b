"""The accelerator's folder as it was at a commit, read from git."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.desk.past.places import Place
from hundredday.git import Blobs
from hundredday.git.contents import blob_id, files_in
from hundredday.programme.accelerator import FILE
from hundredday.store.folder import Folder, the_one
from hundredday.store.kept.scan import file_at, scan_of
from hundredday.store.walking import CHALLENGES, names_one

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from hundredday.desk.desk import Desk
    from hundredday.git import Repository
    from hundredday.git.revisions import Names
    from hundredday.store.folder import ChallengeFile
    from hundredday.store.kept.scan import Scan
    from hundredday.store.registers import RegisterFile


class PastFolder(Folder):
    """The accelerator's folder at a commit; `blobs` are its challenge files by path, with their ids.

    It stands where it stands today, with what it had then, in whatever `place`; `names` says how files are called since.
    """

    __slots__ = ("_beside", "_paths", "blobs", "commit", "contents", "names", "place", "repository")

    def __init__(self, root: Path, repository: Repository, commit: str, place: Place, names: Names) -> None:
        super().__init__(root)
        self.repository, self.commit, self.place, self.names = repository, commit, place, names
        self._paths: dict[str, str] = {}
        self.blobs = self._files(CHALLENGES)
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
            self._beside[kind] = self._files(kind)
        return self._beside[kind]

    def read(self, file: ChallengeFile | RegisterFile) -> bytes:
        kind, _slash, _name = file.path.partition("/")
        blobs = self.blobs if kind == CHALLENGES else self.blobs_beside(kind)
        return self.contents.read(blobs[file.path])

    @property
    def accelerator_path(self) -> Path:
        paths = [self.repository.root / f"{folder}{FILE}" for folder in self.place.folders]
        there = (path for path in paths[:-1] if self.commit and blob_id(self.repository, self.commit, path))
        return next(there, paths[-1])

    def absolute(self, file: ChallengeFile) -> Path:
        return self.repository.root / self._paths[file.path]

    def _files(self, kind: str) -> Mapping[str, str]:
        found: dict[str, str] = {}
        folders = dict.fromkeys((*(f"{folder}{kind}/" for folder in self.place.folders), *self.place.files))
        for folder in reversed(folders) if self.commit else ():
            for path, blob in files_in(self.repository, self.commit, folder).items():
                inside = self.place.inside(path)
                if inside is not None and names_one(inside, kind):
                    found[inside], self._paths[inside] = blob, path
        return found


def place_of(desk: Desk, repository: Repository) -> Place:
    """What is the accelerator's on a desk, of today or of the past."""
    if isinstance(desk.folder, PastFolder):
        return desk.folder.place
    return Place((repository.above(desk.folder.root),))
