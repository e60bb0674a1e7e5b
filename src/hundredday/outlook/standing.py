"""Where a challenge stands on a day, in plain values that a screen, a page or a program can show.

These tuples are what `status --json` prints, field by field, and what is kept between runs;
so this file imports nothing but the standard library.
"""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

Value = bool | int | float

PHASES = ("design", "acceleration", "sustainability", "closed")
"""The phases, in the order of the method."""

HEALTHS = ("off_track", "missed", "at_risk", "stale", "no_data", "too_early", "on_track", "achieved")
"""The words for health, the most urgent first."""


class Forecast(NamedTuple):
    """What the last day will probably show: a middle value and an 80% range, in the metric's unit."""

    low: float
    middle: float
    high: float
    progress: float
    """The middle value as a fraction of the way from baseline to target."""
    reaches_target_on: date | None


class GoalStanding(NamedTuple):
    """Where one goal stands; `progress` and `expected` are fractions of the way from baseline to target."""

    id: str
    primary: bool
    metric: str | None
    kind: str | None
    unit: str | None
    baseline: Value | None
    target: Value | None
    target_at_launch: Value | None
    latest: Value | None
    latest_on: date | None
    progress: float | None
    expected: float | None
    forecast: Forecast | None
    health: str | None
    outcome: str | None
    reached_on: date | None


class Next(NamedTuple):
    """What is due next; `on` is None when it has no date."""

    what: str
    on: date | None


class Standing(NamedTuple):
    """Where one challenge stands on a day: one object of `status --json`."""

    id: str
    path: str
    title: str
    topic: str | None
    cohort: str | None
    agency: str | None
    leader: str | None
    phase: str
    start: date | None
    end: date | None
    day: int | None
    days: int | None
    days_left: int | None
    working_days_left: int | None
    health: str | None
    declared: str | None
    waivers: int
    amendments: int
    next: Next | None
    goals: tuple[GoalStanding, ...]

    @property
    def primary(self) -> GoalStanding | None:
        """The primary goal, or the only one."""
        marked = [goal for goal in self.goals if goal.primary]
        return marked[0] if marked else self.goals[0] if len(self.goals) == 1 else None


def as_plain(thing: object) -> Any:
    """A value of this file as mappings, lists and texts for JSON; dates as ISO text."""
    if isinstance(thing, date):
        return thing.isoformat()
    if isinstance(thing, Standing | GoalStanding | Forecast | Next):
        return {name: as_plain(part) for name, part in thing._asdict().items()}
    if isinstance(thing, tuple):
        return [as_plain(part) for part in thing]
    return thing


def standing_from(plain: dict[str, Any]) -> Standing:
    """A standing from what `as_plain` made of it."""
    goals = tuple(_goal_from(goal) for goal in plain["goals"])
    upcoming = plain["next"] and Next(plain["next"]["what"], _day(plain["next"]["on"]))
    dates = {name: _day(plain[name]) for name in ("start", "end")}
    return Standing(**{**plain, **dates, "goals": goals, "next": upcoming})


def _goal_from(plain: dict[str, Any]) -> GoalStanding:
    made = plain["forecast"]
    forecast = made and Forecast(**{**made, "reaches_target_on": _day(made["reaches_target_on"])})
    dates = {name: _day(plain[name]) for name in ("latest_on", "reached_on")}
    return GoalStanding(**{**plain, **dates, "forecast": forecast})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
