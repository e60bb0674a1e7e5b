"""What an import found and would do: columns, rows, and what is refused."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from rich.text import Text

from hundredday.language import N_, _, ngettext
from hundredday.views.fitting import Lines, flow, packed, piece, row, verbatim
from hundredday.views.mend import mend_lines
from hundredday.views.palette import BAD, DOUBTFUL, FAINT, GOOD, TITLE, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rich.console import RenderableType

    from hundredday.imports.headers import Column, Heading
    from hundredday.imports.plan import Line
    from hundredday.imports.rows import Objection

MOST_ROWS = 30
"""Rows of a preview, and refused cells: whoever must see more mends these first."""

_MARKS: Mapping[str, Mark] = {
    "new": Mark("+", N_("new"), GOOD),
    "correction": Mark("~", N_("corrects"), DOUBTFUL),
    "there": Mark("=", N_("here already"), FAINT),
    "skipped": Mark("-", N_("left out"), DOUBTFUL),
}
_CELL = len("AA1000")
_MOST_NAMED = 8


def incoming(
    name: str,
    heading: Heading | None,
    lines: Sequence[Line],
    objections: Sequence[Objection],
    *,
    width: int | None = None,
) -> RenderableType:
    """The columns of a table as they were understood, then its rows, then the cells that are refused."""

    def draw(room: int) -> Iterator[Text]:
        if heading is not None:
            yield from _columns(name, heading, room)
        if lines:
            yield Text()
            yield from _rows(lines, room)
        if objections:
            yield Text()
            yield from _refused(objections, room)

    return Lines(draw, width)


def _columns(name: str, heading: Heading, width: int) -> Iterator[Text]:
    sheet = heading.sheet
    said = [
        piece(name, TITLE),
        *([Text(_("sheet {name}").format(name=piece(sheet.name).plain))] if sheet.name else []),
    ]
    said.append(Text(_("{kind}, header in row {row}").format(kind=_(heading.kind.name), row=heading.row + 1)))
    if sheet.read_as:
        said.append(piece(sheet.read_as, FAINT))
    yield from packed(said, width, between=" · ")
    in_order = sorted(heading.columns.values(), key=lambda column: column.header.column)
    known = [*map(_column, in_order), *([_days(heading)] if heading.days else [])]
    yield from (row("  ", line) for line in packed(known, width - 2, between="   "))
    if heading.unused:
        names = ", ".join(piece(str(cell.value)).plain for cell in heading.unused)
        yield from flow(row("  ", Text(_("not used: "), FAINT), Text(names, FAINT)), width, indent=4, most=2)


def _days(heading: Heading) -> Text:
    """The columns of a wide table that are days."""
    first, last = heading.days[0].name, heading.days[-1].name
    said = ngettext("{count} day, {first} to {last}", "{count} days, {first} to {last}", len(heading.days))
    return row(
        Text(said.format(count=len(heading.days), first=first, last=last)),
        Text(" → ", FAINT),
        Text("date, value"),
    )


def _column(column: Column) -> Text:
    sure = Text(" ?", DOUBTFUL) if column.is_near else Text()
    if column.header.value == column.field:
        return Text(column.field)
    return row(piece(str(column.header.value)[:40]), Text(" → ", FAINT), Text(column.field), sure)


def _rows(lines: Sequence[Line], width: int) -> Iterator[Text]:
    number = len(str(lines[-1].number))
    word = max(len(mark.word) for mark in _MARKS.values())
    for line in lines[:MOST_ROWS]:
        mark = _MARKS[line.does]
        head = row(
            "  ",
            Text(f"{line.number:>{number}} ", FAINT),
            Text(f"{mark.sign} {mark.word:<{word}} ", mark.style),
        )
        yield from flow(
            row(head, piece(line.challenge), "  ", piece(line.text)), width, indent=head.cell_len, most=2
        )
    if len(lines) > MOST_ROWS:
        yield Text(_("  … and {count} rows more").format(count=len(lines) - MOST_ROWS), FAINT)


def _refused(objections: Sequence[Objection], width: int) -> Iterator[Text]:
    """Each fault once, with every cell that has it."""
    cells: dict[tuple[str, str], list[str]] = {}
    for objection in objections:
        cells.setdefault((objection.text, objection.mend), []).append(objection.cell)
    shown = 0
    for (text, mend), (first, *others) in islice(cells.items(), MOST_ROWS):
        head = row(verbatim(f"{first:<{_CELL}} ", BAD))
        yield from flow(row(head, piece(text)), width, indent=head.cell_len)
        if mend:
            yield from mend_lines(mend, width, indent=head.cell_len)
        if others:
            yield from flow(row(" " * head.cell_len, _same_in(others)), width, indent=head.cell_len)
        shown += 1 + len(others)
    if len(objections) > shown:
        yield Text(_("… and {count} cells more").format(count=len(objections) - shown), FAINT)


def _same_in(cells: Sequence[str]) -> Text:
    """The other cells with the same fault, the first of them by name."""
    if len(cells) <= _MOST_NAMED:
        return Text(_("The same in {cells}.").format(cells=", ".join(cells)), FAINT)
    named, more = ", ".join(cells[:_MOST_NAMED]), len(cells) - _MOST_NAMED
    said = ngettext(
        "The same in {cells} and {count} more cell.", "The same in {cells} and {count} more cells.", more
    )
    return Text(said.format(cells=named, count=more), FAINT)
