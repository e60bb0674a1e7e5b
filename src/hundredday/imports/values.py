"""A cell as text, and a cell as the value of a reading."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from hundredday.errors import Refused
from hundredday.harmless import harmless
from hundredday.language import _
from hundredday.spreadsheet import as_meant

if TYPE_CHECKING:
    from hundredday.imports.sheets import Raw

DECIMALS = ("comma", "point")
PERCENTS = ("points", "fractions")

LONGEST_TEXT = 20_000
"""Characters; a text of a challenge is read by people."""

_FIGURES = re.compile(
    r"[\d.,()/%+\N{MINUS SIGN}\N{ARABIC DECIMAL SEPARATOR}\N{ARABIC THOUSANDS SEPARATOR}-]+"
)
_SPACES = re.compile("[ \t\u00a0\u202f\u2009]")


def is_empty(raw: Raw) -> bool:
    """Whether nothing is said in a cell; a dash says nothing either."""
    return raw is None or (isinstance(raw, str) and raw.strip(" \t\r\n\u00a0'") in {"", "-", "–", "—"})


def cell_text(raw: Raw) -> str:
    """What a cell says as text: numbers as they are written, days as ISO dates.

    Raises:
        Refused: an invisible character that a terminal or a page would obey stands in it, or it is endless.
    """
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, int | float):
        return _figures(raw)
    if isinstance(raw, datetime):
        return raw.date().isoformat()
    if isinstance(raw, date):
        return raw.isoformat()
    lines = re.split(r"\r\n|\r|\n", as_meant((raw or "").removeprefix("\ufeff")).replace("\t", " "))
    text = "\n".join(line.rstrip() for line in lines).strip()
    if len(text) > LONGEST_TEXT:
        raise Refused(
            _("This text has {count} characters.").format(count=len(text)),
            _("Shorten it to {most}.").format(most=LONGEST_TEXT),
        )
    if (shown := harmless(text)) != text:
        raise Refused(
            _("An invisible character stands in “{text}”.").format(text=shown[:80]),
            _("Type the text again; it was probably pasted."),
        )
    return text


def cell_value(raw: Raw, *, decimal: str | None) -> str:
    """The value of a reading as a person would type it.

    Raises:
        Refused: a day stands there, or a text that cannot be one.
    """
    if isinstance(raw, date):
        day = raw.date() if isinstance(raw, datetime) else raw
        raise Refused(
            _("A date stands here ({day}), where a value belongs.").format(day=day),
            _(
                "Excel makes dates of numbers such as 4.5: set the format of the column to number, type it again."
            ),
        )
    text = cell_text(raw)
    if isinstance(raw, str) and re.search(r"\d", text):
        squeezed = _SPACES.sub("", text)
        text = squeezed if _FIGURES.fullmatch(squeezed) else text
        if decimal == "comma":
            return text.replace(".", "").replace(",", ".")
        if decimal == "point":
            return text.replace(",", "")
        if re.fullmatch(r"[+-]?[1-9]\d{0,2},\d{3}", text):
            raise Refused(
                _("“{text}” can be read two ways: {one} or {other}.").format(
                    text=raw, one=text.replace(",", ""), other=text.replace(",", ".")
                ),
                _("Add --decimal comma where a comma stands before the decimals, --decimal point where not."),
            )
    return text


def percent_points(value: str, *, is_number: bool, percents: str | None) -> str:
    """A percent as it is typed, in points; a workbook keeps 45% as 0.45.

    Args:
        value: what stands in the cell.
        is_number: whether it came as a number, not as text.
        percents: points or fractions; None refuses what could be both.

    Raises:
        Refused: it can be read two ways.
    """
    if not is_number:
        return value
    number = float(value)
    if percents == "fractions":
        return f"{100 * number:.8f}".rstrip("0").rstrip(".")
    if percents is None and 0 < abs(number) <= 1:
        raise Refused(
            _("{value} can be read two ways: {one} or {other} percent.").format(
                value=value, one=f"{100 * number:g}", other=value
            ),
            _("Add --percents fractions where Excel shows it with a % sign, --percents points where not."),
        )
    return value


def _figures(number: float) -> str:
    """`42`, `0.3`: without the dust that binary fractions leave."""
    if isinstance(number, int) or number.is_integer():
        return str(int(number))
    return f"{number:.10f}".rstrip("0").rstrip(".")
