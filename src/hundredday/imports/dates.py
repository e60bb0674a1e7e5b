"""A cell as a day: a date that Excel knows as one, the number behind such a date, or text in many forms."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from hundredday.days import FIRST_YEAR, LAST_YEAR, is_day_first, read_day
from hundredday.errors import Refused, WrongUsage
from hundredday.language import _

if TYPE_CHECKING:
    from hundredday.imports.sheets import Raw

ORDERS = ("dmy", "mdy")

_CLOCK = re.compile(r"[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$")
_YEAR_FIRST = re.compile(r"(\d{4})([-./])(\d{1,2})\2(\d{1,2})\.?")
_YEAR_LAST = re.compile(r"(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2})\.?")
_FEWEST, _MOST = 20_000, 109_600
"""Numbers that Excel keeps for the days from 1954 to 2200."""


def cell_day(raw: Raw, *, order: str | None, first_day: date) -> date:
    """The day of a cell.

    Args:
        raw: what the cell holds.
        order: dmy or mdy, for a date such as 04/06/2026; None refuses it.
        first_day: the day that the workbook counts from.

    Raises:
        Refused: it is no day, or can be read two ways.
    """
    if isinstance(raw, datetime):
        return _near(raw.date(), raw)
    if isinstance(raw, date):
        return _near(raw, raw)
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _counted(raw, first_day)
    if not isinstance(raw, str):
        raise _unreadable(raw)
    text = _CLOCK.sub("", " ".join(raw.split()))
    if re.fullmatch(r"\d{5,6}", text):
        return _counted(int(text), first_day)
    if match := _YEAR_FIRST.fullmatch(text):
        return _real(raw, int(match[1]), int(match[3]), int(match[4]))
    if match := _YEAR_LAST.fullmatch(text):
        return _of_figures(raw, match, order)
    return _in_words(raw, text)


def is_like_a_day(raw: Raw) -> bool:
    """Whether a cell holds a day, also one that can be read two ways; a bare number is none."""
    if isinstance(raw, date):
        return True
    if not isinstance(raw, str) or raw.strip().isdecimal():
        return False
    text = _CLOCK.sub("", " ".join(raw.split()))
    if _YEAR_FIRST.fullmatch(text) or _YEAR_LAST.fullmatch(text):
        return True
    try:
        _in_words(raw, text)
    except Refused:
        return False
    return True


def _counted(number: float, first_day: date) -> date:
    if not _FEWEST <= number < _MOST:
        raise _unreadable(number)
    return _near(first_day + timedelta(days=int(number)), number)


def _of_figures(raw: str, match: re.Match[str], order: str | None) -> date:
    first, second = int(match[1]), int(match[3])
    year = int(match[4]) + (2000 if len(match[4]) == len("26") else 0)
    day_first = order == "dmy" if order and match[2] != "." else is_day_first(first, match[2], second)
    if day_first is not None:
        month, day = (second, first) if day_first else (first, second)
        return _real(raw, year, month, day)
    raise Refused(
        _("“{text}” can be read two ways: {one} or {other}.").format(
            text=raw, one=date(year, second, first), other=date(year, first, second)
        ),
        _("Add --dates dmy when the day comes first, --dates mdy when the month does."),
    )


def _in_words(raw: str, text: str) -> date:
    if not re.search(r"\b\d{4}\b", text):
        raise _unreadable(raw)
    try:
        return read_day(text, today=date(2000, 1, 1))
    except WrongUsage as wrong:
        raise Refused(wrong.text, wrong.mend) from wrong


def _real(raw: str, year: int, month: int, day: int) -> date:
    try:
        found = date(year, month, day)
    except ValueError as error:
        raise Refused(
            _("“{text}” is not a day of the calendar.").format(text=raw),
            _("Write a date such as 2026-04-06; --dates dmy or mdy says what comes first."),
        ) from error
    return _near(found, raw)


def _near(day: date, raw: Raw) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Refused(
            _("“{text}” lies in the year {year}.").format(text=raw, year=day.year),
            _("Write a year from {first} to {last}.").format(first=FIRST_YEAR, last=LAST_YEAR),
        )
    return day


def _unreadable(raw: Raw) -> Refused:
    return Refused(
        _("“{text}” cannot be read as a date.").format(text="" if raw is None else raw),
        _("Write a date such as 2026-04-06 or 06.04.2026."),
    )
