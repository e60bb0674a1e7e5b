"""What an unquoted word means in YAML 1.2: nothing, true or false, a number, a date, or just text."""

from __future__ import annotations

import math
import re
from datetime import date

from hundredday.errors import ExitCode, Failure
from hundredday.language import _

Data = None | bool | int | float | str | date | list["Data"] | dict[str, "Data"]
"""What a file can hold. Keys are always texts; a date is never a time."""

MERGE = "<<"
"""The key with which YAML 1.1 took in another mapping."""

ODD_KEYS = frozenset(["", "~", "null", "Null", "NULL", MERGE])
"""Unquoted keys that are no names."""

LONGEST_NUMBER = 30
"""Digits; more is no measurement, and turning them into a number costs time that grows with their square."""


class BadScalar(Failure):
    """A word that looks like a date or a number and is none."""

    exit_code = ExitCode.BAD_FILE

    def __init__(self, code: str, text: str, mend: str) -> None:
        super().__init__(text, mend)
        self.code = code


def value_of(word: str) -> bool | float | str | date | None:
    """The value of a plain scalar by the core schema of YAML 1.2, and dates as YYYY-MM-DD.

    `no`, `on`, `12:30` and `1_000` are texts, as people mean them.

    Raises:
        BadScalar: an impossible date, a number of more than 30 digits, infinity or not-a-number.
    """
    if word[:1] not in TELLING:
        return word
    if word in _WORDS:
        return _WORDS[word]
    if word[:1].isalpha():
        return word
    return _number_or_date(word)


_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip

TELLING = frozenset(["", *"~nNtTfF+-.0123456789"])
"""First characters of plain words that may be more than text."""

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_BROKEN = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_ENDLESS = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


def _number_or_date(word: str) -> int | float | str | date:
    if _DATE.fullmatch(word):
        return _day(word)
    if _WHOLE.fullmatch(word):
        _refuse_a_long_one(word)
        return int(word, 0) if word[1:2] in {"o", "x"} else int(word)
    if _BROKEN.fullmatch(word):
        _refuse_a_long_one(word)
        return _finite(word)
    if _ENDLESS.fullmatch(word):
        raise BadScalar(
            "not-a-number",
            _('"{word}" is not a number that can be measured.').format(word=word),
            _("Write a number."),
        )
    return word


def _day(word: str) -> date:
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise BadScalar(
            "not-a-date",
            _("There is no day {word} in the calendar.").format(word=word),
            _("Write a day that exists, as year-month-day: 2026-04-06."),
        ) from None


def _refuse_a_long_one(word: str) -> None:
    digits = len(word) - (word[:1] in {"+", "-"}) - ("." in word)
    if digits > LONGEST_NUMBER:
        raise BadScalar(
            "number-too-long",
            _("A number here has {digits} digits; {longest_number} are the most.").format(
                digits=digits, longest_number=LONGEST_NUMBER
            ),
            _("Write a shorter number, or put it in quotes if it is a text."),
        )


def _finite(word: str) -> float:
    number = float(word)
    if math.isinf(number):
        raise BadScalar(
            "not-a-number",
            _('"{word}" is too large for a number.').format(word=word),
            _("Write a smaller number."),
        )
    return number
