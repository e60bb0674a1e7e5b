"""Days as sentences name them: the same words everywhere, whatever the machine's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def long_date(day: date) -> str:
    """`Tuesday 26 May 2026`."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def weekday(day: date) -> str:
    """`Tuesday`."""
    return _WEEKDAYS[day.weekday()]


def short_date(day: date, today: date) -> str:
    """`26 May`, with the year where it is not this one."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {_MONTHS[day.month - 1][:3]}{year}"


def when_words(day: date, today: date) -> str:
    """How far away a day is: `today`, `in 3 days`, `5 days over`."""
    away = (day - today).days
    if away in _NEAR:
        return _NEAR[away]
    return f"in {away} days" if away > 0 else f"{-away} days over"


def count_words(number: int, one: str, many: str | None = None) -> str:
    """A number of things: `1 day`, `3 days`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


_NEAR = {0: "today", 1: "tomorrow", -1: "1 day over"}
