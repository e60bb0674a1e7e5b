"""A workbook as sheets, read by calamine after a look at what it unpacks to."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from hundredday.errors import Refused, WrongUsage
from hundredday.imports.archive import refuse_dangerous
from hundredday.imports.sheets import Sheet
from hundredday.imports.spans import filled_down, spans_of
from hundredday.language import _

if TYPE_CHECKING:
    from hundredday.imports.sheets import Raw
    from hundredday.imports.terms import Terms

_FROM_1904 = re.compile(rb"""\bdate1904\s*=\s*["'](1|true)["']""")
_MOST_SHEETS = 100


def xlsx(source: bytes, terms: Terms) -> tuple[Sheet, ...]:
    """The sheets of a workbook in their order, hidden ones and charts left out.

    Raises:
        Refused: it is no workbook, too large, or dangerous.
        WrongUsage: the library that reads workbooks is not installed.
    """
    del terms
    refuse_dangerous(source)
    try:
        import python_calamine
    except ImportError as error:
        raise WrongUsage(
            _("Reading workbooks needs the library python-calamine, which is not installed."),
            'pip install "hundredday[excel]"',
        ) from error
    try:
        book = python_calamine.load_workbook(io.BytesIO(source))
        shown = [meta.name for meta in book.sheets_metadata if _is_shown(meta)]
        return tuple(_sheet(book, name, _first_day(source)) for name in shown[:_MOST_SHEETS])
    except BaseException as error:
        # A library in Rust that meets what it did not expect raises what is no Exception.
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise Refused(
                _("This workbook cannot be read."),
                _("Open it in Excel, and save it as .xlsx or as CSV UTF-8."),
            ) from error
        raise


def _is_shown(meta: Any) -> bool:
    return str(meta.visible).endswith("Visible") and str(meta.typ).endswith("WorkSheet")


def _sheet(book: Any, name: str, first_day: date) -> Sheet:
    # With the empty area kept, the first row of the list is row 1 of the sheet.
    read = book.get_sheet_by_name(name)
    rows = tuple(tuple(map(_raw, row)) for row in read.to_python(skip_empty_area=False))
    spans = spans_of(read.merged_cell_ranges or ())
    return Sheet(name, filled_down(rows, spans), is_typed=True, first_day=first_day, spans=spans)


def _raw(value: Any) -> Raw:
    if value == "" or value is None:
        return None
    if isinstance(value, time | timedelta):
        return str(value)
    known: Raw = value if isinstance(value, bool | int | float | str | date | datetime) else str(value)
    return known


def _first_day(source: bytes) -> date:
    with zipfile.ZipFile(io.BytesIO(source)) as packed:
        names = {name.casefold(): name for name in packed.namelist()}
        settings = packed.read(names["xl/workbook.xml"])
    return date(1904, 1, 1) if _FROM_1904.search(settings) else date(1899, 12, 30)
