"""The frame of a list: whose it is and of which day, what it holds, and last the files that cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from hundredday.views.dates import long_date
from hundredday.views.fitting import Lines, flow, piece, spread
from hundredday.views.palette import FAINT, TITLE
from hundredday.views.problems import problem_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from rich.console import RenderableType

    from hundredday.findings import Finding


def framed(
    inside: Callable[[int], Iterator[Text]],
    *,
    name: str,
    today: date,
    problems: Sequence[Finding] = (),
    width: int | None = None,
) -> RenderableType:
    """A list in its frame; `inside` draws it into so many columns."""

    def draw(room: int) -> Iterator[Text]:
        yield spread(piece(name or "Accelerator", TITLE), Text(long_date(today), FAINT), room)
        yield from inside(room)
        yield from problem_lines(problems, room)

    return Lines(draw, width)


def invitation(sentence: str, command: str, width: int) -> Iterator[Text]:
    """What a list says that is empty: a sentence, and the command that puts the first thing into it."""
    yield from flow(piece(sentence), width)
    yield from flow(piece(command, TITLE), width, indent=2)
