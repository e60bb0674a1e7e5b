"""What changes when a file does, of all challenge files at once: folder by folder, as bytes that compare quickly."""

from __future__ import annotations

import time
from array import array
from operator import attrgetter
from struct import Struct
from typing import TYPE_CHECKING, NamedTuple

from hundredday.store.walking import challenge_entries

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator
    from pathlib import Path

RACY_NS = 2_000_000_000
"""A file written so shortly before it was looked at may change again within the clock's grain."""

Stamp = tuple[int, int, int, int, int]
"""What changes when a file does: size, mtime_ns, ctime_ns, inode, device; each fits in 63 bits."""

NUMBERS = 5
BYTES = NUMBERS * 8

UNKNOWN: Stamp = (0, 0, 0, 0, 0)
"""The stamp that no file has."""

MASK = (1 << 63) - 1


class ChallengeFile(NamedTuple):
    """A challenge's file: `path` is from the accelerator's folder, with `/`; `key` changes with the file."""

    id: str
    path: str
    key: Stamp


def file_at(path: str, stamp: Stamp = UNKNOWN) -> ChallengeFile:
    """A challenge's file by its path."""
    return ChallengeFile(id_of(path), path, stamp)


def id_of(path: str) -> str:
    """The id of a challenge by its file's path: the stem of the name."""
    return path.rpartition("/")[2].rpartition(".")[0]


class Batch(NamedTuple):
    """The challenge files of one folder: their names in order, joined by `/`, and their stamps in that order."""

    names: str
    stamps: bytes

    def stamped(self) -> Iterator[tuple[str, bytes]]:
        """Each name with its stamp."""
        stamps = self.stamps
        for number, name in enumerate(self.names.split("/") if self.names else ()):
            yield name, stamps[number * BYTES : (number + 1) * BYTES]


class Scan(NamedTuple):
    """All challenge files as they were from a moment on; `batches` are by the folder's path."""

    at: int
    batches: dict[str, Batch]

    def paths(self) -> list[str]:
        """The path of every file from the accelerator's folder, sorted."""
        return sorted(
            f"{folder}/{name}"
            for folder, batch in self.batches.items()
            if batch.names
            for name in batch.names.split("/")
        )

    def files(self) -> list[ChallengeFile]:
        """Every file, sorted by path."""
        found = [
            file_at(f"{folder}/{name}", _STAMP.unpack(stamp))
            for folder, batch in self.batches.items()
            for name, stamp in batch.stamped()
        ]
        return sorted(found, key=attrgetter("path"))

    def settled(self, batch: Batch) -> bytes:
        """The stamps of a batch, those of files that may still change unseen left out."""
        latest = self.at - RACY_NS
        numbers = array("q", batch.stamps)
        young = [
            number
            for number, (mtime, ctime) in enumerate(
                zip(numbers[1::NUMBERS], numbers[2::NUMBERS], strict=True)
            )
            if mtime >= latest or ctime >= latest
        ]
        stamps = bytearray(batch.stamps)
        for number in young:
            stamps[number * BYTES : (number + 1) * BYTES] = bytes(BYTES)
        return bytes(stamps)


def scan(root: Path) -> Scan:
    """Look at every challenge file below a folder; none is opened."""
    at = time.time_ns()
    return Scan(at, {folder: _batch(_stamped(entries)) for folder, entries in challenge_entries(root)})


def scan_of(files: Iterable[ChallengeFile]) -> Scan:
    """The same of files that are given."""
    rows: dict[str, list[tuple[str, int, int, int, int, int]]] = {}
    for file in files:
        folder, _, name = file.path.rpartition("/")
        rows.setdefault(folder, []).append((name, *file.key))
    return Scan(time.time_ns(), {folder: _batch(found) for folder, found in rows.items()})


def stamp_of(of: os.stat_result) -> Stamp:
    """The stamp of a file that was looked at."""
    return (of.st_size, of.st_mtime_ns, of.st_ctime_ns, of.st_ino & MASK, of.st_dev & MASK)


_STAMP = Struct(f"={NUMBERS}q")


def _stamped(entries: Iterable[os.DirEntry[str]]) -> list[tuple[str, int, int, int, int, int]]:
    rows = []
    for entry in entries:
        try:
            of = entry.stat(follow_symlinks=False)
        except FileNotFoundError:  # taken away while we looked
            continue
        rows.append((entry.name, *stamp_of(of)))
    return rows


def _batch(rows: list[tuple[str, int, int, int, int, int]]) -> Batch:
    rows.sort()
    numbers = array("q")
    for row in rows:
        numbers.extend(row[1:])
    return Batch("/".join([row[0] for row in rows]), numbers.tobytes())
