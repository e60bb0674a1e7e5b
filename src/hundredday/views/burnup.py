"""A burn-up chart in characters: the planned path, the readings, the target, today and the forecast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from hundredday.harmless import one_line
from hundredday.language import _
from hundredday.numbers import number_words
from hundredday.views.fitting import joined, row
from hundredday.views.palette import FAINT, GOOD, NOW

if TYPE_CHECKING:
    from hundredday.outlook.chart import Chart
    from hundredday.outlook.standing import Forecast

Cells = dict[tuple[int, int], tuple[str, str]]

_ROWS = 8
_TICKS = 4


def burnup(chart: Chart, width: int, *, rows: int = _ROWS) -> list[Text]:
    """The chart in at most that many cells: its rows, the days under them, and what the signs mean."""
    labels = _labels(chart, rows)
    margin = max(len(label) for label in labels.values())
    room = width - margin - 2
    cells = _cells(chart, room, rows)
    lines = [
        row(
            Text(f"{labels.get(line, ''):>{margin}}", FAINT),
            Text(" ┤" if line in labels else " │", FAINT),
            *(Text(*cells.get((line, column), (" ", ""))) for column in range(room)),
        )
        for line in reversed(range(rows))
    ]
    lines.append(Text(" " * (margin + 1) + "└" + "─" * room, FAINT))
    lines.append(row(" " * (margin + 2), _days(chart, room)))
    return [*lines, row(" " * (margin + 2), _legend(chart))]


def _cells(chart: Chart, room: int, rows: int) -> Cells:
    """What stands in each cell, by row from the bottom and column; what is drawn later covers."""
    cells: Cells = {}
    for column in range(0, room, 2):
        cells[_row(chart, chart.target, rows), column] = ("╌", GOOD)
    planned = dict(chart.path)
    for column in range(room):
        value = planned.get(round(column / max(room - 1, 1) * chart.span))
        if value is not None:
            cells[_row(chart, value, rows), column] = ("·", FAINT)
    if 0 <= chart.day <= chart.span:
        at = _column(chart, chart.day, room)
        cells.update({(line, at): ("┊", NOW) for line in range(rows)})
    if chart.forecast:
        at = _column(chart, chart.last_day, room)
        low, middle, high = (_row(chart, value, rows) for value in _range(chart.forecast))
        cells.update({(line, at): ("│", "") for line in range(min(low, high), max(low, high) + 1)})
        cells[middle, at] = ("◆", "")
    cells[_row(chart, chart.baseline, rows), 0] = ("○", "")
    for day, value in chart.readings:
        cells[_row(chart, value, rows), _column(chart, day, room)] = ("●", "")
    return cells


def _range(forecast: Forecast) -> tuple[float, float, float]:
    return forecast.low, forecast.middle, forecast.high


def _labels(chart: Chart, rows: int) -> dict[int, str]:
    low, high = chart.bounds
    named = (low, high, chart.baseline, chart.target)
    return {_row(chart, value, rows): one_line(number_words(_rounded(value, high - low))) for value in named}


def _rounded(value: float, spread: float) -> float:
    return float(round(value, 0 if spread >= 10 else 2))


def _days(chart: Chart, room: int) -> Text:
    line = Text(style=FAINT)
    ticks = {round(chart.last_day * tick / _TICKS) for tick in range(_TICKS + 1)} | {chart.span}
    for day in sorted(ticks):
        label = _("Day {day}").format(day=day) if day == 0 else f"{day}"
        at = min(_column(chart, day, room), room - len(label))
        if at >= line.cell_len + bool(line):
            line.append(" " * (at - line.cell_len) + label)
    return line


def _legend(chart: Chart) -> Text:
    signs = [("●", "", _("reading")), ("·", FAINT, _("planned")), ("╌", GOOD, _("target"))]
    if 0 <= chart.day <= chart.span:
        signs.append(("┊", NOW, _("today")))
    if chart.forecast:
        signs.append(("◆", "", _("forecast")))
    return joined([row(Text(sign, style), Text(f" {word}", FAINT)) for sign, style, word in signs], "  ")


def _row(chart: Chart, value: float, rows: int) -> int:
    low, high = chart.bounds
    return round((value - low) / ((high - low) or 1) * (rows - 1))


def _column(chart: Chart, day: int, room: int) -> int:
    return round(day / chart.span * (room - 1))
