"""What the files meant when they were last read, kept between runs: a cache, never the only place of a fact.

A file is believed to be as it was as git's own index believes it: size, times, inode and device are the
same, and it was not written within two seconds of being looked at. What is kept of a file goes, all of it,
when the file changes. Any trouble with the cache means that it is not there.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from hundredday.store.kept import sheets
from hundredday.store.kept.database import TROUBLE, KeptDatabase, in_memory, is_damage
from hundredday.store.kept.sheets import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from contextlib import AbstractContextManager

    from hundredday.store.folder import Folder
    from hundredday.store.kept.scan import Scan
    from hundredday.store.kept.sheets import Sheet, Told, Wanted

    Opened = Callable[[], AbstractContextManager[sqlite3.Connection]]

T = TypeVar("T")

_SHAPE = 5

PORTION = 4_000
"""Files that are read before what they say is kept: no more of it than that is in the memory."""


class Question(NamedTuple):
    """What is asked of the index.

    Args:
        scan: the files as they are.
        sheet: what is asked for of every file.
        read: finds out what files say; it is called only for those of which that is not known.
        expect: is told before how many that are.
    """

    scan: Scan
    sheet: Sheet
    read: Callable[[Sequence[Wanted]], Sequence[Told]]
    expect: Callable[[int], None] = lambda _: None


class _Trouble(Exception):  # noqa: N818 - it never leaves this file
    """The database cannot be used."""


class Index:
    """The kept meanings of one folder's files. Every call opens the database and closes it again."""

    def __init__(self, kept: KeptDatabase | None = None) -> None:
        self._kept = kept

    @classmethod
    def of(cls, folder: Folder, *, caches: bool = True) -> Index:
        """The index of a folder; one that is kept nowhere where none may or can be kept."""
        return cls(KeptDatabase.of(folder, "index", _SHAPE, TABLES) if caches else None)

    def ask(self, question: Question, answer: Callable[[sqlite3.Connection], T]) -> T:
        """What a database answers in which every file has its row; files without one are read first.

        Nobody else changes the database between the last look at the files' stamps and the answer.
        """
        told: dict[str, Told] = {}
        for opened in self._databases():
            with suppress(_Trouble):
                return self._asked(opened, question, answer, told)
        try:
            with in_memory(TABLES) as database:
                return _answered(database, question, answer, told)
        except _NotOfTheCache as other:
            raise other.error from other.error.__cause__

    def titles(self, begun: str = "") -> dict[str, str]:
        """The titles that were last read, of ids that begin so, by path: a hint, and no more than that."""
        with suppress(*TROUBLE):
            if self._kept and self._kept.path.exists():
                with self._kept.opened() as database:
                    return sheets.titles(database, begun)
        return {}

    def kept_text(self, key: str) -> str | None:
        """A text kept under a key."""
        with suppress(*TROUBLE):
            if self._kept:
                with self._kept.opened() as database:
                    return sheets.meta(database, key)
        return None

    def keep_text(self, key: str, text: str) -> None:
        """Keep a text under a key."""
        with suppress(*TROUBLE):
            if self._kept:
                with self._kept.opened() as database, database:
                    sheets.put_meta(database, key, text)

    def _databases(self) -> Iterator[Opened]:
        """Where to look: what is kept, once more when it was thrown away, then a copy for this process alone."""
        if self._kept:
            yield self._kept.opened
            if not self._kept.path.exists():
                yield self._kept.opened
            yield self._kept.copied

    def _asked(
        self,
        opened: Opened,
        question: Question,
        answer: Callable[[sqlite3.Connection], T],
        told: dict[str, Told],
    ) -> T:
        try:
            with opened() as database:
                return _answered(database, question, answer, told)
        except _NotOfTheCache as other:
            raise other.error from other.error.__cause__
        except TROUBLE as error:
            if self._kept and is_damage(error):
                with suppress(OSError):
                    self._kept.throw_away()
            raise _Trouble from error


class _NotOfTheCache(Exception):  # noqa: N818 - the same
    """Something else went wrong, in what was asked for files."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


def _answered(
    database: sqlite3.Connection,
    question: Question,
    answer: Callable[[sqlite3.Connection], T],
    told: dict[str, Told],
) -> T:
    """The answer, when all that is wanted has been read; `told` grows by what was read."""
    database.isolation_level = None
    with _transaction(database, "deferred"):
        if not told and _is_known(database, question):
            return answer(database)
    while True:
        with _transaction(database, "immediate"):
            missing = _still_missing(database, question, told)
            if not missing:
                return answer(database)
            wanted = _wanted(database, question, missing[-PORTION:])
        with _of_whoever_asks():
            question.expect(len(missing))
        before = missing[:-PORTION]
        for start in range(0, len(before), PORTION):
            _read_beforehand(database, question, before[start : start + PORTION], told)
        with _of_whoever_asks():
            told |= {one.path: one for one in question.read(wanted)}


def _read_beforehand(
    database: sqlite3.Connection, question: Question, missing: Sequence[str], told: dict[str, Told]
) -> None:
    """Read some of very many files and keep what they say; `told` grows only by what cannot be kept."""
    with _transaction(database, "deferred"):
        wanted = _wanted(database, question, missing)
    with _of_whoever_asks():
        found = question.read(wanted)
    with _transaction(database, "immediate"):
        _keep(database, question, found)
    told |= {one.path: one for one in found if one.is_lost}


def _wanted(database: sqlite3.Connection, question: Question, missing: Sequence[str]) -> list[Wanted]:
    return [sheets.wanted(database, question.sheet, path) for path in missing]


@contextmanager
def _of_whoever_asks() -> Iterator[None]:
    """What goes wrong there is no trouble of the cache."""
    try:
        yield
    except Exception as error:
        raise _NotOfTheCache(error) from error


@contextmanager
def _transaction(database: sqlite3.Connection, kind: str) -> Iterator[None]:
    database.execute(f"begin {kind}")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):
            database.execute("rollback")
        raise
    database.execute("commit")


def _is_known(database: sqlite3.Connection, question: Question) -> bool:
    return sheets.agrees(database, question.scan) and sheets.is_whole(database, question.sheet)


def _still_missing(database: sqlite3.Connection, question: Question, told: dict[str, Told]) -> list[str]:
    """The files that are still to be read, after keeping what was read of others."""
    _keep(database, question, told.values())
    scan, sheet = question.scan, question.sheet
    missing = [path for path in sheets.missing(database, sheet, scan) if path not in told]
    if not missing and not any(one.is_lost for one in told.values()):
        sheets.mark_whole(database, sheet)
    return missing


def _keep(database: sqlite3.Connection, question: Question, told: Collection[Told]) -> None:
    sheets.take_over(database, question.scan)
    sheets.come_to_terms(database, question.sheet)
    sheets.put(database, question.sheet, told)
