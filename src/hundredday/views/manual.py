"""The pages of the help: paragraphs, examples as they are typed, and a table of names and what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from hundredday.language import _
from hundredday.views.fitting import Lines, flow, piece, row, verbatim
from hundredday.views.palette import TITLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WIDEST_NAME = 30
WIDEST = 100
"""Cells beyond which a line of prose is hard to read."""


def page(text: str, rows: Iterable[tuple[str, str]]) -> Lines:
    """A page whose first line is its title, in English, with its table as it is shown below."""
    title, _blank, body = text.partition("\n")
    told = list(rows)

    def draw(width: int) -> Iterator[Text]:
        yield from flow(Text(_(title), TITLE), min(width, WIDEST))
        yield from _paragraphs(body, min(width, WIDEST))
        if told:
            yield Text()
            yield from _rows(told, min(width, WIDEST))

    return Lines(draw)


def table(rows: Iterable[tuple[str, str]]) -> Lines:
    """Names and what they mean, as they are shown; a name alone is a heading."""
    told = list(rows)
    return Lines(lambda width: _rows(told, min(width, WIDEST)))


def _rows(told: list[tuple[str, str]], width: int) -> Iterator[Text]:
    longest = min(WIDEST_NAME, max((len(name) for name, said in told if said), default=0))
    for number, (name, said) in enumerate(told):
        if not said:
            yield from [Text()] * bool(number)
            yield Text(name, TITLE)
            continue
        if len(name) > longest:
            yield row("  ", verbatim(name))
        shown = "" if len(name) > longest else name
        left = row("  ", piece(shown, width=longest), "  ")
        yield from flow(row(left, piece(said)), width, indent=left.cell_len)


def _paragraphs(body: str, width: int) -> Iterator[Text]:
    for part in parts(body):
        yield Text()
        if is_typed(part):
            for line in part.splitlines():
                yield from flow(verbatim(line), width, indent=8)
        else:
            yield from flow(piece(_(part)), width)


def parts(body: str) -> Iterator[str]:
    """The paragraphs of a page, each on one line as the catalogues have it; examples as they are typed."""
    for part in filter(None, body.strip("\n").split("\n\n")):
        yield part if is_typed(part) else " ".join(part.split())


def is_typed(part: str) -> bool:
    """Whether a part of a page is an example, which is the same in every language."""
    return part.startswith("    ")
