"""What is due, day by day: what, who owes it, and in which challenge; what is overdue first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from hundredday.language import _
from hundredday.views.dates import count_words, long_date, short_date, weekday
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
_NARROWEST_ROW = 64


class _Columns(NamedTuple):
    """How wide the parts of every row are, so that all rows stand under one another."""

    day: int
    what: int
    who: int
    challenge: int


def agenda(
    dues: Sequence[Due],
    *,
    name: str,
    today: date,
    until: date,
    person: str | None = None,
    problems: Sequence[Finding] = (),
    width: int | None = None,
) -> RenderableType:
    """What is due up to a day, in the order given: overdue, today, and what is ahead."""

    def draw(room: int) -> Iterator[Text]:
        yield from _header(dues, name=name, today=today, until=until, person=person, width=room)
        columns = _columns(dues, today, room)
        for title, style, these in _groups(dues, today):
            if these:
                yield Text()
                yield row(Text(title, style), Text(f"  {len(these)}", FAINT))
                yield from _rows(these, columns, today, room)
        yield from problem_lines(problems, room)

    return Lines(draw, width)


def _header(
    dues: Sequence[Due], *, name: str, today: date, until: date, person: str | None, width: int
) -> Iterator[Text]:
    yield spread(piece(name or "Accelerator", TITLE), Text(long_date(today), FAINT), width)
    whose = _(" for “{person}”").format(person=person) if person else ""
    last = _("up to {until}").format(until=short_date(until, today)) if until > today else _("today")
    if not dues:
        yield from flow(piece(_("Nothing is due{whose} {last}.").format(whose=whose, last=last)), width)
        return
    told = [
        piece(
            _("{count_words} due{whose} {last}").format(
                count_words=count_words(len(dues), "thing"), whose=whose, last=last
            )
        )
    ]
    yield from packed([*told, *_counted(dues, today)], width, between=" · ")


def _counted(dues: Sequence[Due], today: date) -> list[Text]:
    over = sum(due.on < today for due in dues)
    now = sum(due.on == today for due in dues)
    said = ((over, "overdue", BAD), (now, "today", DOUBTFUL))
    return [Text(f"{number} {word}", style) for number, word, style in said if number]


def _groups(dues: Sequence[Due], today: date) -> tuple[tuple[str, str, list[Due]], ...]:
    return (
        ("Overdue", f"{TITLE} {BAD}", [due for due in dues if due.on < today]),
        ("Today", TITLE, [due for due in dues if due.on == today]),
        ("Ahead", TITLE, [due for due in dues if due.on > today]),
    )


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
        if width < _NARROWEST_ROW:
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
    return f"{weekday(due.on)[:3]} {short_date(due.on, today)}"
