"""A S.M.A.R.T. goal, letter by letter, with its readings."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from hundredday.metrics import AnyMeasure, Reading, series_of
from hundredday.shape import Day, Listed, Number, Part, Text

DayNumber = Annotated[int, Field(strict=False, ge=0, le=100)]


class Attainable(Part):
    """Who is accountable, and why it can be done."""

    owner: Text | None = None
    because: Text | None = None


class TimeBound(Part):
    """The day by which the target is reached."""

    due: Day | None = None


class NotMeasurable(Part):
    """Why a goal ends without a final reading, and who says so."""

    because: Text
    by: Text | None = None
    date: Day | None = None


class Goal(Part):
    """A result that the team has promised; one goal of a challenge is its primary goal."""

    primary: bool = False
    specific: Text | None = None
    measurable: AnyMeasure | None = None
    attainable: Attainable | None = None
    relevant: Text | None = None
    time_bound: TimeBound | None = None
    trajectory: dict[DayNumber, Number] = Field(default_factory=dict)
    readings: Listed[Reading] = ()
    not_measurable: NotMeasurable | None = None

    @property
    def series(self) -> tuple[Reading, ...]:
        """The readings that count, oldest first."""
        return series_of(self.readings)

    @property
    def due(self) -> Day | None:
        return self.time_bound.due if self.time_bound else None

    @property
    def owner(self) -> str | None:
        return self.attainable.owner if self.attainable else None
