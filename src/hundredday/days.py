"""All day arithmetic, what a person may type for a day, and the only clock."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import NamedTuple

from hundredday.errors import WrongUsage
from hundredday.language import _

FIRST_YEAR, LAST_YEAR = 1990, 2199
"""The years in which programmes are run; a date beyond them is a slip of the finger."""

LONGEST_CLOCK = 100
"""A 100-day challenge runs 100 days or less: a longer clock is refused."""

CLOCKS_DIFFER = timedelta(minutes=10)
"""How far two sound clocks may differ."""


class WorkingCalendar(NamedTuple):
    """Which days nobody works: weekdays as Monday 0 to Sunday 6, and public holidays."""

    weekend: frozenset[int] = frozenset({5, 6})
    holidays: frozenset[date] = frozenset()


def today_in(timezone: str) -> date:
    """The date it is now in an IANA time zone; UTC where the zone is empty or unknown."""
    return now_in(timezone).date()


def now_in(timezone: str) -> datetime:
    """The moment it is now, by the clock of an IANA time zone."""
    return datetime.now(zone_of(timezone))


def zone_of(timezone: str) -> tzinfo:
    """An IANA time zone; UTC where the name is empty or unknown."""
    if timezone in {"", "UTC"}:
        return UTC
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def day_number(start: date, on: date) -> int:
    """Day N of a clock: Day 0 is the launch, days before it are negative."""
    return (on - start).days


def day_date(start: date, number: int) -> date:
    """The date of Day N: the reverse of `day_number`; the end of the calendar where it lies beyond."""
    try:
        return start + timedelta(days=number)
    except OverflowError:
        return date.max if number > 0 else date.min


def day_words(day: int, days: int) -> str:
    """A day count as people say it: `D-12`, `Day 37 / 100`, `Day 103 / 100, 3 over`."""
    if day < 0:
        return f"D-{-day}"
    over = _(", {day} over").format(day=day - days) if day > days else ""
    return _("Day {day} / {days}{over}").format(day=day, days=days, over=over)


def working_days_left(today: date, last: date, calendar: WorkingCalendar) -> int:
    """Working days after today, up to and including the last day."""
    ahead = (today + timedelta(days=n) for n in range(1, (last - today).days + 1))
    return sum(day.weekday() not in calendar.weekend and day not in calendar.holidays for day in ahead)


def read_day(text: str, *, today: date, start: date | None = None) -> date:
    """The date a person typed.

    Takes `2026-04-06`, `today`, `yesterday`, `tomorrow`, `+3` and `-3` (days from today), `day 50`
    (of the challenge that started on `start`), `06.04.2026`, `6 April 2026`, `6 апреля 2026`.

    Raises:
        WrongUsage: nothing of the kind, an impossible date, or one that can be read two ways.
    """
    words = " ".join(text.lower().split())
    day = _plain_day(words, today) or _numbered_day(words, start) or _written_day(words, text)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise WrongUsage(
            _("“{text}” lies in the year {year}.").format(text=text, year=day.year),
            _("Write a year from {first_year} to {last_year}.").format(
                first_year=FIRST_YEAR, last_year=LAST_YEAR
            ),
        )
    return day


def is_stored_day(text: str) -> bool:
    """Whether a text is a date as files hold it: `YYYY-MM-DD` and nothing else."""
    return bool(_STORED.fullmatch(text))


_STORED = re.compile(r"\d{4}-\d{2}-\d{2}")
_NEAR = {"today": 0, "yesterday": -1, "tomorrow": 1, "бүгін": 0, "кеше": -1, "сегодня": 0, "вчера": -1}
_FIGURES = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_MONTHS = (
    ("january", "январ", "қаңтар"),
    ("february", "феврал", "ақпан"),
    ("march", "март", "наурыз"),
    ("april", "апрел", "сәуір"),
    ("may", "мая", "мамыр", "май"),
    ("june", "июн", "маусым"),
    ("july", "июл", "шілде"),
    ("august", "август", "тамыз"),
    ("september", "сентябр", "қыркүйек"),
    ("october", "октябр", "қазан"),
    ("november", "ноябр", "қараша"),
    ("december", "декабр", "желтоқсан"),
)


def _plain_day(words: str, today: date) -> date | None:
    if words in _NEAR:
        return today + timedelta(days=_NEAR[words])
    if re.fullmatch(r"[+-]\d{1,4}", words):
        return today + timedelta(days=int(words))
    return _real_date(words, *map(int, words.split("-"))) if is_stored_day(words) else None


def _numbered_day(words: str, start: date | None) -> date | None:
    if not (match := re.fullmatch(r"day ?(-?\d{1,3})", words)):
        return None
    if start is None:
        raise WrongUsage(
            _("“{words}” counts from a launch, and there is none here to count from.").format(words=words),
            _("Name a challenge that has a start date, or write the date itself, such as 2026-04-06."),
        )
    return day_date(start, int(match[1]))


def _written_day(words: str, text: str) -> date:
    if match := _FIGURES.fullmatch(words):
        return _day_of_figures(text, int(match[1]), match[2], int(match[3]), int(match[4]))
    if re.search(r"\b\d{4}\b", words) and re.search(r"[^\W\d]{3}", words):
        return _day_in_words(words, text)
    raise _unreadable(text)


def is_day_first(first: int, mark: str, second: int) -> bool | None:
    """Whether the first of the two figures before a year is the day; None where it can be read two ways."""
    # A point between the figures is written day first wherever it is written at all.
    if mark == "." or first == second or first > 12:
        return True
    return False if second > 12 else None


def _day_of_figures(text: str, first: int, mark: str, second: int, year: int) -> date:
    day_first = is_day_first(first, mark, second)
    if day_first is not None:
        month, day = (second, first) if day_first else (first, second)
        return _real_date(text, year, month, day)
    raise WrongUsage(
        _("“{text}” can be read two ways: {year} or {year_2}.").format(
            text=text, year=date(year, second, first), year_2=date(year, first, second)
        ),
        _("Write it as one of the two."),
    )


def _day_in_words(words: str, text: str) -> date:
    from dateutil import parser

    for names in _MONTHS:
        for name in names[1:]:
            words = re.sub(rf"\b{name}\w*", names[0], words)
    words = re.sub(r"\bг(ода|\.)?(?=\s|$)|\bжыл\w*", "", words)
    one, other = datetime(1, 1, 1, tzinfo=UTC), datetime(2, 2, 2, tzinfo=UTC)
    try:
        read = parser.parse(words, default=one, dayfirst=True)
        again = parser.parse(words, default=other, dayfirst=True)
    except (ValueError, OverflowError) as error:
        raise _unreadable(text) from error
    if read.date() != again.date():  # the day or the month came from the default
        raise _unreadable(text)
    return read.date()


def _real_date(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise WrongUsage(
            _("“{text}” is not a day of the calendar.").format(text=text),
            _("Write a date such as 2026-04-06."),
        ) from error


def _unreadable(text: str) -> WrongUsage:
    return WrongUsage(
        _("“{text}” cannot be read as a date.").format(text=text),
        _("Write 2026-04-06, today, yesterday, +3, -3, day 50, or 6 April 2026."),
    )
