"""A S.M.A.R.T. goal, letter by letter, with its readings."""

from typing import Annotated

from pydantic import Field

from hundredday.metrics import AnyMeasure, Reading, series_of
from hundredday.shape import Day, Listed, Number, Part, Text

DayNumber = Annotated[int, Field(strict=False, ge=0, le=100)]


class Attainable(Part):
    """Who is accountable, and why it can be done."""

    owner: Text | None = None
    """Who on the team is accountable for it. For example: Dana Omarova"""
    because: Text | None = None
    """Why it can be done. For example: Two pilot judges already rule on the day"""


class TimeBound(Part):
    """The day by which the target is reached."""

    due: Day | None = None
    """The day by which the target is reached, on or before the last day of the clock. For example: 2026-07-15"""


class NotMeasurable(Part):
    """Why a goal ends without a final reading, and who says so."""

    because: Text
    """Why there is no final reading. For example: The registry was replaced in June"""
    by: Text | None = None
    """Who says so. For example: Accelerator board"""
    date: Day | None = None
    """The day on which it was said. For example: 2026-07-16"""


class Goal(Part):
    """A result that the team has promised; one goal of a challenge is its primary goal."""

    primary: bool = False
    """The goal that decides whether the challenge is met; the only goal is primary without saying so."""
    specific: Text | None = None
    """S: one result that an outsider can see. For example: A small claim filed in a pilot court is judged the same day"""
    measurable: AnyMeasure | None = None
    """M: what is counted, from which baseline to which target, by which rule."""
    attainable: Attainable | None = None
    """A: who is accountable, and why it can be done."""
    relevant: Text | None = None
    """R: how it serves the challenge's priority. For example: Moves the contract-enforcement indicator of the plan"""
    time_bound: TimeBound | None = None
    """T: by when."""
    trajectory: dict[DayNumber, Number] = Field(
        default_factory=dict, json_schema_extra={"propertyNames": {"pattern": "^([1-9]?[0-9]|100)$"}}
    )
    """The expected path: the value on days of the clock, straight between them; straight to the target when empty."""
    readings: Listed[Reading] = ()
    """What was counted, one line for each day; the newest entry for a day counts."""
    not_measurable: NotMeasurable | None = None
    """Why the goal ends without a final reading, and who says so."""

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
