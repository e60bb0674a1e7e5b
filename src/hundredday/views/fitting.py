"""Fitting text into cells: shortening by words, wrapping, aligning, for every script.

`piece` is the only way from a text to the screen: what a person wrote is made harmless there, is never
read as markup, and cannot turn the line around it from left-to-right to right-to-left.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from rich.cells import cell_len, chop_cells
from rich.segment import Segment
from rich.text import Span, Text

from hundredday.harmless import harmless, one_line
from hundredday.language import spoken
from hundredday.views.palette import FAINT, TITLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rich.console import Console, ConsoleOptions, RenderResult

WIDEST = 120
"""Lines longer than this are tiring to read, however wide the window is."""

LABEL = 11
"""Cells of the faint labels in front of facts, in English."""

LONGER_LABEL = 15
"""The same in languages whose words are longer: `Под наблюдением`."""

_LEFT_TO_RIGHT = "\u200e"


@dataclass(frozen=True, slots=True)
class Lines:
    """A renderable that draws its lines for the width it is given."""

    draw: Callable[[int], Iterable[Text]]
    width: int | None = None

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = min(options.max_width, self.width or WIDEST)
        has_styles = console.record or console.color_system is not None
        for line in self.draw(width):
            if not has_styles and cell_len(said := line.plain.rstrip()) <= width:
                yield Segment(f"{said}\n")  # a pipe gets no colour, so none has to be worked out
                continue
            # Text.render leaves out the style of a text as a whole: row makes it a span.
            shown = row(line)
            shown.rstrip()
            if shown.cell_len > width:
                shown.truncate(width, overflow="crop")
            yield from shown.render(console, end="\n")


def piece(text: str, style: str = "", *, width: int | None = None, right: bool = False) -> Text:
    """A text made harmless, on one line; with a width, shortened and padded to exactly that many cells."""
    shown = one_line(text)
    if width is None:
        return Text(_steady(shown), style)
    shown = shorten(shown, width)
    gap = " " * (width - cell_len(shown))
    return Text(gap + _steady(shown) if right else _steady(shown) + gap, style)


def verbatim(text: str, style: str = "") -> Text:
    """A text to be copied back, such as a command: harmless, its spaces as they are, no marks added."""
    return Text(harmless(text).replace("\n", " "), style)


def row(*parts: Text | str) -> Text:
    """Pieces side by side; a plain string is spacing or a word of this program."""
    plain, spans, at = [], [], 0
    for part in parts:
        text = part if isinstance(part, str) else part.plain
        if isinstance(part, Text):
            if part.style:
                spans.append(Span(at, at + len(text), part.style))
            spans += [Span(span.start + at, span.end + at, span.style) for span in part.spans]
        plain.append(text)
        at += len(text)
    return Text("".join(plain), spans=spans)


def joined(parts: Iterable[Text], between: str = " · ") -> Text:
    """Pieces with a faint sign between them; empty pieces are left out."""
    line: list[Text] = []
    sign = Text(between, FAINT)
    for part in filter(None, parts):
        line += [sign, part] if line else [part]
    return row(*line)


def packed(parts: Iterable[Text], width: int, *, between: str = "  ") -> list[Text]:
    """Pieces side by side on as few lines as they need; no piece is broken."""
    lines: list[Text] = []
    for part in parts:
        if lines and lines[-1].cell_len + len(between) + part.cell_len <= width:
            lines[-1] = row(lines[-1], Text(between, FAINT), part)
        else:
            lines.append(part)
    return lines


def spread(left: Text, right: Text, width: int) -> Text:
    """Two pieces at the two ends of a line; the left one is cut if both do not fit."""
    left = clip(left, max(width - right.cell_len - (2 if right else 0), 0))
    return row(left, " " * max(width - left.cell_len - right.cell_len, 0), right)


def shorten(text: str, width: int) -> str:
    """The text in at most that many cells, cut with … between words, inside one if that loses much."""
    if cell_len(text) <= width:
        return text
    if width <= 1:
        return "…"[: max(width, 0)]
    cut = chop_cells(text[: _SIGNS * width], width - 1)[0]
    at = cut.rfind(" ")
    whole_words = cut if text[len(cut) : len(cut) + 1] == " " else cut[:at]
    kept = whole_words if at > 0 and cell_len(whole_words) * 3 >= width * 2 else cut
    return kept.rstrip(" ,.;:—–-") + "…"


def clip(line: Text, width: int) -> Text:
    """A line of several styles in at most that many cells, cut as `shorten` cuts."""
    if line.cell_len <= width:
        return line
    # Only its first line, and of the rest nothing: a text of a stranger may be a megabyte long.
    start, end = next(_spans(line.plain, max(width - 1, 1), 0))
    shown = _steadied(line[start:end])
    if shown.cell_len * 3 < width * 2:
        shown = line.copy()
        shown.truncate(max(width - 1, 0), overflow="crop")
        shown.rstrip()
    return row(shown, Text("…", FAINT))


def flow(text: Text, width: int, *, indent: int = 0, most: int | None = None) -> list[Text]:
    """A text on lines of at most that many cells, broken between words.

    Lines after the first start `indent` cells in; with `most`, what is left over ends in ….
    """
    spans = list(islice(_spans(text.plain, width, min(indent, width - 8)), most and most + 1))
    # Once for all lines: to cut one out of a text takes as long as the text.
    pieces = text.divide([place for span in spans for place in span])[1::2]
    lines: list[Text] = []
    for part in pieces[:most]:
        margin = " " * min(indent, width - 8) if lines else ""
        lines.append(_steadied(row(margin, part)))
    if most and len(pieces) > most:
        lines[-1] = clip(row(lines[-1], "…"), width)
    return lines


def paragraph(
    label: Text | str, text: str, width: int, *, style: str = "", most: int | None = None
) -> list[Text]:
    """A label with its text beside it, wrapped under itself."""
    label = label if isinstance(label, Text) else Text(label)
    return flow(row(label, piece(text, style)), width, indent=label.cell_len, most=most)


def label_width() -> int:
    """Cells of the faint labels in front of facts, in the language that is spoken."""
    return LABEL if spoken() == "en" else LONGER_LABEL


def fact(label: str, text: str | None, width: int, *, style: str = "", most: int | None = None) -> list[Text]:
    """A faint label in a column of its own with its text beside it; nothing where there is no text."""
    if not text:
        return []
    return paragraph(
        row("  ", piece(label, FAINT, width=label_width()), " "), text, width, style=style, most=most
    )


def heading(words: str, aside: Text | str = "", *, width: int) -> list[Text]:
    """An empty line and the title of a section, with something said at the end of the line."""
    return [
        Text(),
        spread(piece(words, TITLE), aside if isinstance(aside, Text) else Text(aside, FAINT), width),
    ]


_SIGNS = 20
"""Signs that fit into one cell, with all that is written above and below a letter."""


def _spans(plain: str, width: int, indent: int) -> Iterator[tuple[int, int]]:
    start, end, room = 0, 0, width
    for word in re.finditer(r"[^ ]+", plain):
        if cell_len(plain[start : word.end()]) > room and end > start:
            yield start, end
            start, room = word.start(), width - indent
        while (fits := _first_signs(plain, start, word.end(), room)) < word.end() - start:
            yield start, start + fits
            start, room = start + fits, width - indent
        end = word.end()
    yield start, end


def _first_signs(plain: str, start: int, end: int, room: int) -> int:
    """How many signs of this part fit into so many cells, at least one; no more of it is looked at than needed."""
    for signs in (room + 1, _SIGNS * max(room, 1)):
        seen = plain[start : min(end, start + max(signs, 1))]
        if cell_len(seen) > room:
            return max(len(chop_cells(seen, room)[0]), 1)
    return len(seen)


def _steadied(line: Text) -> Text:
    return row(_LEFT_TO_RIGHT, line, _LEFT_TO_RIGHT) if _turns(line.plain) else line


def _steady(text: str) -> str:
    """Right-to-left words between marks that keep the columns beside them where they are."""
    return f"{_LEFT_TO_RIGHT}{text}{_LEFT_TO_RIGHT}" if _turns(text) else text


def _turns(text: str) -> bool:
    return not text.isascii() and any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in text)
