"""A sheet as it was read: rows of raw cells, each of which can say where it stands."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from hundredday.imports.spans import Span

Raw = str | int | float | bool | date | datetime | None
"""What a cell holds as the file gives it; None where it is empty."""

MOST_ROWS = 100_000
MOST_COLUMNS = 500
"""More is no list of candidates and no list of readings, but somebody's database, or an attack."""


class Cell(NamedTuple):
    """One cell; row and column count from 0."""

    row: int
    column: int
    value: Raw

    @property
    def name(self) -> str:
        """Its name as a spreadsheet shows it: `B7`."""
        return f"{column_name(self.column)}{self.row + 1}"


class Sheet(NamedTuple):
    """A sheet by its name; `is_typed` says that numbers and dates came as such, `first_day` what day 0 is.

    `read_as` says how its text was read, in words for the person who wrote it; `spans` which cells were merged.
    """

    name: str
    rows: tuple[tuple[Raw, ...], ...]
    is_typed: bool
    first_day: date = date(1899, 12, 30)
    read_as: str = ""
    spans: tuple[Span, ...] = ()


def column_name(column: int) -> str:
    """`A` for 0, `AA` for 26."""
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name
