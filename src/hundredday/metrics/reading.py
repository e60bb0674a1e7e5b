"""A reading: the value of a metric on a day, and who says so."""

from collections.abc import Iterable
from typing import Literal

from hundredday.shape import Day, Number, Part, Text

Value = bool | int | float
"""What a reading may hold: a number, or done and not done."""


class Reading(Part):
    """One number on one day; a later entry for the same day corrects the earlier one."""

    date: Day
    """The day of the number. For example: 2026-04-13"""
    value: Value
    """What was counted; true or false for a thing to be done. For example: 42"""
    count: Number | None = None
    """Beside a percent: how many. For example: 18"""
    of: Number | None = None
    """Beside a percent: out of how many. For example: 40"""
    note: Text | None = None
    """What is worth knowing about it. For example: First court live"""
    source: Text | None = None
    """Where this number comes from, when not from the source of the metric. For example: Registry"""
    by: Text | None = None
    """Who reports it. For example: Dana Omarova"""
    evidence: Text | None = None
    """A link to what shows it. For example: https://example.org/registry/2026-04-13"""
    status: Literal["provisional", "verified"] | None = None
    """Whether it may still be corrected, or somebody has checked it."""
    entered: Day | None = None
    """The day on which it was written down, when that is not the day of the number. For example: 2026-04-15"""


def series_of(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """The readings that count, oldest first: of several for one day, the one entered last."""
    return tuple(reading for _, reading in indexed_series_of(readings))


def indexed_series_of(readings: Iterable[Reading]) -> tuple[tuple[int, Reading], ...]:
    """The readings that count, oldest first, each with its index in the file's list."""
    newest = {reading.date: (index, reading) for index, reading in enumerate(readings)}
    return tuple(newest[day] for day in sorted(newest))
