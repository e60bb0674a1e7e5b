"""A workbook: the tidy tables as sheets with typed cells, and a dashboard with charts in front."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from hundredday.errors import Refused
from hundredday.exports.dashboard import write_dashboard
from hundredday.exports.tables import TABLES
from hundredday.exports.workbook import opened, write_text
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hundredday.exports.state import State
    from hundredday.exports.tables import Kind, Plain, Table
    from hundredday.exports.workbook import Book

MOST_ROWS = 1_048_575
"""Rows of a sheet below its header."""

_WIDEST = 60


def xlsx(state: State) -> bytes:
    """The workbook; the same state gives the same bytes.

    Raises:
        WrongUsage: the library that writes workbooks is not installed.
        Refused: a table has more rows than a sheet can hold.
    """
    tables = [make(state) for make in TABLES.values()]
    written = io.BytesIO()
    book = opened(written, title=state.name, today=state.today)
    write_dashboard(book, state)
    for table in tables:
        write_table(book, table)
    book.file.close()
    return written.getvalue()


def write_table(book: Book, table: Table) -> None:
    """Add a table as a sheet, with a header that stays and filters.

    Raises:
        Refused: it has more rows than a sheet can hold.
    """
    if len(table.rows) > MOST_ROWS:
        raise Refused(
            _("The table {table} has {rows} rows; a sheet holds {most}.").format(
                table=table.name, rows=len(table.rows), most=MOST_ROWS
            ),
            f"hundredday export csv --table {table.name}",
        )
    sheet = book.file.add_worksheet(table.name)
    for column, name in enumerate(table.columns):
        sheet.write_string(0, column, name, book.formats["header"])
        sheet.set_column(column, column, _width(name, (row[column] for row in table.rows)))
    for number, row in enumerate(table.rows, 1):
        for column, (kind, value) in enumerate(zip(table.kinds, row, strict=True)):
            _write_cell(book, sheet, (number, column), kind, value)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)


def _write_cell(book: Book, sheet: Any, at: tuple[int, int], kind: Kind, value: Plain) -> None:
    if value is None:
        return
    if isinstance(value, str):
        write_text(book, sheet, at, value)
    elif isinstance(value, bool):
        sheet.write_boolean(*at, value, book.formats["yes_no"])
    elif isinstance(value, datetime):
        sheet.write_datetime(*at, value.replace(tzinfo=None), book.formats["moment"])
    elif isinstance(value, date):
        sheet.write_datetime(*at, value, book.formats["date"])
    else:
        sheet.write_number(*at, value, book.formats[kind])


def _width(name: str, values: Iterable[Plain]) -> int:
    longest = max((len(str(value)) for value in values if value is not None), default=0)
    return min(max(longest, len(name) + 3) + 1, _WIDEST)
