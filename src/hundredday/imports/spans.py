"""Cells that were merged: what stands in the first is meant for all rows, and heads the columns below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from hundredday.imports.sheets import Raw, Sheet

MOST_SPANS = 20_000
"""A list that people keep has fewer; those beyond are left as they are."""


class Span(NamedTuple):
    """Merged cells, from the first to the last row and column, counted from 0."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int

    @property
    def is_wide(self) -> bool:
        return self.last_column > self.first_column

    @property
    def is_tall(self) -> bool:
        return self.last_row > self.first_row


def spans_of(ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> tuple[Span, ...]:
    """Merged cells as calamine gives them, in the order of the sheet."""
    found = sorted(Span(top, bottom, left, right) for (top, left), (bottom, right) in ranges)
    return tuple(found[:MOST_SPANS])


def filled_down(rows: tuple[tuple[Raw, ...], ...], spans: Iterable[Span]) -> tuple[tuple[Raw, ...], ...]:
    """The rows with what stands in the first of merged cells in every row that they cover.

    Not to the right: a heading across a row of the table, such as the name of a ministry, says nothing of
    the columns that it happens to cover.
    """
    made: dict[int, list[Raw]] = {}
    # Merged cells never lie over each other, so an honest sheet has no more of them than cells.
    room = sum(map(len, rows))
    for span in spans:
        room -= span.last_row - span.first_row + 1
        if not span.is_tall or room < 0 or span.first_row >= len(rows):
            continue
        column = span.first_column
        said = rows[span.first_row][column] if column < len(rows[span.first_row]) else None
        for number in range(span.first_row + 1, min(span.last_row + 1, len(rows))):
            if said is not None and column < len(rows[number]):
                made.setdefault(number, list(rows[number]))[column] = said
    return tuple(tuple(made[number]) if number in made else row for number, row in enumerate(rows))


def headings_above(sheet: Sheet, row: int) -> Mapping[int, str]:
    """For each column what heads it and others together in the row above: `Sponsor` above `Name` and `Post`.

    A title across the whole table heads nothing.
    """
    width = sum(raw is not None for raw in sheet.rows[row])
    found = {}
    for span in sheet.spans:
        columns = range(span.first_column, span.last_column + 1)
        said = sheet.rows[span.first_row][span.first_column] if _is_in(sheet, span) else None
        if span.last_row == row - 1 and 1 < len(columns) < width and isinstance(said, str):
            found.update(dict.fromkeys(columns, said))
    return found


def goes_on_below(sheet: Sheet, row: int, columns: Container[int]) -> bool:
    """Whether one of these columns has a cell that is merged with one below: the header ends further down."""
    return any(span.first_row <= row < span.last_row and span.first_column in columns for span in sheet.spans)


def _is_in(sheet: Sheet, span: Span) -> bool:
    return span.first_row < len(sheet.rows) and span.first_column < len(sheet.rows[span.first_row])
