"""What is due, day by day: what, who owes it, and in which challenge; what is overdue first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from hundredday.language import N_, _
from hundredday.views.dates import count_words, long_date, more_words, short_date, short_weekday
from hundredday.views.fitting import Lines, flow, packed, piece, row, spread
from hundredday.views.palette import BAD, DOUBTFUL, FAINT, TITLE
from hundredday.views.problems import problem_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from rich.console import RenderableType

    from hundredday.findings import Finding
    from hundredday.outlook.agenda import Due

_DAY = len("Wed 30 Nov 2026")
NARROWEST_ROW = 64
"""From this width on each thing that is due has one line."""

_GROUPS = ((N_("Overdue"), f"{TITLE} {BAD}"), (N_("Today"), TITLE), (N_("Ahead"), TITLE))


class _Columns(NamedTuple):
    """How wide the parts of every row are, so that all rows stand under one another."""

    day: int
    what: int
    who: int
    challenge: int


def by_time(dues: Sequence[Due], today: date) -> tuple[list[Due], ...]:
    """What is overdue, what is due today, and what is ahead."""
    return (
        [due for due in dues if due.on < today],
        [due for due in dues if due.on == today],
        [due for due in dues if due.on > today],
    )


def agenda(
    groups: Sequence[Sequence[Due]],
    *,
    numbers: Sequence[int],
    name: str,
    today: date,
    until: date,
    person: str | None = None,
    problems: Sequence[Finding] = (),
    width: int | None = None,
) -> RenderableType:
    """What is due up to a day, in the order given: overdue, today, and what is ahead.

    Args:
        groups: what is shown of each of the three.
        numbers: how many there are in each, shown or not.
        name: of the accelerator.
        today: the day it is.
        until: the last day that was asked for.
        person: whose agenda it is, if it is one person's.
        problems: files that could not be read.
        width: of the screen.
    """

    def draw(room: int) -> Iterator[Text]:
        yield from _header(numbers, name=name, today=today, until=until, person=person, width=room)
        columns = _columns([due for group in groups for due in group], today, room)
        for (title, style), shown, number in zip(_GROUPS, groups, numbers, strict=True):
            if number:
                yield Text()
                yield row(Text(_(title), style), Text(f"  {_number(len(shown), number)}", FAINT))
                yield from _rows(shown, columns, today, room)
        if hidden := sum(numbers) - sum(map(len, groups)):
            yield Text()
            yield from flow(piece(more_words(hidden, "hundredday agenda --all"), FAINT), room)
        yield from problem_lines(problems, room)

    return Lines(draw, width)


def _number(shown: int, number: int) -> str:
    if shown == number:
        return str(number)
    return _("{shown} of {number}").format(shown=shown, number=number)


def _header(
    numbers: Sequence[int], *, name: str, today: date, until: date, person: str | None, width: int
) -> Iterator[Text]:
    yield spread(piece(name or "Accelerator", TITLE), Text(long_date(today), FAINT), width)
    whose = _(" for “{person}”").format(person=person) if person else ""
    last = _("up to {until}").format(until=short_date(until, today)) if until > today else _("today")
    if not any(numbers):
        yield from flow(piece(_("Nothing is due{whose} {last}.").format(whose=whose, last=last)), width)
        return
    told = [
        piece(
            _("{count_words} due{whose} {last}").format(
                count_words=count_words(sum(numbers), "thing"), whose=whose, last=last
            )
        )
    ]
    yield from packed([*told, *_counted(*numbers)], width, between=" · ")


def _counted(overdue: int, today: int, ahead: int) -> list[Text]:
    del ahead
    said = ((overdue, _("{n} overdue"), BAD), (today, _("{n} today"), DOUBTFUL))
    return [Text(words.format(n=number), style) for number, words, style in said if number]


def _columns(dues: Sequence[Due], today: date, width: int) -> _Columns:
    day = max((len(_day(due, today)) for due in dues), default=_DAY)
    room = width - day - 6
    who = min(max((piece(due.who or "").cell_len for due in dues), default=0), room // 4)
    challenge = min(max((len(due.challenge) for due in dues), default=0), room * 3 // 10)
    what = max((_what(due, None).cell_len for due in dues), default=0) + 2
    return _Columns(day, min(what, room - who - challenge), who, challenge)


def _rows(dues: Sequence[Due], columns: _Columns, today: date, width: int) -> Iterator[Text]:
    before = None
    for due in dues:
        # A day stands once, at the first thing that is due on it.
        day = _day(due, today) if due.on != before else ""
        before = due.on
        style = BAD if due.on < today else FAINT if due.on > today else ""
        if width < NARROWEST_ROW:
            yield from flow(
                row(" ", piece(day, style, width=columns.day), " ", _what(due, None)), width, indent=3
            )
            who = (piece(due.who, FAINT), Text(", ", FAINT)) if due.who else ()
            yield from flow(row("   ", *who, piece(due.challenge, FAINT)), width, indent=3)
            continue
        yield row(
            " ",
            piece(day, style, width=columns.day),
            "  ",
            _what(due, columns.what - 2),
            "  ",
            piece(due.who or "", width=columns.who),
            "  ",
            piece(due.challenge, FAINT, width=columns.challenge),
        )


def _what(due: Due, width: int | None) -> Text:
    said = _("{what} (stale)").format(what=due.what) if due.kind == "stale" else due.what
    return piece(said, width=width)


def _day(due: Due, today: date) -> str:
    return f"{short_weekday(due.on)} {short_date(due.on, today)}"
