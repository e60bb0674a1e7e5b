"""A paper as Markdown, in which no text of a file means anything but itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hundredday.harmless import one_line
from hundredday.language import _
from hundredday.pages import words
from hundredday.pages.briefs.sheet import Points, Say, Table, Trend

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hundredday.pages.briefs.sheet import Block, Sheet

SHOWN_READINGS = 8
"""The last readings that stand for the chart."""

_MEANS = re.compile(r"([\\`*_\[\]<>|~#&])")
_OPENS = re.compile(r"^(?:([-+=])|(\d{1,9})([.)])(?=\s|$))")


def markdown(sheet: Sheet) -> str:
    """The paper, with one line feed at its end."""
    return "\n".join(_lines(sheet)).rstrip("\n") + "\n"


def plain(text: str) -> str:
    """A text on one line of which Markdown makes nothing."""
    escaped = _MEANS.sub(r"\\\1", one_line(text))
    return _OPENS.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", escaped)


def _lines(sheet: Sheet) -> Iterator[str]:
    yield f"# {plain(sheet.title)}"
    yield ""
    yield f"**{plain(sheet.form)}**"
    yield ""
    yield from (f"- {plain(name)}: {plain(text)}" for name, text in sheet.about)
    yield ""
    for section in sheet.sections:
        yield f"## {plain(section.title)}"
        yield ""
        for block in section.blocks:
            yield from _block(block)
            yield ""


def _block(block: Block) -> Iterator[str]:
    match block:
        case Say():
            opening = f"**{plain(block.label)}**" if block.opening else ""
            yield " ".join(part for part in (opening, plain(block.text)) if part)
        case Points():
            yield from (f"- {plain(point)}" for point in block.points)
            if not block.points:
                yield plain(block.empty)
        case Table():
            yield from _table(block.header, block.rows) if block.rows else (plain(block.empty),)
        case Trend():
            header = (_("Day"), _("Date"), _("Reading"), _("Planned"))
            goal = block.goal
            rows = [
                (
                    "" if row.day is None else str(row.day),
                    row.reading.date.isoformat(),
                    words.value_words(row.reading.value, goal.standing.unit),
                    row.planned,
                )
                for row in goal.readings
                if not row.replaced
            ]
            yield from _table(header, rows[-SHOWN_READINGS:])


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield _row(header)
    yield _row(["---"] * len(header), is_rule=True)
    yield from (_row(row) for row in rows)


def _row(cells: Sequence[str], *, is_rule: bool = False) -> str:
    return f"| {' | '.join(cell if is_rule else plain(cell) for cell in cells)} |"
