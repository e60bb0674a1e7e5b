"""Which row is the header, which kind of table it heads, and which column is which field."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hundredday.errors import WrongUsage
from hundredday.imports.fields import KINDS, Kind
from hundredday.imports.recognizing import day_headed, header_words, meaning_of
from hundredday.imports.sheets import Cell, Sheet, column_name
from hundredday.imports.spans import goes_on_below, headings_above
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


LOOKED_AT = 30
"""Rows in which the header is looked for: above it stand titles, dates, and who made the table."""

FEWEST_DAYS = 2
"""Columns that are days and make a wide table."""

_NAMES = frozenset({"challenge", "goal"})
"""One of these stands in front of each row of a wide table."""

IGNORED = "-"
"""The field of a column that is to be left out."""


class Column(NamedTuple):
    """A column that is used: its header, the field, and whether the name was only near to a known one.

    Of several for one field the one with the lowest rank is meant: `challenge` before `title`.
    """

    header: Cell
    field: str
    is_near: bool = False
    rank: int = 0


class Heading(NamedTuple):
    """A sheet whose header was found: columns by their field, and the headers that mean nothing to us.

    A wide table of readings has a column for each of its `days`, and the values stand below them.
    """

    sheet: Sheet
    kind: Kind
    row: int
    columns: Mapping[str, Column]
    unused: tuple[Cell, ...]
    days: tuple[Cell, ...] = ()


def find_heading(
    sheet: Sheet,
    kinds: tuple[str, ...],
    said: tuple[tuple[str, str], ...] = (),
    given: frozenset[str] = frozenset(),
) -> Heading | None:
    """The header of a sheet for the first of these kinds that it fits; None where it fits none.

    Args:
        sheet: where to look.
        kinds: their names; the first whose required fields are all there is taken.
        said: headers or letters of columns, each with the field that a person says it means.
        given: fields that need no column, since they were said for the whole table.

    Raises:
        WrongUsage: two columns claim one field, or what was said names no column of a header that fits.
    """
    found = [
        heading
        for name in kinds
        for row in range(min(LOOKED_AT, len(sheet.rows)))
        if (heading := _heading(sheet, _without(KINDS[name], given), row, said))
    ]
    if not found:
        return None
    first = found[0].kind
    # Of several rows that could be it, the one in which most is understood; of those the first.
    best = max(
        (one for one in found if one.kind.name == first.name), key=lambda one: (_weight(one), -one.row)
    )
    _refuse_doubled(best, said)
    return best


def _without(kind: Kind, given: frozenset[str]) -> Kind:
    return kind._replace(required=tuple(field for field in kind.required if field not in given))


def missing_fields(sheet: Sheet, kind: Kind, given: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The required fields that no header of the sheet names without a doubt, by its best row."""
    rows = range(min(LOOKED_AT, len(sheet.rows)))
    known = [
        {column.field for column in _columns(sheet, kind, row, ()) if not column.is_near} for row in rows
    ]
    best = max(known, key=len, default=set())
    return tuple(field for field in kind.required if field not in best | given)


def likely_row(sheet: Sheet, kinds: tuple[str, ...]) -> int:
    """The row that was probably meant as the header: the one with most that is known, then with most texts."""

    def weight(row: int) -> tuple[int, int]:
        known = max(sum(1 for _column in _columns(sheet, KINDS[name], row, ())) for name in kinds)
        return known, sum(isinstance(raw, str) for raw in sheet.rows[row])

    return max(range(min(LOOKED_AT, len(sheet.rows))), key=weight)


def _heading(sheet: Sheet, kind: Kind, row: int, said: tuple[tuple[str, str], ...]) -> Heading | None:
    columns = list(_columns(sheet, kind, row, said))
    by_field: dict[str, Column] = {}
    for column in sorted(columns, key=_preference):
        by_field.setdefault(column.field, column)
    days = _days(sheet, row, said) if kind.name == "readings" else ()
    if days and by_field.keys() & _NAMES:
        by_field = {field: column for field, column in by_field.items() if field not in kind.required}
    elif not _is_understood(kind, by_field):
        return None
    else:
        days = ()
    used = {column.header.column for column in by_field.values()} | {cell.column for cell in days}
    if goes_on_below(sheet, row, used):
        return None
    left_out = {
        number for number, _raw in enumerate(sheet.rows[row]) if _said(sheet, row, number, said) == IGNORED
    }
    unused = tuple(
        Cell(row, number, raw)
        for number, raw in enumerate(sheet.rows[row])
        if number not in used | left_out and header_words(raw)
    )
    return Heading(sheet, kind, row, by_field, unused, days)


def _is_understood(kind: Kind, by_field: Mapping[str, Column]) -> bool:
    """Whether all fields that are required are there, and not only by guesses: those make something else of it."""
    needed = [by_field.get(field) for field in kind.required]
    return all(needed) and not all(column and column.is_near for column in needed)


def _days(sheet: Sheet, row: int, said: tuple[tuple[str, str], ...]) -> tuple[Cell, ...]:
    """The headers that are days, where there are several: one alone may be the date of the report.

    One is enough where it says that numbers stand below it, such as `Actual on 20.04.2026`.
    """
    cells = [
        Cell(row, number, raw)
        for number, raw in enumerate(sheet.rows[row])
        if _said(sheet, row, number, said) != IGNORED
    ]
    found = [(cell, day) for cell in cells if (day := day_headed(cell.value))]
    is_sure = any(day.has_words for _cell, day in found)
    enough = is_sure or len(found) >= FEWEST_DAYS
    return tuple(cell._replace(value=day.day) for cell, day in found) if enough else ()


def _columns(sheet: Sheet, kind: Kind, row: int, said: tuple[tuple[str, str], ...]) -> Iterator[Column]:
    above = headings_above(sheet, row)
    for number, raw in enumerate(sheet.rows[row]):
        cell = Cell(row, number, raw)
        meant = _said(sheet, row, number, said)
        if meant == IGNORED:
            continue
        if meant is not None:
            if meant in kind.words:
                yield Column(cell, meant)
            continue
        if found := meaning_of(kind.name, raw, above.get(number)):
            yield Column(cell, found.field, is_near=found.is_near, rank=found.rank)


def _said(sheet: Sheet, row: int, number: int, said: tuple[tuple[str, str], ...]) -> str | None:
    header = header_words(sheet.rows[row][number])
    for column, field in said:
        if header_words(column) == header and header:
            return field
    for column, field in said:
        if column.strip().upper() == column_name(number):
            return field
    return None


def _preference(column: Column) -> tuple[bool, int, int]:
    return column.is_near, column.rank, column.header.column


def _weight(heading: Heading) -> int:
    return sum(1 if column.is_near else 2 for column in heading.columns.values()) + len(heading.days)


def _refuse_doubled(heading: Heading, said: tuple[tuple[str, str], ...]) -> None:
    sheet, row = heading.sheet, heading.row
    claims: dict[tuple[str, int], list[Column]] = {}
    for column in _columns(sheet, heading.kind, row, said):
        if not column.is_near:
            claims.setdefault((column.field, column.rank), []).append(column)
    for (field, _rank), columns in claims.items():
        if len(columns) > 1:
            names = _(" and ").join(f"{one.header.name} “{one.header.value}”" for one in columns)
            raise WrongUsage(
                _("Two columns could be {field}: {names}.").format(field=field, names=names),
                _("Leave one of them out: --map {column}=-").format(
                    column=column_name(columns[-1].header.column)
                ),
            )
    for name, field in said:
        is_there = any(_said(sheet, row, number, ((name, field),)) for number in range(len(sheet.rows[row])))
        if not is_there:
            raise WrongUsage(
                _(
                    "--map names the column “{column}”, and the header in row {row} has none of that name."
                ).format(column=name, row=row + 1),
                _("It has {names}.").format(
                    names=", ".join(str(raw) for raw in sheet.rows[row] if header_words(raw))
                ),
            )
