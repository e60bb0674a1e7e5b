"""Replay invented challenges and compare the forecast with the run-rate, Theil–Sen and the last value.

Run from the top of the checkout, as `make backtest` does: prints the table and writes it into
docs/forecast.md, with the ends of the challenges that are published in bench/published.csv. Ends
with 1 when the forecast no longer keeps what that page promises.
"""
# ruff: noqa: S311 - invented data, not secrets

from __future__ import annotations

import csv
import random
import sys
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from families import DAYS, FAMILIES, Replay

from hundredday.challenge.goal import Goal
from hundredday.metrics import Reading
from hundredday.outlook.course import Course
from hundredday.outlook.forecast import forecast_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DRAWS = 1000
SEED = "2026"
SEEN_ON = (15, 25, 50, 75, 90)
START = date(2026, 4, 6)
PAGE = Path(__file__).parent.parent / "docs" / "forecast.md"
PUBLISHED = Path(__file__).parent / "published.csv"
RIVALS = ("chosen", "run_rate", "theil_sen", "last_value")
BETTER_BY, COVERS_FROM, COVERS_TO = 0.25, 0.75, 0.88


@dataclass(frozen=True, slots=True)
class Trial:
    """One forecast on one day: errors in progress, and whether the range held the truth."""

    family: str
    day: int
    chosen: float
    run_rate: float
    theil_sen: float
    last_value: float
    is_held: bool


@dataclass(frozen=True, slots=True)
class Score:
    """Mean absolute errors and coverage of some trials."""

    name: str
    trials: int
    chosen: float
    run_rate: float
    theil_sen: float
    last_value: float
    covers: float

    @property
    def better_by(self) -> float:
        return 1 - self.chosen / self.run_rate


def main() -> int:
    trials = tuple(_trials())
    families = [_score(name, (t for t in trials if t.family == name)) for name in FAMILIES]
    days = [_score(f"Day {day}", (t for t in trials if t.day == day)) for day in SEEN_ON]
    everything = _score("**all**", trials)
    table = _table([*families, *days, everything])
    sys.stdout.write(table)
    _write("backtest", table)
    _write("published", _published())
    kept = everything.better_by >= BETTER_BY
    return 0 if kept and all(COVERS_FROM <= score.covers <= COVERS_TO for score in families) else 1


def _trials() -> Iterator[Trial]:
    for name, draw_one in FAMILIES.items():
        draw = random.Random(f"{SEED} {name}")
        for _ in range(DRAWS):
            yield from _replayed(name, draw_one(draw))


def _replayed(family: str, replay: Replay) -> Iterator[Trial]:
    measurable = {"kind": replay.kind, "baseline": replay.baseline, "target": replay.target}
    goal = Goal.model_validate({"measurable": measurable})
    readings = [
        Reading.model_construct(date=START + timedelta(days=day), value=value)
        for day, value in replay.readings
    ]
    for day in SEEN_ON:
        today = START + timedelta(days=day)
        known = tuple(reading for reading in readings if reading.date <= today)
        last = START + timedelta(days=DAYS)
        forecast = forecast_of(Course(goal, START, last, today, known, "acceleration", None))
        if forecast is None:
            continue
        span, latest = abs(replay.target - replay.baseline), float(known[-1].value)
        run_rate = _bounded(replay.kind, replay.baseline + (latest - replay.baseline) / day * DAYS)
        line = _bounded(replay.kind, _theil_sen(replay, day))
        chosen, rate, slope, last_value = (
            abs(guess - replay.truth) / span for guess in (forecast.middle, run_rate, line, latest)
        )
        is_held = forecast.low <= replay.truth <= forecast.high
        yield Trial(family, day, chosen, rate, slope, last_value, is_held)


def _theil_sen(replay: Replay, today: int) -> float:
    """The median of the slopes between all pairs of readings, through the median of what they leave over.

    The baseline on Day 0 is one of the readings.
    """
    points = [(0, replay.baseline), *(point for point in replay.readings if 0 < point[0] <= today)]
    slope = median((b - a) / (later - day) for (day, a), (later, b) in combinations(points, 2) if later > day)
    return median(value - slope * day for day, value in points) + slope * DAYS


def _bounded(kind: str, value: float) -> float:
    # The rival may know as well as we do that nobody waits less than no time.
    if kind == "percent":
        return min(max(value, 0.0), 100.0)
    return max(value, 0.0) if kind == "duration" else value


def _score(name: str, trials: Iterable[Trial]) -> Score:
    sums: dict[str, float] = defaultdict(float)
    number = 0
    for trial in trials:
        number += 1
        for measured in (*RIVALS, "is_held"):
            sums[measured] += getattr(trial, measured)
    means = (sums[measured] / number for measured in (*RIVALS, "is_held"))
    return Score(name, number, *means)


def _table(scores: Iterable[Score]) -> str:
    lines = [
        (
            "| challenges | forecasts | error of the forecast | of the run-rate | of Theil–Sen "
            "| of the last value | better than run-rate by | range holds the truth |"
        ),
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    lines += [
        f"| {score.name} | {score.trials:,} | {score.chosen:.3f} | {score.run_rate:.3f} "
        f"| {score.theil_sen:.3f} | {score.last_value:.3f} | {score.better_by:.0%} | {score.covers:.0%} |"
        for score in scores
    ]
    return "\n".join(lines) + "\n"


def _published() -> str:
    lines = ["| challenge | from | target | result | of the way |", "| --- | ---: | ---: | ---: | ---: |"]
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        for one in csv.DictReader(file):
            # A running total counts from nothing, also where the report does not say so.
            start, target, result = (float(one[name] or 0) for name in ("baseline", "target", "result"))
            said = one["baseline"] or "not said"
            place = " ".join(part for part in (one["place"], one["year"]) if part)
            lines.append(
                f"| [{place}]({one['source']}): {one['metric']} | {said} | {target:g} | {result:g} "
                f"| {(result - start) / (target - start):.0%} |"
            )
    return "\n".join(lines) + "\n"


def _write(name: str, table: str) -> None:
    opens, closes = f"<!-- {name} -->", f"<!-- /{name} -->"
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(opens)
    after = rest.partition(closes)[2]
    PAGE.write_text(f"{before}{opens}\n\n{table}\n{closes}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
