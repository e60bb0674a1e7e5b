"""The first sheet of a workbook: how many challenges, how they stand, and how far each one is, with charts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from hundredday.exports.workbook import print_on_a_page, write_text
from hundredday.harmless import one_line
from hundredday.language import RIGHT_TO_LEFT, _, spoken
from hundredday.language.calendar import long_date
from hundredday.language.keywords import phase_words, word
from hundredday.outlook.standing import HEALTHS
from hundredday.outlook.urgency import counts, urgency

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hundredday.exports.state import State
    from hundredday.exports.workbook import Book

_COLOURS = {
    "off_track": "#B3261E",
    "missed": "#8C1D18",
    "at_risk": "#E08600",
    "stale": "#9A9A9A",
    "no_data": "#C4C4C4",
    "too_early": "#7FA7C9",
    "on_track": "#2E7D32",
    "achieved": "#1B5E20",
}
_BARE = {"visible": False, "major_gridlines": {"visible": False}}
"""An axis whose numbers stand at the bars."""

_LONGEST_TITLE = 80

_MOST_SHOWN = 30
"""Challenges in the chart of progress: more cannot be told apart."""


class _Block(NamedTuple):
    """A small table on the sheet: its place, and its rows below a header."""

    top: int
    header: Sequence[str]
    rows: Sequence[Sequence[Any]]


def write_dashboard(book: Book, state: State) -> None:
    """Add the sheet; its charts are Excel's own and follow the numbers beside them."""
    sheet = book.file.add_worksheet(_("Dashboard"))
    sheet.hide_gridlines(2)
    if spoken() in RIGHT_TO_LEFT:
        sheet.right_to_left()
    print_on_a_page(sheet)
    sheet.set_column(0, 0, 38)
    sheet.set_column(1, 3, 12)
    write_text(book, sheet, (0, 0), _short(state.name), "title")
    write_text(book, sheet, (1, 0), long_date(state.today), "aside")
    phases = _phases(state)
    healths = _healths(state, phases.top + len(phases.rows) + 3)
    progress = _progress(state, healths.top + len(healths.rows) + 3)
    for block in (phases, healths, progress):
        _write(book, sheet, block)
    _chart_phases(book.file, sheet, phases)
    if healths.rows:
        _chart_healths(book.file, sheet, healths, _colours(state))
    if progress.rows:
        _chart_progress(book.file, sheet, progress)


def _phases(state: State) -> _Block:
    found = counts(one.standing for one in state.challenges)
    rows = [(phase_words(phase), count) for phase, count in found.items()]
    return _Block(3, (_("Phase"), _("Challenges")), rows)


def _healths(state: State, top: int) -> _Block:
    rows = [(word(health), count) for health, count in _open_healths(state)]
    return _Block(top, (_("Health of open challenges"), _("Challenges")), rows)


def _open_healths(state: State) -> list[tuple[str, int]]:
    stands = [one.standing for one in state.challenges if one.standing.phase != "closed"]
    found = Counter(one.health for one in stands if one.health)
    return [(health, found[health]) for health in HEALTHS if found[health]]


def _colours(state: State) -> list[str]:
    return [_COLOURS[health] for health, _count in _open_healths(state)]


def _progress(state: State, top: int) -> _Block:
    running = sorted(
        (one.standing for one in state.challenges if one.standing.phase == "acceleration"), key=urgency
    )
    rows = [
        (_short(one.title), one.primary.progress, one.primary.expected)
        for one in running[:_MOST_SHOWN]
        if one.primary and one.primary.progress is not None
    ]
    return _Block(top, (_("Way made to the target"), _("so far"), _("expected")), rows)


def _write(book: Book, sheet: Any, block: _Block) -> None:
    for column, title in enumerate(block.header):
        write_text(book, sheet, (block.top, column), title, "header" if column == 0 else "header_of_numbers")
    for number, row in enumerate(block.rows, block.top + 1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                write_text(book, sheet, (number, column), value)
            elif value is not None:
                kind = "share" if isinstance(value, float) else "number"
                sheet.write_number(number, column, value, book.formats[kind])


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST_TITLE else f"{line[: _LONGEST_TITLE - 1]}…"


def _chart_phases(book: Any, sheet: Any, block: _Block) -> None:
    chart = book.add_chart({"type": "column"})
    chart.add_series(
        {**_series(sheet, block, 1), "fill": {"color": "#3A6EA5"}, "data_labels": {"value": True}}
    )
    chart.set_y_axis(_BARE)
    _place(sheet, chart, block.header[1], row=2, column=5)


def _chart_healths(book: Any, sheet: Any, block: _Block, colours: list[str]) -> None:
    chart = book.add_chart({"type": "bar"})
    points = [{"fill": {"color": colour}} for colour in colours]
    chart.add_series({**_series(sheet, block, 1), "points": points, "data_labels": {"value": True}})
    chart.set_y_axis({"reverse": True})
    chart.set_x_axis(_BARE)
    _place(sheet, chart, block.header[0], row=2, column=13)


def _chart_progress(book: Any, sheet: Any, block: _Block) -> None:
    chart = book.add_chart({"type": "bar"})
    chart.add_series({**_series(sheet, block, 1), "fill": {"color": "#3A6EA5"}})
    chart.add_series({**_series(sheet, block, 2), "fill": {"color": "#C9D6E3"}})
    chart.set_y_axis({"reverse": True})
    chart.set_x_axis({"num_format": "0%", "major_gridlines": {"visible": True, "line": {"color": "#E3E8ED"}}})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 960, "height": 160 + 34 * len(block.rows)})
    _place(sheet, chart, block.header[0], row=19, column=5, legend=True)


def _series(sheet: Any, block: _Block, column: int) -> dict[str, Any]:
    first, last = block.top + 1, block.top + len(block.rows)
    return {
        "name": [sheet.name, block.top, column],
        "categories": [sheet.name, first, 0, last, 0],
        "values": [sheet.name, first, column, last, column],
    }


def _place(sheet: Any, chart: Any, title: str, *, row: int, column: int, legend: bool = False) -> None:
    chart.set_title({"name": title, "name_font": {"size": 12}, "overlay": False})
    if not legend:
        chart.set_legend({"none": True})
    sheet.insert_chart(row, column, chart, {"description": title})
