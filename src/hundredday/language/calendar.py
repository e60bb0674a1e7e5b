"""Dates and numbers as the chosen language writes them, by the CLDR; English from tables of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.language import spoken

if TYPE_CHECKING:
    from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def long_date(day: date) -> str:
    """`Tuesday 26 May 2026`."""
    return _by_cldr(day, "full") or f"{weekday(day)} {day_and_month(day)} {day.year}"


def weekday(day: date) -> str:
    """`Tuesday`."""
    return _by_cldr(day, "EEEE") or _WEEKDAYS[day.weekday()]


def short_weekday(day: date) -> str:
    """`Tue`."""
    return _by_cldr(day, "EEE") or _WEEKDAYS[day.weekday()][:3]


def day_and_month(day: date) -> str:
    """`26 May`, the month in full."""
    return _by_cldr(day, "d MMMM") or f"{day.day} {_MONTHS[day.month - 1]}"


def short_date(day: date, today: date) -> str:
    """`26 May`, the month in three letters, with the year where it is not this one."""
    is_near = day.year == today.year
    year = "" if is_near else f" {day.year}"
    cldr = _by_cldr(day, "d MMM" if is_near else "d MMM y")
    return cldr or f"{day.day} {_MONTHS[day.month - 1][:3]}{year}"


def decimal_point() -> str:
    """What stands between whole figures and decimals."""
    if spoken() == "en":
        return "."
    from babel.numbers import get_decimal_symbol

    return get_decimal_symbol(spoken())


def _by_cldr(day: date, pattern: str) -> str:
    if spoken() == "en":
        return ""
    from babel.dates import format_date

    # Latin figures in every language: a number is told to a colleague and typed back.
    return format_date(day, pattern, locale=spoken())
