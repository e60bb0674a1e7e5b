"""A small database in the user's cache that may be lost at any time, and is thrown away when it is not ours."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, NamedTuple

from hundredday import __version__
from hundredday.store.cache_folder import cache_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hundredday.store.folder import Folder

TROUBLE = (sqlite3.Error, OSError, ValueError, TypeError, KeyError, AttributeError)
"""What a cache that is damaged, locked, full or foreign can raise: it counts as empty then."""

_ABOUT = "create table about (text text)"
PATIENCE = 0.2
"""Seconds to wait for another process; then the cache counts as empty."""


class KeptDatabase(NamedTuple):
    """A database of one folder; `about` says what it is of, so that a foreign one is told."""

    path: Path
    about: str
    tables: str

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
        if not self._is_ours():
            self.path.unlink(missing_ok=True)
        with closing(sqlite3.connect(self.path, timeout=PATIENCE)) as database:
            if not database.execute("select count(*) from sqlite_master").fetchone()[0]:
                database.executescript(f"{_ABOUT};{self.tables}")
                with database:
                    database.execute("insert into about values (?)", (self.about,))
            yield database

    def _is_ours(self) -> bool:
        if not self.path.exists():
            return True
        try:
            with closing(sqlite3.connect(self.path, timeout=PATIENCE)) as database:
                row = database.execute("select text from about").fetchone()
                return row is not None and row[0] == self.about
        except sqlite3.OperationalError as error:
            return "locked" in str(error)
        except sqlite3.Error:
            return False
