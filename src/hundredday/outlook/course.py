"""The course of one goal: its first and last day, and the readings that are known on a day."""

from __future__ import annotations

from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, NamedTuple

from hundredday.days import day_date, day_number

if TYPE_CHECKING:
    from hundredday.challenge import Challenge, Phase
    from hundredday.challenge.goal import Goal
    from hundredday.metrics import AnyMeasure, Reading, Value

FINAL_WITHIN = 10
"""A reading of the last 10 days before the due date can be the final one."""


class Course(NamedTuple):
    """One goal as it is known on a day.

    `readings` are those that count up to that day, oldest first, corrections settled. `settled` is
    the day by which the team had finished with the goal, once the outcome can be told: the due date,
    or the earlier day on which the challenge left Acceleration.
    """

    goal: Goal
    start: date | None
    last: date | None
    today: date
    readings: tuple[Reading, ...]
    phase: Phase
    settled: date | None

    @property
    def measure(self) -> AnyMeasure | None:
        """How the goal is measured; None where that is not said yet."""
        return self.goal.measurable

    @property
    def runs(self) -> bool:
        """Whether the clock runs: from Day 0 to the last day, in Acceleration."""
        return self.day >= 0 and self.settled is None and self.phase == "acceleration"

    @property
    def day(self) -> int:
        """Day N of the clock; -1 where no start is set."""
        return day_number(self.start, self.today) if self.start else -1

    @property
    def since_launch(self) -> tuple[Reading, ...]:
        """The readings from Day 0 on."""
        start = self.start
        return () if start is None else tuple(reading for reading in self.readings if reading.date >= start)

    @property
    def latest(self) -> Reading | None:
        """The newest reading, from before Day 0 too."""
        return self.readings[-1] if self.readings else None

    @property
    def final(self) -> Reading | None:
        """The last reading on or before the due date."""
        if self.last is None:
            return None
        return next((reading for reading in reversed(self.readings) if reading.date <= self.last), None)

    @property
    def is_done_or_not(self) -> bool:
        """Whether the goal is a thing to be done rather than a number to be reached."""
        return self.measure is not None and isinstance(self.measure.target, bool)

    @property
    def reached_on(self) -> date | None:
        """The first reading date since Day 0 that meets the target; it may lie after the due date."""
        return next((reading.date for reading in self.since_launch if self.reaches_target(reading)), None)

    def progress(self, value: Value | None) -> float | None:
        """How far a value is on the way from baseline to target; None where either is not known."""
        if value is None or self.measure is None:
            return None
        progress = self.measure.progress(value)
        # A target of almost nothing, or numbers of 300 digits, have no fraction of the way.
        return progress if progress is not None and isfinite(progress) else None

    def reaches_target(self, reading: Reading | None) -> bool:
        """Whether a reading is at the target or beyond it, whichever direction is good."""
        progress = self.progress(reading.value) if reading else None
        return progress is not None and progress >= 1


def course_of(challenge: Challenge, goal: Goal, *, today: date) -> Course:
    """The course of a goal of a challenge as it is known today.

    A closed challenge is told as its file tells it, whatever day it is.
    """
    clock = challenge.clock
    last = (goal.due or clock.end) if clock else None
    known = date.max if challenge.closed else today
    readings = tuple(reading for reading in goal.series if reading.date <= known)
    return Course(
        goal, challenge.start, last, today, readings, challenge.phase, _settled(challenge, last, today)
    )


def final_from(settled: date) -> date:
    """The first day whose reading can still be the final one."""
    return day_date(settled, -FINAL_WITHIN)


def _settled(challenge: Challenge, last: date | None, today: date) -> date | None:
    if last is None:
        return None
    if challenge.phase in ("design", "acceleration"):
        return last if today > last else None
    after = challenge.sustainability
    left = (after.entered if after else None) or (challenge.closed.date if challenge.closed else None)
    if left and challenge.start and left < challenge.start:
        return None  # stopped before Day 0: nothing was promised yet
    return min(left, last) if left else last
