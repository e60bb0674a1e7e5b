"""The rows of a table below its header, and what is refused in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from hundredday.errors import Refused
from hundredday.imports.fields import SIGNATURES, SUMS_OF, TOTALS
from hundredday.imports.sheets import Cell
from hundredday.imports.values import cell_text, is_empty

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import TypeVar

    from hundredday.imports.headers import Heading
    from hundredday.imports.sheets import Raw

    T = TypeVar("T")


class Objection(NamedTuple):
    """Why a row is refused: in which cell, and how to mend it."""

    cell: str
    text: str
    mend: str = ""


class Row(NamedTuple):
    """A row by its number as a spreadsheet shows it, and its cells by field, empty ones left out."""

    number: int
    cells: Mapping[str, Cell]
    columns: Mapping[str, int]

    def cell_name(self, field: str) -> str:
        """The cell in which a field stands or would stand; the row's first cell where there is no column."""
        if field in self.cells:
            return self.cells[field].name
        return Cell(self.number - 1, self.columns.get(field, 0), None).name

    def object(self, field: str, text: str, mend: str = "") -> Objection:
        return Objection(self.cell_name(field), text, mend)


class Taken:
    """What is taken from the cells of one row; what cannot be taken is remembered as objections."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.objections: list[Objection] = []

    def text(self, field: str) -> str | None:
        """The text of a field, None where nothing stands."""
        return self.read(field, cell_text)

    def read(self, field: str, read: Callable[[Raw], T]) -> T | None:
        """What a reader makes of the cell of a field, None where nothing stands or it was refused."""
        cell = self.row.cells.get(field)
        if cell is None:
            return None
        try:
            return read(cell.value)
        except Refused as refused:
            self.objections.append(Objection(cell.name, refused.text, refused.mend))
            return None


def rows_below(heading: Heading) -> Iterator[Row]:
    """Every row with something in it, lines of sums and of who made the table left out."""
    columns = {field: column.header.column for field, column in heading.columns.items()}
    for number, raws in enumerate(heading.sheet.rows[heading.row + 1 :], heading.row + 2):
        cells = {
            field: Cell(number - 1, column, raws[column])
            for field, column in columns.items()
            if column < len(raws) and not is_empty(raws[column])
        }
        if _is_no_row(raws):
            continue
        for more in _values(heading, number, raws) if heading.days else ({},):
            if cells or more:
                yield Row(number, {**cells, **more}, columns)


def _values(heading: Heading, number: int, raws: tuple[Raw, ...]) -> Iterator[dict[str, Cell]]:
    """Of a row of a wide table each value that stands there, with the day at the head of its column."""
    for day in heading.days:
        if day.column < len(raws) and not is_empty(raws[day.column]):
            yield {"date": day, "value": Cell(number - 1, day.column, raws[day.column])}


def _is_no_row(raws: tuple[Raw, ...]) -> bool:
    """Whether it is a line of sums, or says who made the table."""
    said = [raw for raw in raws if not is_empty(raw)]
    first = said[0] if said else None
    if not isinstance(first, str):
        return False
    words = " ".join(re.findall(r"[^\W_]+", first.casefold()))
    if words in TOTALS or words.startswith(SUMS_OF):
        return True
    opening = re.split(r"[:.]", first.strip().casefold(), maxsplit=1)
    return len(said) == 1 and len(opening) > 1 and opening[0] in SIGNATURES
