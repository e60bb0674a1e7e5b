"""The burn-up chart of a page: where each line and dot stands, in shares of the width and in pixels of the height."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10
from typing import TYPE_CHECKING, NamedTuple

from hundredday.numbers import HUGE, number_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hundredday.outlook.chart import Chart, Point
    from hundredday.outlook.standing import Value

HEIGHT = 260
"""Pixels from the top line of the grid to its bottom."""

WIDE = 1000
"""Units across, for lines that are stretched to whatever width the page has."""

_TICKS = 4
_TINY = 1e-9
_MARGIN = 1.04
"""The last day stands a little before the edge, so that nothing on it is cut."""


class Spot(NamedTuple):
    """A place in the chart: `x` in percent, `y` in pixels."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Burnup:
    """A burn-up chart as its template draws it."""

    rows: tuple[tuple[float, str], ...]
    """Lines of the grid: pixels from the top, and the number at it."""
    days: tuple[tuple[float, int], ...]
    path: str
    done: str
    dots: tuple[Spot, ...]
    baseline: Spot
    target: float
    was_target: float | None
    """Where the target stood at the launch, when it was moved."""
    today: float | None
    fan: str
    ahead: str
    forecast: tuple[Spot, Spot, Spot] | None
    """The low, middle and high end of the range on the last day."""


def burnup(chart: Chart, was_target: Value | None, *, mirrored: bool = False) -> Burnup | None:
    """The chart drawn; mirrored, time runs from right to left. None where the numbers are past drawing."""
    if not _is_drawable(*_bounds(chart, was_target)):
        return None
    frame = _Frame.around(chart, was_target, mirrored=mirrored)
    done = ((0, chart.baseline), *chart.readings)
    newest = chart.readings[-1]
    forecast, last = chart.forecast, chart.last_day
    return Burnup(
        rows=tuple((frame.y(value), number_words(value)) for value in frame.lines),
        days=tuple((frame.x(day), day) for day in _days(chart)),
        path=frame.line(_corners(chart.path)),
        done=frame.line(done),
        dots=tuple(Spot(frame.x(day), frame.y(value)) for day, value in chart.readings),
        baseline=Spot(frame.x(0), frame.y(chart.baseline)),
        target=frame.y(chart.target),
        was_target=None if was_target in (None, chart.target) else frame.y(float(was_target or 0)),
        today=frame.x(chart.day) if 0 <= chart.day <= chart.span else None,
        fan=frame.line((newest, (last, forecast.high), (last, forecast.low))) if forecast else "",
        ahead=frame.line((newest, (last, forecast.middle))) if forecast else "",
        forecast=(
            Spot(frame.x(last), frame.y(forecast.low)),
            Spot(frame.x(last), frame.y(forecast.middle)),
            Spot(frame.x(last), frame.y(forecast.high)),
        )
        if forecast
        else None,
    )


class _Frame(NamedTuple):
    """The numbers that the edges of the chart stand for."""

    span: float
    low: float
    high: float
    lines: tuple[float, ...]
    mirrored: bool

    @classmethod
    def around(cls, chart: Chart, was_target: Value | None, *, mirrored: bool) -> _Frame:
        low, high = _bounds(chart, was_target)
        if 0 <= low < high / 2 or high <= 0:
            low, high = min(low, 0.0), max(high, 0.0)
        lines = _round_lines(low, high)
        return cls(chart.span * _MARGIN, lines[0], lines[-1], lines, mirrored)

    def x(self, day: float) -> float:
        share = 100 * day / self.span
        return round(100 - share if self.mirrored else share, 2)

    def y(self, value: float) -> float:
        return round(HEIGHT * (self.high - value) / (self.high - self.low), 1)

    def line(self, points: Sequence[Point]) -> str:
        return " ".join(f"{self.x(day) * WIDE / 100:g},{self.y(value):g}" for day, value in points)


def _bounds(chart: Chart, was_target: Value | None) -> tuple[float, float]:
    low, high = chart.bounds
    return (low, high) if was_target is None else (min(low, was_target), max(high, was_target))


def _is_drawable(low: float, high: float) -> bool:
    """Whether numbers lie far enough from one another, and not so far that none can be told from zero."""
    biggest = max(abs(low), abs(high))
    return biggest < HUGE and (low == high or high - low > max(_TINY, biggest * _TINY))


def _round_lines(low: float, high: float) -> tuple[float, ...]:
    """Round numbers at an even distance, from below the lowest to above the highest value."""
    spread = (high - low) or (abs(high) if abs(high) > _TINY else 1.0)
    size = 10 ** floor(log10(spread / _TICKS))
    step = next(size * by for by in (1, 2, 2.5, 5, 10) if size * by * _TICKS >= spread * 0.999)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    places = max(0, 1 - floor(log10(step)))
    return tuple(round(number * step, places) for number in range(first, max(last, first + 1) + 1))


def _days(chart: Chart) -> tuple[int, ...]:
    """The days at the foot of the chart: few enough to stand apart on a phone."""
    goes_on = chart.span > chart.last_day * 1.15
    many = 1 if chart.span > chart.last_day * 3 else 2 if goes_on else _TICKS
    ticks = {round(chart.last_day * tick / many) for tick in range(many + 1)}
    return tuple(sorted({*ticks, chart.span} if goes_on else ticks))


def _corners(path: Sequence[Point]) -> list[Point]:
    """The path without the points that lie straight between their neighbours."""
    kept = list(path[:1])
    for before, point, after in zip(path, path[1:], path[2:], strict=False):
        steps = point[1] - before[1], after[1] - point[1]
        if abs(steps[0] - steps[1]) > 1e-9 * max(map(abs, (*steps, 1))):
            kept.append(point)
    return [*kept, *path[-1:]] if len(path) > 1 else kept
