"""The tables of the index: what is kept of each file, under which stamps, and which files it is missing for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from hundredday.store.kept.scan import Batch, id_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

    from hundredday.store.kept.scan import Scan

TABLES = """
create table meta (key text primary key, value text);
create table folder (path text primary key, names text, stamps blob);
create table file (path text primary key, id text, title text);
create table fact (path text, speech text, day text, facts blob, primary key (path, speech));
create table checked (path text, speech text, day text, readable integer, findings text,
  primary key (path, speech));
create table blob (path text, speech text, day text, id text, primary key (path, speech));
create table due (path text, speech text, day text, earliest text, dues text, primary key (path, speech));
create table standing (path text, speech text, day text,
  phase text, topic text, cohort text, agency text, health text,
  by_urgency text, by_title text, by_day text, by_health text, by_end text, by_agency text,
  body blob, primary key (path, speech));
create index most_urgent on standing (speech, by_urgency, path, phase, health);
"""

ANY_DAY = ""
"""The day of a row that holds on every day: a closed challenge stands where it stands."""

_OF_A_FILE = ("file", "fact", "checked", "blob", "due", "standing")


class Sheet(NamedTuple):
    """What is asked for of every file: rows of a table, in a language, as of a day, under some settings.

    Args:
        table: where the rows are kept.
        speech: the language of the sentences in them; empty where there are none.
        day: ISO; empty where the day does not matter.
        terms: the settings that they were made under; those made under others go.
        of_text: whether a row can be made from the file alone, and not from the facts in it.
    """

    table: str
    speech: str = ""
    day: str = ANY_DAY
    terms: str = ""
    of_text: bool = False

    @property
    def mark(self) -> str:
        return f"{self.day}\n{self.terms}"


class Wanted(NamedTuple):
    """A file of which a sheet has no row, with the facts of it where they are known.

    `is_none` where it is known that the file is no challenge, and why.
    """

    path: str
    facts: bytes | None = None
    is_none: bool = False


class Told(NamedTuple):
    """What a file was found to say.

    Args:
        path: which file.
        row: what the sheet that was asked for keeps of it, its day first; None where the file could not be read.
        was_parsed: whether the file itself was read; then what follows is known too.
        title: None where the file is no challenge.
        facts: the whole challenge; None where the file is none.
        findings: all its problems, as JSON.
    """

    path: str
    row: tuple[Any, ...] | None
    was_parsed: bool = False
    title: str | None = None
    facts: bytes | None = None
    findings: str = "[]"

    @property
    def is_lost(self) -> bool:
        """Whether the file could not be read, so that nothing of it can be kept."""
        return self.row is None and not self.was_parsed


def agrees(database: sqlite3.Connection, scan: Scan) -> bool:
    """Whether every file is as it was when something was last kept of it."""
    return _known(database) == scan.batches


def is_whole(database: sqlite3.Connection, sheet: Sheet) -> bool:
    """Whether a sheet was filled for every file that is known."""
    return meta(database, f"whole {sheet.table} {sheet.speech}") == sheet.mark


def take_over(database: sqlite3.Connection, scan: Scan) -> None:
    """Know the files as they are now, and forget what was kept of those that have changed or gone."""
    known = _known(database)
    changed: list[str] = []
    for folder, batch in scan.batches.items():
        before = known.pop(folder, None)
        if batch == before:
            continue
        stamps = dict(before.stamped()) if before else {}
        kept = {name for name, stamp in batch.stamped() if stamps.get(name) == stamp}
        changed += [f"{folder}/{name}" for name in stamps if name not in kept]
        database.execute(
            "insert or replace into folder values (?,?,?)", (folder, batch.names, scan.settled(batch))
        )
        _not_whole(database)
    for folder, batch in known.items():
        changed += [f"{folder}/{name}" for name, _ in batch.stamped()]
        database.execute("delete from folder where path = ?", (folder,))
        _not_whole(database)
    for table in _OF_A_FILE if changed else ():
        database.executemany(f"delete from {table} where path = ?", [(path,) for path in changed])


def put(database: sqlite3.Connection, sheet: Sheet, told: Collection[Told]) -> None:
    """Keep what files were found to say; of one that could not be read nothing is kept."""
    parsed = [one for one in told if one.was_parsed]
    _insert(database, "file", [(one.path, id_of(one.path), one.title) for one in parsed])
    _insert(database, "fact", [(one.path, "", ANY_DAY, one.facts) for one in parsed])
    _insert(
        database,
        "checked",
        [(one.path, sheet.speech, ANY_DAY, int(one.title is not None), one.findings) for one in parsed],
    )
    _insert(
        database, sheet.table, [(one.path, sheet.speech, *one.row) for one in told if one.row is not None]
    )
    unread = [(one.path, sheet.speech) for one in told if one.is_lost]
    database.executemany(f"delete from {sheet.table} where path = ? and speech = ?", unread)


def come_to_terms(database: sqlite3.Connection, sheet: Sheet) -> None:
    """Forget the rows of a sheet that were made under other settings."""
    of_sheet = f"{sheet.table} {sheet.speech}"
    if (meta(database, f"terms {of_sheet}") or "") != sheet.terms:
        database.execute(f"delete from {sheet.table} where speech = ?", (sheet.speech,))
        database.execute("delete from meta where key = ?", (f"whole {of_sheet}",))
        put_meta(database, f"terms {of_sheet}", sheet.terms)


def missing(database: sqlite3.Connection, sheet: Sheet, scan: Scan) -> list[str]:
    """The files of which a sheet has no row that holds."""
    rows = database.execute(
        f"select path from {sheet.table} where speech = ? and day in (?, ?)",
        (sheet.speech, sheet.day, ANY_DAY),
    )
    have = {path for (path,) in rows}
    return [path for path in scan.paths() if path not in have]


def wanted(database: sqlite3.Connection, sheet: Sheet, path: str) -> Wanted:
    """A file of which a sheet has no row, with what is known of it where that is enough to make one."""
    if sheet.of_text:
        return Wanted(path)
    for (facts,) in database.execute("select facts from fact where path = ? and speech = ''", (path,)):
        if facts is not None:
            return Wanted(path, facts)
    row = database.execute(
        "select 1 from checked where path = ? and speech = ? and not readable", (path, sheet.speech)
    ).fetchone()
    return Wanted(path, is_none=row is not None)


def mark_whole(database: sqlite3.Connection, sheet: Sheet) -> None:
    """Remember that a sheet has a row for every file."""
    put_meta(database, f"whole {sheet.table} {sheet.speech}", sheet.mark)


def titles(database: sqlite3.Connection, begun: str) -> dict[str, str]:
    """The titles of the challenges that could be read and whose ids begin so, by path."""
    rows = database.execute(
        "select path, title from file where title is not null and lower(substr(id, 1, ?)) = ?",
        (len(begun), begun),
    )
    return dict(rows.fetchall())


def meta(database: sqlite3.Connection, key: str) -> str | None:
    row = database.execute("select value from meta where key = ?", (key,)).fetchone()
    return row[0] if row else None


def put_meta(database: sqlite3.Connection, key: str, value: str) -> None:
    _insert(database, "meta", [(key, value)])


def _known(database: sqlite3.Connection) -> dict[str, Batch]:
    rows = database.execute("select path, names, stamps from folder")
    return {path: Batch(names, stamps) for path, names, stamps in rows}


def _not_whole(database: sqlite3.Connection) -> None:
    database.execute("delete from meta where key like 'whole %'")


def _insert(database: sqlite3.Connection, table: str, rows: list[tuple[Any, ...]]) -> None:
    if rows:
        places = ",".join("?" * len(rows[0]))
        database.executemany(f"insert or replace into {table} values ({places})", rows)
