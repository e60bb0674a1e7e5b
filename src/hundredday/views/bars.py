"""Small drawings on one line: the days of a clock, the way to a target, the run of the readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from hundredday.views.palette import BAD, FAINT, NOW

if TYPE_CHECKING:
    from collections.abc import Sequence

_STEPS = "▁▂▃▄▅▆▇█"


def day_bar(day: int | None, days: int | None, width: int) -> Text:
    """How much of the clock has run; days beyond the last one end it with ››."""
    if day is None or not days:
        return Text("─" * width, FAINT)
    if day > days:
        over = min(2, width)
        return Text.assemble("━" * (width - over), ("›" * over, BAD))
    done = _cells(day / days, width)
    return Text.assemble("━" * done, ("─" * (width - done), FAINT))


def progress_bar(progress: float | None, expected: float | None, width: int, style: str = "") -> Text:
    """The way from baseline to target: how much of it is made, and a ┃ where it should be by today."""
    made = _cells(progress or 0.0, width)
    if expected is None:
        return Text.assemble(("━" * made, style), ("─" * (width - made), FAINT))
    at = min(max(round(expected * width), 0), width - 1)
    before, after = min(made, at), max(made - at - 1, 0)
    return Text.assemble(
        ("━" * before, style),
        ("─" * (at - before), FAINT),
        ("┃", NOW),
        ("━" * after, style),
        ("─" * (width - at - 1 - after), FAINT),
    )


def sparkline(values: Sequence[float], *, most: int = 30) -> str:
    """The last readings as heights ▁▂▃▅▇, lowest to highest of what is shown; empty for fewer than two."""
    shown = values[-most:]
    if len(shown) < 2:
        return ""
    low, high = min(shown), max(shown)
    if low == high:
        return _STEPS[3] * len(shown)
    return "".join(_STEPS[round((value - low) / (high - low) * (len(_STEPS) - 1))] for value in shown)


def dots(grade: int | None, most: int = 5) -> str:
    """A judgement from 1 to 5 as filled dots; blank where there is none."""
    return " " * most if grade is None else "●" * grade + "○" * (most - grade)


def _cells(fraction: float, width: int) -> int:
    """Cells that a fraction fills: never full before the end, never empty once something is done."""
    if fraction <= 0:
        return 0
    if fraction >= 1:
        return width
    return min(max(round(fraction * width), 1), width - 1)
