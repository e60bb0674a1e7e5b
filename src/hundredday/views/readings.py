"""The newest readings of a goal, with what is doubtful about each said in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from hundredday.days import day_number
from hundredday.language import _, ngettext
from hundredday.numbers import value_words
from hundredday.views.bars import sparkline
from hundredday.views.dates import short_date
from hundredday.views.fitting import fact, flow, label_width, piece, row
from hundredday.views.palette import DOUBTFUL, FAINT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.challenge.goal import Goal
    from hundredday.metrics import Reading

SHOWN = 3


def reading_lines(challenge: Challenge, goal: Goal, *, today: date, width: int) -> Iterator[Text]:
    """The newest readings up to today, newest first, and how many came before them."""
    series = [reading for reading in goal.series if reading.date <= today]
    unit = goal.measurable.unit if goal.measurable else None
    shown = series[: -SHOWN - 1 : -1]
    values = [piece(value_words(reading.value, unit)) for reading in shown]
    dates = [short_date(reading.date, today) for reading in shown]
    room = min(max((value.cell_len for value in values), default=0), width // 3)
    days = [_day(challenge.start, reading.date) for reading in shown]
    wide = max(map(len, days), default=0) + 1
    for number, (reading, on, day) in enumerate(zip(shown, dates, days, strict=True)):
        value = piece(value_words(reading.value, unit), width=room, right=True)
        told = row(
            Text(f"{on:>{max(map(len, dates))}}"), Text(f"  {day:<{max(wide, 8)}}", FAINT), value, "  "
        )
        label = row("  ", piece("" if number else _("Readings"), FAINT, width=label_width()), " ", told)
        yield from flow(row(label, _said(goal, reading)), width, indent=label.cell_len, most=2)
    if len(series) > len(shown):
        yield Text(
            " " * (label_width() + 3) + _("and {n} earlier").format(n=len(series) - len(shown)),
            FAINT,
        )


def _day(start: date | None, on: date) -> str:
    return _("Day {start}").format(start=day_number(start, on)) if start else ""


def run_lines(goal: Goal, *, today: date, width: int) -> Iterator[Text]:
    """All readings up to today in one line: their run as heights, and the newest with its day."""
    series = [reading for reading in goal.series if reading.date <= today]
    if not series:
        return
    newest = series[-1]
    unit = goal.measurable.unit if goal.measurable else None
    numbers = [float(reading.value) for reading in series if not isinstance(reading.value, bool)]
    run = sparkline(numbers, most=max(min(width - 50, 40), 2))
    said = _("{value} on {date}").format(
        value=value_words(newest.value, unit), date=short_date(newest.date, today)
    )
    yield from fact(_("Readings"), f"{run}  {said}" if run else said, width, most=2)


def _said(goal: Goal, reading: Reading) -> Text:
    """Whether it is provisional, late or a correction, then its note, source and who recorded it."""
    doubts: list[str] = [_("provisional")] if reading.status == "provisional" else []
    if reading.entered and reading.entered > reading.date:
        late = (reading.entered - reading.date).days
        doubts.append(ngettext("entered {n} day later", "entered {n} days later", late).format(n=late))
    replaced = [entry for entry in goal.readings if entry.date == reading.date and entry is not reading]
    doubts += [_("corrects {value}").format(value=value_words(entry.value, None)) for entry in replaced[-1:]]
    verified = _("verified") if reading.status == "verified" else None
    told = [part for part in (verified, reading.note, reading.source, reading.by, reading.evidence) if part]
    if reading.count is not None and reading.of is not None:
        told.insert(
            0,
            _("{count} of {of}").format(
                count=value_words(reading.count, None), of=value_words(reading.of, None)
            ),
        )
    between = "; " if doubts and told else ""
    return row(Text(", ".join(doubts), DOUBTFUL), between, piece("; ".join(told), FAINT))
