"""Separated text as a sheet: commas, semicolons or tabs, with quotes as Excel writes them."""

from __future__ import annotations

import csv as separated
import io
from typing import TYPE_CHECKING

from hundredday.errors import Refused
from hundredday.imports.sheets import MOST_COLUMNS, MOST_ROWS, Sheet
from hundredday.imports.text import decode
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.imports.terms import Terms

LARGEST = 50 * 1024 * 1024
"""Bytes of a file."""

_MARKS = {";": "semicolons", ",": "commas", "\t": "tabs", "|": "bars"}
_LOOKED_AT = 50


def csv(source: bytes, terms: Terms) -> tuple[Sheet, ...]:
    """The one sheet of a file.

    Raises:
        Refused: it is no text, too large, or its quotes do not close.
        WrongUsage: an encoding was said that does not exist.
    """
    if len(source) > LARGEST:
        raise Refused(_("This file is larger than 50 MB."), _("Split it."))
    decoded = decode(source, terms.encoding)
    text = decoded.text.removeprefix("\ufeff")
    first, _end, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        mark, rows = first.strip()[-1], tuple(_rows(rest, first.strip()[-1]))
        rows = ((), *rows)  # so that every row keeps the number that a spreadsheet shows
    else:
        mark = _mark_of(text)
        rows = tuple(_rows(text, mark))
    read_as = f"{decoded.encoding}, {_MARKS.get(mark, mark)}"
    return (Sheet("", rows, is_typed=False, read_as=read_as),)


def _mark_of(text: str) -> str:
    """The sign that cuts the first rows into the same number of cells most often; commas where none does."""
    return max(_MARKS, key=lambda mark: (_fit(text, mark), mark == ","))


def _fit(text: str, mark: str) -> tuple[int, int]:
    widths = []
    try:
        for number, row in enumerate(separated.reader(io.StringIO(text, newline=""), delimiter=mark)):
            if number == _LOOKED_AT:
                break
            widths.append(len(row))
    except separated.Error:
        return 0, 0
    usual = max((width for width in widths if width > 1), key=widths.count, default=0)
    return widths.count(usual) if usual else 0, usual


def _rows(text: str, mark: str) -> Iterator[tuple[str | None, ...]]:
    reader = separated.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    try:
        for number, row in enumerate(reader):
            if number == MOST_ROWS or len(row) > MOST_COLUMNS:
                raise Refused(
                    _("This table has more than {rows} rows or {columns} columns.").format(
                        rows=MOST_ROWS, columns=MOST_COLUMNS
                    ),
                    _("Split it."),
                )
            yield tuple(cell or None for cell in row)
    except separated.Error as error:
        raise Refused(
            _("The table cannot be read from line {line} on: {reason}.").format(
                line=reader.line_num, reason=error
            ),
            _("A quote that opens a cell must close it; two quotes stand for one inside."),
        ) from error
