"""The hundred days as a ruler: today, the milestones and the reviews on their days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from hundredday.days import day_number, day_words
from hundredday.language import N_, _
from hundredday.views.dates import count_words, short_date
from hundredday.views.fitting import packed, row, spread
from hundredday.views.palette import BAD, FAINT, GOOD, NOW, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge.acceleration import Acceleration
    from hundredday.outlook.standing import Standing

_DONE = Mark("✓", N_("milestone done"), GOOD)
_DUE = Mark("◇", N_("milestone due"), "")
_OVER = Mark("✗", N_("milestone over"), BAD)
_HELD = Mark("●", N_("review held"), NOW)
_TICKS = 4


def ruler(acceleration: Acceleration, standing: Standing, *, today: date, width: int) -> Iterator[Text]:
    """The day count, the ruler with what stands on it, and what its signs mean.

    Before launch and after Acceleration only the sentence: there is no day to look for.
    """
    if standing.start is None or standing.end is None or standing.day is None or standing.days is None:
        return
    if standing.phase != "acceleration":
        ran = _("Ran {start} to {end}").format(
            start=short_date(standing.start, today), end=short_date(standing.end, today)
        )
        yield Text(f"{ran}, {count_words(standing.days, 'day')}", FAINT)
        return
    yield spread(Text(day_words(standing.day, standing.days)), Text(_left(standing, today), FAINT), width)
    if standing.day < 0:
        return
    span = max(standing.days, standing.day)
    marks = _marks(acceleration, standing.start, span, today)
    if marks:
        yield _placed(marks, span, width)
    at = _column(standing.day, span, width)
    yield row("━" * at, Text("┃", NOW), Text("─" * (width - at - 1), FAINT))
    yield _labels(standing.days, span, width)
    if legend := [mark for mark in (_DONE, _DUE, _OVER, _HELD) if mark in {mark for __, mark in marks}]:
        words = [row(Text(mark.sign, mark.style), Text(f" {mark.word}", FAINT)) for mark in legend]
        yield from packed(words, width, between="   ")


def _left(standing: Standing, today: date) -> str:
    assert standing.end is not None
    assert standing.start is not None
    if standing.day is not None and standing.day < 0:
        return _("starts {start}, last day {end}").format(
            start=short_date(standing.start, today), end=short_date(standing.end, today)
        )
    if not standing.days_left:
        return _("last day {end}").format(end=short_date(standing.end, today))
    working = standing.working_days_left
    said = "" if working is None else f", {count_words(working, 'working day')}"
    return _("{days_left} left{said}, last day {end}").format(
        days_left=count_words(standing.days_left, "day"), said=said, end=short_date(standing.end, today)
    )


def _marks(acceleration: Acceleration, start: date, span: int, today: date) -> list[tuple[int, Mark]]:
    marks = []
    for milestone in acceleration.milestones.values():
        if milestone.done:
            marks.append((day_number(start, milestone.done), _DONE))
        elif milestone.due:
            marks.append((day_number(start, milestone.due), _OVER if milestone.due < today else _DUE))
    marks += [
        (day_number(start, review.date), _HELD) for review in acceleration.reviews.values() if review.date
    ]
    return [(day, mark) for day, mark in sorted(marks, key=lambda placed: placed[0]) if 0 <= day <= span]


def _placed(marks: list[tuple[int, Mark]], span: int, width: int) -> Text:
    """Every mark above its day; of marks for one cell the later ones move on by a cell."""
    line = Text()
    for day, mark in marks:
        at = max(_column(day, span, width), line.cell_len)
        if at < width:
            line.append_text(row(" " * (at - line.cell_len), Text(mark.sign, mark.style)))
    return line


def _labels(days: int, span: int, width: int) -> Text:
    line = Text(style=FAINT)
    for day in sorted({round(days * tick / _TICKS) for tick in range(_TICKS + 1)}):
        label = f"{day}"
        at = min(_column(day, span, width), width - len(label))
        if at >= line.cell_len:
            line.append(" " * (at - line.cell_len) + label)
    return line


def _column(day: int, span: int, width: int) -> int:
    return round(day / max(span, 1) * (width - 1))
