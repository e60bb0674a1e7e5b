"""Findings as a compiler shows them: where, what, the line itself with a caret, and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, chop_cells
from rich.text import Text

from hundredday.harmless import harmless
from hundredday.language import _
from hundredday.views.fitting import Lines, flow, piece, row, verbatim
from hundredday.views.mend import mend_lines
from hundredday.views.palette import BAD, DOUBTFUL, FAINT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    from hundredday.findings import Finding, Place


def findings_text(
    findings: Iterable[Finding], *, width: int | None = None, goes_on: bool = False
) -> RenderableType:
    """All findings, one under another, in the order given; `goes_on` where there are others above."""

    def draw(room: int) -> Iterator[Text]:
        for number, finding in enumerate(findings):
            if number or goes_on:
                yield Text()
            yield from _finding(finding, room)

    return Lines(draw, width)


def _finding(finding: Finding, width: int) -> Iterator[Text]:
    place = finding.place
    style = BAD if finding.blocks else DOUBTFUL
    where = f"{place.path}:{place.line}:{place.column}: " if place else ""
    yield from flow(
        row(
            verbatim(where),
            Text(f"{finding.severity.value}: ", style),
            piece(finding.text),
            Text(" "),
            piece(f"[{finding.code}]", FAINT),
        ),
        width,
        indent=2,
    )
    if place and place.excerpt.strip():
        yield from _pointed(place, width)
    if finding.mend:
        yield from mend_lines(finding.mend, width, indent=2, label=_("mend:"))


def _pointed(place: Place, width: int) -> Iterator[Text]:
    """The line with a caret under the column; of a long line the part around the column."""
    number = f"{place.line:>4} │ "
    line = place.excerpt.rstrip("\r\n")
    before, after = harmless(line[: place.column - 1]), harmless(line[place.column - 1 :])
    room = max(width - len(number), 16)
    if cell_len(before) > room * 2 // 3 and cell_len(before) + cell_len(after) > room:
        before = "…" + _ending(before, room // 2)
    if cell_len(after) > room - cell_len(before):
        after = chop_cells(after, room - cell_len(before) - 1)[0] + "…"
    yield row(Text(number, FAINT), Text((before + after).replace("\n", " ")))
    yield row(Text(" " * (len(number) - 2) + "│ ", FAINT), " " * cell_len(before), Text("^", BAD))


def _ending(text: str, room: int) -> str:
    """The last part of a text that fits in so many cells."""
    start = len(text)
    while start and cell_len(text[start - 1 :]) < room:
        start -= 1
    return text[start:]
