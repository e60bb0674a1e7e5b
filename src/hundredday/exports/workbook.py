"""A workbook that is being written: its cell formats, and text that stays text."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from hundredday.errors import WrongUsage
from hundredday.harmless import harmless
from hundredday.language import _
from hundredday.spreadsheet import is_obeyed

if TYPE_CHECKING:
    import io
    from datetime import date

LONGEST_CELL = 32_767
"""Characters that a cell can hold."""

_A4 = 9

_FORMATS = {
    "header": {"bold": True, "bg_color": "#E7EDF3", "bottom": 1, "valign": "top"},
    "header_of_numbers": {
        "bold": True,
        "bg_color": "#E7EDF3",
        "bottom": 1,
        "valign": "top",
        "align": "right",
    },
    "text": {"valign": "top"},
    "obeyed": {"valign": "top", "quote_prefix": True},
    "title": {"bold": True, "font_size": 16, "quote_prefix": True},
    "aside": {"font_color": "#5F6B76"},
    "number": {"valign": "top"},
    "share": {"valign": "top", "num_format": "0%"},
    "date": {"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"},
    "moment": {"valign": "top", "num_format": "yyyy-mm-dd hh:mm", "align": "left"},
    "yes_no": {"valign": "top", "align": "left"},
}


class Book(NamedTuple):
    """A workbook, and its cell formats by name."""

    file: Any
    formats: dict[str, Any]


def opened(written: io.BytesIO, *, title: str, today: date) -> Book:
    """A new workbook; its date is the day it speaks of, so that the same state gives the same bytes.

    Raises:
        WrongUsage: the library that writes workbooks is not installed.
    """
    try:
        import xlsxwriter
    except ImportError as error:
        raise WrongUsage(
            _("Writing workbooks needs the library XlsxWriter, which is not installed."),
            'pip install "hundredday[excel]"',
        ) from error
    obeys_nothing = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    file: Any = xlsxwriter.Workbook(written, {"in_memory": True, **obeys_nothing})
    midnight = datetime(today.year, today.month, today.day)  # noqa: DTZ001 (workbooks know no zones)
    file.set_properties({"title": harmless(title)[:250], "author": "hundredday", "created": midnight})
    return Book(file, {name: file.add_format(form) for name, form in _FORMATS.items()})


def write_text(book: Book, sheet: Any, at: tuple[int, int], text: str, form: str = "text") -> None:
    """Write a text into a cell; one that a formula could be made of carries Excel's own sign for text."""
    kept = "obeyed" if form == "text" and is_obeyed(text) else form
    sheet.write_string(*at, _fitted(harmless(text)), book.formats[kept])


def print_on_a_page(sheet: Any) -> None:
    """Print a sheet on one page of A4 across."""
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 1)


def _fitted(text: str) -> str:
    if len(text) <= LONGEST_CELL:
        return text
    rest = _(" … (cut here: {count} characters in all)").format(count=len(text))
    return text[: LONGEST_CELL - len(rest)] + rest
