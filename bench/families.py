"""Invented challenges of the kinds that accelerators meet, drawn with a seed: what the forecast is tried on.

Every curve is made in progress (0 at the baseline, 1 at the target). No team's pace is steady: each
week's pace wanders around its family's shape by about a half, and where a challenge ends is drawn
around 0.92 of its target. Readings carry noise, are a day early or late, and some are missing.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

DAYS = 100
Shape = Callable[[float], float]


@dataclass(frozen=True, slots=True)
class Replay:
    """One invented challenge: its metric, its readings as (day, value), and its true value on Day 100."""

    kind: str
    baseline: float
    target: float
    readings: tuple[tuple[int, float], ...]
    truth: float


def steady(draw: random.Random) -> Replay:
    return _told(draw, _wandered(draw, lambda t: t, _end(draw)), noise=0.06)


def back_loaded(draw: random.Random) -> Replay:
    power = draw.uniform(1.3, 2.2)
    return _told(draw, _wandered(draw, lambda t: t**power, _end(draw)))


def s_curve(draw: random.Random) -> Replay:
    middle, steepness = draw.uniform(0.4, 0.6), draw.uniform(5, 10)
    return _told(draw, _wandered(draw, lambda t: 1 / (1 + math.exp(-steepness * (t - middle))), _end(draw)))


def step(draw: random.Random) -> Replay:
    steps = [(draw.uniform(0.1, 0.95), draw.uniform(0.5, 1.5)) for _ in range(draw.choice([1, 2, 3, 3]))]
    weight, slope = sum(size for _, size in steps), draw.uniform(0.1, 0.4)

    def shape(t: float) -> float:
        risen = sum(size / (1 + math.exp(-120 * (t - at))) for at, size in steps)
        return slope * t + (1 - slope) * risen / weight

    return _told(draw, _wandered(draw, shape, _end(draw), wander=0.3))


def stalled(draw: random.Random) -> Replay:
    until, tail = draw.uniform(0.3, 0.6), draw.uniform(0, 0.15)
    end = draw.lognormvariate(math.log(0.6), 0.3)
    curve = _wandered(draw, lambda t: t / until if t < until else 1 + tail * (t - until) / (1 - until), end)
    return _told(draw, curve)


def weekly_counts(draw: random.Random) -> Replay:
    """Whole people or cases, counted one by one: a running total."""
    number, power = draw.randint(20, 200), draw.uniform(1, 1.8)
    curve = _wandered(draw, lambda t: t**power, _end(draw))
    total, totals = 0, [0]
    for day in range(1, DAYS + 1):
        total += _poisson(draw, number * max(curve[day] - curve[day - 1], 0))
        totals.append(total)
    readings = tuple((day, float(totals[day])) for day in _reading_days(draw))
    return Replay("cumulative", 0, number, readings, float(total))


def duration_falling(draw: random.Random) -> Replay:
    """Days per case, falling fast at first and never below nothing: lower is better."""
    baseline = draw.uniform(20, 60)
    target, speed = baseline * draw.uniform(0.1, 0.6), draw.uniform(0.5, 2.5)
    room = baseline / (baseline - target)
    curve = _wandered(draw, lambda t: 1 - math.exp(-speed * t), min(_end(draw), 0.97 * room))
    return _told(draw, curve, noise=0.1, kind="duration", baseline=baseline, target=target)


def percent_near_bound(draw: random.Random) -> Replay:
    baseline, target, power = draw.uniform(40, 80), draw.uniform(88, 99), draw.uniform(0.6, 1.6)
    room = (100 - baseline) / (target - baseline)
    curve = _wandered(draw, lambda t: t**power, min(_end(draw), 0.98 * room), wander=0.7)
    return _told(draw, curve, noise=0.1, kind="percent", baseline=baseline, target=target)


def revised(draw: random.Random) -> Replay:
    """The newest numbers are always a little short, and are corrected later."""
    power = draw.uniform(1, 1.8)
    told = _told(draw, _wandered(draw, lambda t: t**power, _end(draw)))
    short = tuple((day, value * (1 - draw.uniform(0, 0.12))) for day, value in told.readings)
    return Replay(told.kind, told.baseline, told.target, short, told.truth)


def sparse(draw: random.Random) -> Replay:
    power = draw.uniform(1, 2)
    curve = _wandered(draw, lambda t: t**power, _end(draw))
    return _told(draw, curve, noise=0.03, every=draw.choice([14, 18, 21]))


FAMILIES: Mapping[str, Callable[[random.Random], Replay]] = {
    "steady": steady,
    "back-loaded": back_loaded,
    "S-curve": s_curve,
    "step": step,
    "stalled after a good start": stalled,
    "weekly counts": weekly_counts,
    "duration, lower is better": duration_falling,
    "percent near its bound": percent_near_bound,
    "revised readings": revised,
    "sparse readings": sparse,
}


def _end(draw: random.Random) -> float:
    return draw.lognormvariate(math.log(0.92), 0.35)


def _wandered(draw: random.Random, shape: Shape, end: float, wander: float = 0.5) -> list[float]:
    """Progress on Day 0 to 100: a shape whose pace wanders from week to week."""
    whole, off, done, curve = shape(1) - shape(0), 0.0, 0.0, [0.0]
    for day in range(1, DAYS + 1):
        if day % 7 == 1:
            off = 0.6 * off + draw.gauss(0, wander)
        done += (shape(day / DAYS) - shape((day - 1) / DAYS)) / whole * math.exp(off)
        curve.append(done)
    return [end * done for done in curve]


def _told(
    draw: random.Random,
    curve: list[float],
    *,
    noise: float = 0.02,
    every: int | None = None,
    kind: str = "level",
    baseline: float = 500.0,
    target: float = 100.0,
) -> Replay:
    lowest, highest = {"duration": (0.0, math.inf), "percent": (0.0, 100.0)}.get(kind, (-math.inf, math.inf))

    def value(day: int) -> float:
        progress = curve[day] + draw.gauss(0, noise)
        return min(max(baseline + progress * (target - baseline), lowest), highest)

    readings = tuple((day, value(day)) for day in _reading_days(draw, every))
    return Replay(kind, baseline, target, readings, value(DAYS))


def _reading_days(draw: random.Random, every: int | None = None) -> list[int]:
    every = every or draw.choice([4, 5, 7, 7])
    planned = range(draw.randint(1, every), DAYS + 1, every)
    made = (day + draw.choice([0, 0, 0, 1, -1]) for day in planned if draw.random() > 0.08)
    return sorted({min(DAYS, max(1, day)) for day in made})


def _poisson(draw: random.Random, mean: float) -> int:
    limit, product, count = math.exp(-mean), draw.random(), 0
    while product > limit:
        product *= draw.random()
        count += 1
    return count
