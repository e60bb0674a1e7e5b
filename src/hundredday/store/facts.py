"""What the index knows of files whatever day it is: their facts, their problems, their titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.store.kept_findings import findings_from

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from hundredday.findings import Finding


def all_facts(database: sqlite3.Connection) -> Mapping[str, bytes]:
    """The packed facts of every challenge that could be read, by path."""
    return dict(database.execute("select path, facts from fact where facts is not null").fetchall())


def problems(database: sqlite3.Connection, speech: str) -> tuple[Finding, ...]:
    """The findings of the files that could not be read as a challenge, by path."""
    return tuple(finding for found in problems_by_path(database, speech).values() for finding in found)


def problems_by_path(database: sqlite3.Connection, speech: str) -> Mapping[str, tuple[Finding, ...]]:
    """The same for each of these files."""
    rows = database.execute(
        "select path, findings from checked where speech = ? and not readable order by path", (speech,)
    )
    return {path: findings_from(text) for path, text in rows}


def findings(database: sqlite3.Connection, speech: str) -> tuple[Finding, ...]:
    """Every finding of every file, of challenges too, by path."""
    rows = database.execute(
        "select findings from checked where speech = ? and findings <> '[]' order by path", (speech,)
    )
    return tuple(finding for (text,) in rows for finding in findings_from(text))


def number_checked(database: sqlite3.Connection, speech: str) -> int:
    """How many files were read in this language."""
    row = database.execute("select count(*) from checked where speech = ?", (speech,)).fetchone()
    return int(row[0])
