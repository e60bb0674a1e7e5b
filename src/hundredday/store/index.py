"""What the files meant when they were last read, kept between runs: a cache, never the only place of a fact.

A row is believed as git believes its own index: when size, times, inode and device of the file are
the same, and the file was not written within two seconds of the row. Any trouble with the cache
means that it is not there.
"""

from __future__ import annotations

import json
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from hundredday.programme.keeping import accelerator_from, plain_accelerator
from hundredday.store.kept_database import TROUBLE, KeptDatabase

if TYPE_CHECKING:
    import sqlite3
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

_SHAPE = 3
_TABLES = """
create table meta (key text primary key, value text);
create table file (
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
    """The kept meanings of one folder's files. Every call opens the database and closes it again."""

    def __init__(self, database: KeptDatabase) -> None:
        self._database = database

    @classmethod
    def of(cls, folder: Folder) -> Index | None:
        """The index of a folder; None where none can be kept."""
        database = KeptDatabase.of(folder, "index", _SHAPE, _TABLES)
        return cls(database) if database else None

    def kept(self, files: Iterable[ChallengeFile], day: str, terms: str) -> Mapping[str, dict[str, Any]]:
        """The meanings of the files that are unchanged, by path.

        Args:
            files: the files as they are now.
            day: the day that is asked about, ISO.
            terms: under what settings; other terms than those of the rows mean that nothing is kept.
        """
        with suppress(*TROUBLE), self._database.opened() as database:
            if _meta(database, "terms") != terms:
                return {}
            rows = {row[0]: row[1:] for row in database.execute("select * from file")}
            return {
                file.path: json.loads(row[7])
                for file in files
                if (row := rows.get(file.path))
                and row[6] in (day, ANY_DAY)
                and _is_unchanged(file.key, row[:6])
            }
        return {}

    def keep(self, rows: Iterable[Row], terms: str, present: Iterable[str]) -> None:
        """Keep what files mean, and forget files that are gone."""
        now = time.time_ns()
        with suppress(*TROUBLE), self._database.opened() as database, database:
            if _meta(database, "terms") != terms:
                database.execute("delete from file")
                _put(database, "terms", terms)
            database.executemany(
                "insert or replace into file values (?,?,?,?,?,?,?,?,?)",
                [(r.file.path, *r.file.key, now, r.day, json.dumps(r.meaning)) for r in rows],
            )
            here = set(present)
            known = [path for (path,) in database.execute("select path from file")]
            database.executemany("delete from file where path = ?", [(p,) for p in known if p not in here])

    def kept_accelerator(self, path: Path) -> Accelerator | None:
        """accelerator.yaml as it was read last, when it is unchanged."""
        with suppress(*TROUBLE):
            kept = json.loads(self.kept_text("accelerator") or "null")
            if kept and _is_unchanged(_stamp(path), kept["stamp"]):
                return accelerator_from(kept["accelerator"])
        return None

    def keep_accelerator(self, path: Path, accelerator: Accelerator) -> None:
        """Keep what accelerator.yaml says."""
        with suppress(*TROUBLE):
            kept = {"stamp": [*_stamp(path), time.time_ns()], "accelerator": plain_accelerator(accelerator)}
            self.keep_text("accelerator", json.dumps(kept))

    def kept_text(self, key: str) -> str | None:
        """A text kept under a key."""
        with suppress(*TROUBLE), self._database.opened() as database:
            return _meta(database, key)
        return None

    def keep_text(self, key: str, text: str) -> None:
        """Keep a text under a key."""
        with suppress(*TROUBLE), self._database.opened() as database, database:
            _put(database, key, text)


def _meta(database: sqlite3.Connection, key: str) -> str | None:
    row = database.execute("select value from meta where key = ?", (key,)).fetchone()
    return row[0] if row else None


def _put(database: sqlite3.Connection, key: str, value: str) -> None:
    database.execute("insert or replace into meta values (?, ?)", (key, value))


def _stamp(path: Path) -> Stamp:
    found = path.stat()
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_dev)


def _is_unchanged(stamp: Stamp, kept: tuple[int, ...] | list[int]) -> bool:
    *same, written = kept
    return list(stamp) == same and max(stamp[1], stamp[2]) < written - RACY_NS
