"""The accelerator's folder: where it is, which challenge files it holds, and what an id leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from hundredday.language import _
from hundredday.store.ids import is_id, make_id
from hundredday.store.kept.scan import ChallengeFile, id_of, scan, stamp_of
from hundredday.store.refusals import AmbiguousId, BadId, IdTaken, NoFolder, NotAnAccelerator, UnknownId
from hundredday.store.walking import (
    EXCHANGE,
    TRAINING,
    Seen,
    challenge_entries,
    leads_out,
    linked,
    problem,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from hundredday.findings import Finding
    from hundredday.store.kept.scan import Scan
    from hundredday.store.registers import RegisterFile

__all__ = [
    "AmbiguousId",
    "BadId",
    "ChallengeFile",
    "Folder",
    "IdTaken",
    "NotAnAccelerator",
    "UnknownId",
    "make_id",
]


N = TypeVar("N", Seen, ChallengeFile)


class Folder:
    """An accelerator's folder; `root` is its absolute path, with no link in it."""

    # No dataclass: what makes one takes as long to import as completion has for everything.
    __slots__ = ("root",)

    def __init__(self, root: Path) -> None:
        self.root = root

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.root == self.root

    def __hash__(self) -> int:
        return hash(self.root)

    @classmethod
    def find(cls, start: Path) -> Folder:
        """The nearest accelerator from a folder upwards.

        That is a folder with `accelerator.yaml`, or with `challenges/` beside a `.git`.

        Raises:
            NoFolder: it is not there itself.
            NotAnAccelerator: there is none up to the top of the file system.
        """
        here = start.resolve()
        if not here.is_dir():
            raise NoFolder(start)
        for folder in (here, *here.parents):
            if (folder / "accelerator.yaml").is_file():
                return cls(folder)
            if (folder / "challenges").is_dir() and (folder / ".git").exists():
                return cls(folder)
        raise NotAnAccelerator(start)

    @property
    def accelerator_path(self) -> Path:
        return self.root / "accelerator.yaml"

    @property
    def challenges_path(self) -> Path:
        return self.root / "challenges"

    @property
    def note_path(self) -> Path:
        """Where a change is written down before it is made: beside git's own, else in the folder."""
        for folder in (self.root, *self.root.parents):
            dot = folder / ".git"
            if dot.is_dir():
                return dot / _NOTE
            if dot.is_file():  # a linked work tree, or a submodule
                with dot.open("rb") as file:
                    said = file.read(_LONGEST_LINE).decode("utf-8", "surrogateescape")
                named = said.removeprefix("gitdir:").strip()
                return folder / named / _NOTE
        return self.root / f".{_NOTE}"

    def read(self, file: ChallengeFile | RegisterFile) -> bytes:
        """The bytes of a file; of one that is too large no more than shows that it is.

        Raises:
            OSError: the system does not let us read it.
        """
        from hundredday.store.limited import read_limited

        return read_limited(f"{self.root}/{file.path}")

    def absolute(self, file: ChallengeFile) -> Path:
        return self.root / file.path

    def challenge_files(self) -> Iterator[ChallengeFile]:
        """Every challenge file, sorted by path; links are not followed, `problems` tells of them."""
        yield from self.scan().files()

    def files_beside(self, kind: str) -> list[RegisterFile]:
        """Every training intake, or every partner's file, sorted by path."""
        from hundredday.store.registers import register_files

        return register_files(self.root, kind)

    def scan(self) -> Scan:
        """Every challenge file as it is, without reading one."""
        return scan(self.root)

    def problems(self) -> tuple[Finding, ...]:
        """What is wrong with names and places, without reading a file; sorted by path."""
        found = [one for one in walk(self.root) if not isinstance(one, Seen)]
        if linked(self.accelerator_path) and leads_out(self.accelerator_path, self.root):
            found.append(problem("link-out-of-folder", "accelerator.yaml"))
        seen = list(self._seen())
        found += [problem("bad-id", one.path) for one in seen if not is_id(one.id)]
        found += _duplicates(seen)
        return tuple(sorted(found, key=lambda one: (one.place.path if one.place else "", one.code)))

    def path_of(self, beginning: str) -> ChallengeFile:
        """The challenge with this id, or the only one whose id begins so.

        Raises:
            UnknownId: there is none.
            AmbiguousId: there are several.
        """
        named = [
            Seen(id_of(entry.name), f"{folder}/{entry.name}", entry)
            for folder, entries in challenge_entries(self.root, beginning.casefold())
            for entry in entries
        ]
        try:
            # Only for what is unknown all are looked through: what it is like is said.
            fits = any(one.id.startswith(beginning) for one in named)
            one = the_one(beginning, named if fits else list(self._seen()))
            return ChallengeFile(one.id, one.path, stamp_of(one.entry.stat(follow_symlinks=False)))
        except FileNotFoundError:  # taken away while we looked
            raise UnknownId(beginning, ()) from None
        except UnknownId as unknown:
            unknown.mend = _beside(self.root, beginning) or unknown.mend
            raise

    def new_path(self, id_: str, cohort: str | None = None) -> Path:
        """Where a new challenge's file belongs: `challenges/`, or `challenges/COHORT/`.

        Raises:
            BadId: the id or the cohort's name cannot be one, or the cohort's folder leads elsewhere.
            IdTaken: a challenge in any folder has this id.
        """
        for name in (id_, *((cohort,) if cohort is not None else ())):
            if not is_id(name):
                raise BadId(name)
        for one in self._seen():
            if one.id.casefold() == id_:
                raise IdTaken(id_, one.path)
        folder = self.challenges_path / cohort if cohort is not None else self.challenges_path
        if leads_out(folder, self.root):
            raise BadId(folder.name)
        return folder / f"{id_}.yaml"

    def _seen(self) -> Iterator[Seen]:
        return (one for one in walk(self.root) if isinstance(one, Seen))


def the_one(beginning: str, named: Sequence[N]) -> N:
    """The one with this id, or the only one whose id begins so.

    Raises:
        UnknownId: there is none.
        AmbiguousId: there are several.
    """
    fitting = [one for one in named if one.id == beginning]
    if not fitting and beginning:
        fitting = [one for one in named if one.id.startswith(beginning)]
    if not fitting:
        raise UnknownId(beginning, _nearest(beginning, {one.id for one in named}))
    if len(fitting) > 1:
        raise AmbiguousId(beginning, tuple(sorted(one.path for one in fitting)))
    return fitting[0]


def _beside(root: Path, beginning: str) -> str:
    """Where the intake or the partner with this id is shown; nothing where there is none."""
    from hundredday.store.registers import register_files

    shown = {
        TRAINING: _("That is a training intake: {command}"),
        EXCHANGE: _("That is a partner: {command}"),
    }
    for kind, said in shown.items():
        found = [one.id for one in register_files(root, kind) if beginning and one.id.startswith(beginning)]
        if beginning in found or len(found) == 1:
            id_ = beginning if beginning in found else found[0]
            return said.format(command=f"hundredday {kind} status {id_}")
    return ""


def _duplicates(seen: Iterable[Seen]) -> Iterator[Finding]:
    # Names that differ only in case are one file on many disks.
    by_id: dict[str, list[str]] = {}
    for one in seen:
        by_id.setdefault(one.id.casefold(), []).append(one.path)
    for paths in by_id.values():
        first, *others = sorted(paths)
        for path in others:
            yield problem("duplicate-id", path, _(" ({first} has it too)").format(first=first))


def _nearest(beginning: str, ids: Iterable[str]) -> tuple[str, ...]:
    import difflib

    words = {word for word in beginning.split("-") if len(word) > len("of")}
    short = sorted(one for one in ids if one[:1] == beginning[:1] or any(word in one for word in words))
    # A beginning is typed more often than a whole id: both are compared with what was typed.
    begins = {one[: len(beginning)]: one for one in reversed(short[:_SHORTLIST])}
    like = difflib.get_close_matches(beginning, [*short[:_SHORTLIST], *begins], n=3, cutoff=0.6)
    return tuple(dict.fromkeys(begins.get(one, one) for one in like))


_NOTE = "hundredday.intent"
_LONGEST_LINE = 5000
_SHORTLIST = 500
