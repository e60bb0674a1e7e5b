"""A reading: the value of a metric on a day, and who says so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from hundredday.shape import Day, Number, Part, Text

Value = bool | int | float
"""What a reading may hold: a number, or done and not done."""


class Reading(Part):
    """One number on one day; a later entry for the same day corrects the earlier one."""

    date: Day
    value: Value
    count: Number | None = None
    of: Number | None = None
    note: Text | None = None
    source: Text | None = None
    by: Text | None = None
    evidence: Text | None = None
    status: Literal["provisional", "verified"] | None = None
    entered: Day | None = None


def series_of(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """The readings that count, oldest first: of several for one day, the one entered last."""
    return tuple(reading for _, reading in indexed_series_of(readings))


def indexed_series_of(readings: Iterable[Reading]) -> tuple[tuple[int, Reading], ...]:
    """The readings that count, oldest first, each with its index in the file's list."""
    newest = {reading.date: (index, reading) for index, reading in enumerate(readings)}
    return tuple(newest[day] for day in sorted(newest))
