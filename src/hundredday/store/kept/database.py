"""A small database in the user's cache that may be lost at any time, and is made anew when it is not ours."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

from hundredday import __version__
from hundredday.store.kept.cache_folder import cache_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hundredday.store.folder import Folder

TROUBLE = (sqlite3.Error, zlib.error, OSError, ValueError, TypeError, KeyError, AttributeError)
"""What a cache that is damaged, locked, full or foreign can raise: it counts as empty then."""

_ABOUT = "create table about (text text)"
PATIENCE = 1.0
"""Seconds to wait for another process; then the cache counts as empty."""


class KeptDatabase(NamedTuple):
    """A database of one folder; `about` says what it is of, so that a foreign one is told.

    One that is not flushed to the disk can be torn by a power cut: its rows carry sums of their own.
    """

    path: Path
    about: str
    tables: str
    is_flushed: bool = True

    @classmethod
    def of(cls, folder: Folder, kind: str, shape: int, tables: str) -> KeptDatabase | None:
        """The database of a folder for one kind of thing, in one shape; None where nothing can be kept."""
        home = cache_folder()
        if home is None:
            return None
        root = str(folder.root)
        name = f"{zlib.crc32(root.encode(errors='surrogateescape')):08x}-{kind}.sqlite"
        return cls(home / name, f"{__version__} {kind} {shape} {root!r}", tables)

    @contextmanager
    def opened(self) -> Iterator[sqlite3.Connection]:
        """The database, made when it is not there, and closed afterwards.

        Raises:
            sqlite3.Error, OSError: it cannot be had now.
        """
        try:
            database = self._ours()
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            self.throw_away()
            database = self._ours()
        with closing(database):
            yield database

    @contextmanager
    def copied(self) -> Iterator[sqlite3.Connection]:
        """A copy for this process alone, as far as what is kept can be read."""
        with closing(sqlite3.connect(":memory:")) as database:
            with suppress(sqlite3.Error), closing(self._connected("?mode=ro")) as kept:
                if _about(kept) == self.about:
                    kept.backup(database)
            if _about(database) != self.about:
                _furnish(database, self)
            yield database

    def throw_away(self) -> None:
        """Remove a database that is damaged."""
        self.path.unlink(missing_ok=True)
        self.path.with_name(f"{self.path.name}-journal").unlink(missing_ok=True)

    def _connected(self, how: str = "") -> sqlite3.Connection:
        if how:
            return sqlite3.connect(f"{self.path.as_uri()}{how}", timeout=PATIENCE, uri=True)
        return sqlite3.connect(self.path, timeout=PATIENCE)

    def _ours(self) -> sqlite3.Connection:
        database = self._connected()
        try:
            database.execute("pragma trusted_schema = off")
            if not self.is_flushed:
                database.execute("pragma synchronous = off")
            if _about(database) != self.about:
                _furnish(database, self)
        except BaseException:
            database.close()
            raise
        return database


@contextmanager
def in_memory(tables: str) -> Iterator[sqlite3.Connection]:
    """An empty database with these tables, for this process alone."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(tables)
        yield database


def is_damage(error: Exception) -> bool:
    """Whether the database itself is broken; locked, full and read-only ones are not."""
    if isinstance(error, sqlite3.OperationalError):
        return str(error).startswith("no such")
    return not isinstance(error, OSError)


def _about(database: sqlite3.Connection) -> str | None:
    if not database.execute("select 1 from sqlite_master where name = 'about'").fetchone():
        return None
    row = database.execute("select text from about").fetchone()
    return row[0] if row else None


def _furnish(database: sqlite3.Connection, kept: KeptDatabase) -> None:
    # Foreign tables are dropped under the database's own lock: a file that others have open is never unlinked.
    with database:
        database.execute("begin immediate")
        if _about(database) == kept.about:  # another process was quicker
            return
        for kind, name in _things(database):
            database.execute(f'drop {kind} if exists "{name.replace(chr(34), chr(34) * 2)}"')
        for statement in (_ABOUT, *filter(str.strip, kept.tables.split(";"))):
            database.execute(statement)
        database.execute("insert into about values (?)", (kept.about,))


def _things(database: sqlite3.Connection) -> list[tuple[str, str]]:
    return database.execute(
        "select type, name from sqlite_master where type in ('view', 'table') and name not like 'sqlite\\_%' escape '\\'"
    ).fetchall()
