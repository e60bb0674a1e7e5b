"""The challenges of a phase as cards in columns, side by side, by how far each has come."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.text import Text

from hundredday.days import day_words
from hundredday.language import N_, _, ngettext
from hundredday.language.keywords import phase_name
from hundredday.views.fitting import clip, flow, piece, row
from hundredday.views.frame import framed
from hundredday.views.palette import FAINT, TITLE, health_mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from rich.console import RenderableType

    from hundredday.findings import Finding
    from hundredday.outlook.standing import Standing

_STAGES: Mapping[str, str] = {
    "preparing": N_("Before launch"),
    "first_half": N_("First half"),
    "second_half": N_("Second half"),
    "clock_has_run": N_("Clock has run"),
    "handing_over": N_("Handing over"),
    "promising": N_("Pledge and scale"),
    "ready_to_close": N_("Ready to close"),
    "target_met": N_("Target met"),
    "missed": N_("Missed"),
    "without_result": N_("Without a result"),
}
_GAP = " │ "
_NARROWEST = 16


def columns_board(
    columns: Mapping[str, Sequence[Standing]],
    *,
    phase: str,
    name: str,
    today: date,
    problems: Sequence[Finding] = (),
    width: int | None = None,
) -> RenderableType:
    """A board of cards; where the columns would be too narrow they stand below one another."""

    def inside(room: int) -> Iterator[Text]:
        number = sum(len(cards) for cards in columns.values())
        counted = ngettext("{n} challenge", "{n} challenges", number).format(n=number)
        where = "" if phase == "all" else f" · {phase_name(phase)}"
        yield piece(f"{counted}{where}")
        yield Text()
        cell = (room - len(_GAP) * (len(columns) - 1)) // len(columns)
        if cell < _NARROWEST:
            yield from _stacked(columns, room)
        else:
            yield from _abreast(columns, cell)

    return framed(inside, name=name, today=today, problems=problems, width=width)


def _stacked(columns: Mapping[str, Sequence[Standing]], width: int) -> Iterator[Text]:
    for number, (name, cards) in enumerate(columns.items()):
        if number:
            yield Text()
        yield from _column(name, cards, width)


def _abreast(columns: Mapping[str, Sequence[Standing]], cell: int) -> Iterator[Text]:
    drawn = [list(_column(name, cards, cell)) for name, cards in columns.items()]
    for line in zip_longest(*drawn, fillvalue=Text()):
        parts: list[Text | str] = []
        for number, part in enumerate(line):
            shown = clip(part, cell)
            parts += [Text(_GAP, FAINT)] if number else []
            parts += [shown, " " * (cell - shown.cell_len)]
        yield row(*parts)


def _head(name: str) -> str:
    """What stands above a column: a phase, or a stage of one."""
    return _(_STAGES[name]) if name in _STAGES else phase_name(name)


def _column(name: str, cards: Sequence[Standing], width: int) -> Iterator[Text]:
    yield row(piece(_head(name), TITLE), Text(f"  {len(cards)}", FAINT))
    yield Text("─" * width, FAINT)
    for number, card in enumerate(cards):
        if number:
            yield Text()
        yield from _card(card, width)


def _card(standing: Standing, width: int) -> Iterator[Text]:
    mark = health_mark(standing.health)
    title = row(Text(mark.sign, mark.style), " ", piece(standing.title))
    yield from flow(title, width, indent=2, most=3)
    clock = (
        day_words(standing.day, standing.days)
        if standing.phase == "acceleration" and standing.day is not None and standing.days
        else ""
    )
    if clock or mark.word:
        told = [part for part in (clock, mark.word) if part]
        yield from flow(row("  ", piece(" · ".join(told), mark.style or FAINT)), width, indent=2)
    if standing.leader or standing.agency:
        yield from flow(
            row("  ", piece(standing.leader or standing.agency or "", FAINT)), width, indent=2, most=1
        )
