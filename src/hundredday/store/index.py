"""What the files meant when they were last read, kept between runs: a cache, never the only place of a fact.

A row is believed as git believes its own index: when size, times, inode and device of the file are
the same, and the file was not written within two seconds of the row. Any trouble with the cache
means that it is not there.
"""

from __future__ import annotations

import json
import sqlite3
import time
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from hundredday import __version__
from hundredday.programme.keeping import accelerator_from, plain_accelerator
from hundredday.store.cache_folder import cache_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from hundredday.programme import Accelerator
    from hundredday.store.folder import ChallengeFile, Folder

RACY_NS = 2_000_000_000
"""A file written so shortly before its row may have changed again within the clock's grain."""

Stamp = tuple[int, int, int, int, int]
"""Size, times of content and of inode in nanoseconds, inode, device."""

ANY_DAY = ""
"""The day of a row that holds on every day: a closed challenge stands where it stands."""

_SHAPE = f"{__version__}-1"
_TABLES = """
create table if not exists meta (key text primary key, value text);
create table if not exists file (
  path text primary key, size integer, mtime integer, ctime integer, inode integer, device integer,
  written integer, day text, row text
);
"""


class Row(NamedTuple):
    """What a file meant on a day, as JSON can hold it."""

    file: ChallengeFile
    day: str
    meaning: dict[str, Any]


class Index:
    """The kept meanings of one folder's files."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    @classmethod
    def of(cls, folder: Folder) -> Index | None:
        """The index of a folder; None where none can be kept."""
        home = cache_folder()
        if home is None:
            return None
        root = str(folder.root)
        path = home / f"{zlib.crc32(root.encode(errors='surrogateescape')):08x}.sqlite"
        return _opened(path, root) or (_thrown_away(path) and _opened(path, root)) or None

    def kept(self, files: Iterable[ChallengeFile], day: str, terms: str) -> Mapping[str, dict[str, Any]]:
        """The meanings of the files that are unchanged, by path.

        Args:
            files: the files as they are now.
            day: the day that is asked about, ISO.
            terms: under what settings; other terms than those of the rows mean that nothing is kept.
        """
        try:
            if self._meta("terms") != terms:
                return {}
            rows = {row[0]: row[1:] for row in self._database.execute("select * from file")}
            return {
                file.path: json.loads(row[7])
                for file in files
                if (row := rows.get(file.path))
                and row[6] in (day, ANY_DAY)
                and _is_unchanged(file.key, row[:6])
            }
        except (sqlite3.Error, ValueError):
            return {}

    def keep(self, rows: Iterable[Row], terms: str, present: Iterable[str]) -> None:
        """Keep what files mean, and forget files that are gone."""
        now = time.time_ns()
        with suppress(sqlite3.Error), self._database:
            if self._meta("terms") != terms:
                self._database.execute("delete from file")
                self._put("terms", terms)
            self._database.executemany(
                "insert or replace into file values (?,?,?,?,?,?,?,?,?)",
                [(r.file.path, *r.file.key, now, r.day, json.dumps(r.meaning)) for r in rows],
            )
            here = set(present)
            gone = [
                (path,) for (path,) in self._database.execute("select path from file") if path not in here
            ]
            self._database.executemany("delete from file where path = ?", gone)

    def kept_accelerator(self, path: Path) -> Accelerator | None:
        """accelerator.yaml as it was read last, when it is unchanged."""
        try:
            kept = json.loads(self._meta("accelerator") or "null")
            if kept and _is_unchanged(_stamp(path), kept["stamp"]):
                return accelerator_from(kept["accelerator"])
        except (sqlite3.Error, OSError, ValueError, TypeError, KeyError, AttributeError):
            return None
        return None

    def keep_accelerator(self, path: Path, accelerator: Accelerator) -> None:
        """Keep what accelerator.yaml says."""
        with suppress(sqlite3.Error, OSError), self._database:
            stamp = [*_stamp(path), time.time_ns()]
            self._put(
                "accelerator", json.dumps({"stamp": stamp, "accelerator": plain_accelerator(accelerator)})
            )

    def kept_text(self, key: str) -> str | None:
        """A text kept under a key."""
        try:
            return self._meta(key)
        except sqlite3.Error:
            return None

    def keep_text(self, key: str, text: str) -> None:
        """Keep a text under a key."""
        with suppress(sqlite3.Error), self._database:
            self._put(key, text)

    def _meta(self, key: str) -> str | None:
        row = self._database.execute("select value from meta where key = ?", (key,)).fetchone()
        return row[0] if row else None

    def _put(self, key: str, value: str) -> None:
        self._database.execute("insert or replace into meta values (?, ?)", (key, value))


def _opened(path: Path, root: str) -> Index | None:
    try:
        database = sqlite3.connect(path, timeout=0.2)
        is_new = not database.execute("select count(*) from sqlite_master").fetchone()[0]
        if is_new:
            with database:
                database.executescript(_TABLES)
                database.execute("insert into meta values ('about', ?)", (_about(root),))
        (about,) = database.execute("select value from meta where key = 'about'").fetchone()
    except (sqlite3.Error, TypeError):
        return None
    return Index(database) if about == _about(root) else None


def _about(root: str) -> str:
    """What an index is of: another folder with the same short name, or another version's shape, is foreign."""
    return f"{_SHAPE} {root!r}"


def _thrown_away(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _stamp(path: Path) -> Stamp:
    found = path.stat()
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_dev)


def _is_unchanged(stamp: Stamp, kept: tuple[int, ...] | list[int]) -> bool:
    *same, written = kept
    return list(stamp) == same and max(stamp[1], stamp[2]) < written - RACY_NS
