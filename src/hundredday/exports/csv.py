"""The tidy tables as comma-separated text: UTF-8, points for decimals, ISO dates."""

from __future__ import annotations

import csv as comma_separated
import io
from datetime import date, datetime
from typing import TYPE_CHECKING

from hundredday.exports.tables import TABLES
from hundredday.spreadsheet import defused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hundredday.exports.state import State
    from hundredday.exports.tables import Plain, Table


def csv(state: State) -> Mapping[str, bytes]:
    """Four files, one for each table, by their names; each begins with a byte-order mark, which Excel needs."""
    return {f"{name}.csv": csv_text(make(state)).encode("utf-8-sig") for name, make in TABLES.items()}


def csv_text(table: Table) -> str:
    """One table; text that a spreadsheet would obey stands behind an apostrophe."""
    written = io.StringIO()
    writer = comma_separated.writer(written, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return written.getvalue()


def _cell(value: Plain) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return defused(value)
    return "" if value is None else str(value)
