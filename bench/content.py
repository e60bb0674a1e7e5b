"""The content that every program is given: the same titles, people, goals and readings, from no chance at all."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

BASE = date(2026, 1, 5)
TODAY = "2026-05-26"
AGENCIES = ("Housing", "Justice", "Health", "Water", "Education", "Labour", "Transport", "Interior")
TOPICS = (
    "permit backlog",
    "family homelessness",
    "case disposition time",
    "vaccination rate",
    "leak repair time",
    "school attendance",
    "youth employment",
    "road fatalities",
)
OWNERS = ("A. Rivera", "B. Okoye", "C. Lindqvist", "D. Tanaka", "E. Haddad")
UNITS = ("days", "cases", "households")
STEPS = 4
"""Readings of a goal."""


class Goal(NamedTuple):
    """A number that is to move, with its readings."""

    key: str
    text: str
    unit: str
    baseline: int
    target: int
    readings: tuple[tuple[date, int], ...]


class Item(NamedTuple):
    """One challenge, as every program gets it."""

    number: int
    slug: str
    title: str
    agency: str
    owner: str
    start: date
    is_closed: bool
    goals: tuple[Goal, ...]
    summary: str

    @property
    def end(self) -> date:
        return self.start + timedelta(days=100)


def items(many: int) -> Iterator[Item]:
    """So many challenges; the same ones every time."""
    return (_item(number) for number in range(1, many + 1))


def _item(number: int) -> Item:
    draw = _numbers(number)
    agency, topic = AGENCIES[next(draw) % 8], TOPICS[next(draw) % 8]
    start = BASE + timedelta(days=60 + next(draw) % 40)
    goals = tuple(_goal(key, topic, start, draw) for key in range(3))
    return Item(
        number=number,
        slug=f"challenge-{number:05}",
        title=f"{agency}: 100 days on {topic} ({number})",
        agency=agency,
        owner=OWNERS[next(draw) % 5],
        start=start,
        is_closed=False,
        goals=goals,
        summary=(
            f"The {agency} team works for 100 days to change {topic} with front-line staff, "
            f"weekly check-ins and a public midpoint review. Item {number}."
        ),
    )


def _goal(key: int, topic: str, start: date, draw: Iterator[int]) -> Goal:
    baseline = 20 + next(draw) % 400
    target = baseline + 1 + next(draw) % 200 if key == 1 else max(1, baseline - 1 - next(draw) % baseline)
    readings = tuple(
        (start + timedelta(days=7 + 7 * step), baseline + (target - baseline) * (step + 1) // 5)
        for step in range(STEPS)
    )
    text = f"Move {topic} in district {next(draw) % 90}"
    return Goal(f"goal-{key + 1}", text, UNITS[key], baseline, target, readings)


def _numbers(seed: int) -> Iterator[int]:
    """Numbers that look drawn and are the same on every machine (Knuth's MMIX)."""
    state = seed
    while True:
        state = (state * 6364136223846793005 + 1442695040888963407) & (2**64 - 1)
        yield state >> 33
