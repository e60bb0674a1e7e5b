"""What the index knows of files whatever day it is: their facts, their problems, their titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.problems import Problems

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping


def all_facts(database: sqlite3.Connection) -> Mapping[str, bytes]:
    """The packed facts of every challenge that could be read, by path."""
    return dict(database.execute("select path, facts from fact where facts is not null").fetchall())


def problems(database: sqlite3.Connection, speech: str) -> Problems:
    """The findings of the files that could not be read as a challenge, by path."""
    query = "select path, findings from checked where speech = ? and not readable order by path"
    return Problems.of(database.execute(query, (speech,)))


def findings(database: sqlite3.Connection, speech: str) -> Problems:
    """Every finding of every file, of challenges too, by path."""
    query = "select path, findings from checked where speech = ? and findings <> '[]' order by path"
    return Problems.of(database.execute(query, (speech,)))


def kept_problems(database: sqlite3.Connection, speech: str) -> Mapping[str, str]:
    """The findings of each file that could not be read as a challenge, as they are kept."""
    return dict(
        database.execute("select path, findings from checked where speech = ? and not readable", (speech,))
    )


def number_unreadable(database: sqlite3.Connection, speech: str) -> int:
    """How many files could not be read as a challenge."""
    row = database.execute(
        "select count(*) from checked where speech = ? and not readable", (speech,)
    ).fetchone()
    return int(row[0])


def number_checked(database: sqlite3.Connection, speech: str) -> int:
    """How many files were read in this language."""
    row = database.execute("select count(*) from checked where speech = ?", (speech,)).fetchone()
    return int(row[0])
