"""The table of goals: what was promised, how it is measured, and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hundredday.exports.tables.columns import Column, Table, table
from hundredday.metrics import Measure

if TYPE_CHECKING:
    from hundredday.challenge.goal import Goal
    from hundredday.exports.state import State
    from hundredday.metrics import AnyMeasure
    from hundredday.outlook.standing import GoalStanding


def goals(state: State) -> Table:
    """One row for each goal; shares are fractions of the way from baseline to target."""
    rows = tuple(
        _Promise(one.id, one.challenge.goals[stands.id], stands)
        for one in state.challenges
        for stands in one.standing.goals
    )
    return table("goals", _COLUMNS, rows)


class _Promise(NamedTuple):
    """A goal beside where it stands."""

    challenge: str
    goal: Goal
    stands: GoalStanding

    @property
    def measure(self) -> AnyMeasure:
        return self.goal.measurable or Measure()


_COLUMNS: tuple[Column[_Promise], ...] = (
    Column("challenge", "text", lambda one: one.challenge),
    Column("goal", "text", lambda one: one.stands.id),
    Column("primary", "yes_no", lambda one: one.stands.primary),
    Column("specific", "text", lambda one: one.goal.specific),
    Column("metric", "text", lambda one: one.measure.metric),
    Column("kind", "text", lambda one: one.measure.kind),
    Column("unit", "text", lambda one: one.measure.unit),
    Column("baseline", "number", lambda one: one.stands.baseline),
    Column("baseline_date", "date", lambda one: one.measure.baseline_date),
    Column("target", "number", lambda one: one.stands.target),
    Column("target_at_launch", "number", lambda one: one.stands.target_at_launch),
    Column("due", "date", lambda one: one.goal.due),
    Column("owner", "text", lambda one: one.goal.owner),
    Column("latest", "number", lambda one: one.stands.latest),
    Column("latest_on", "date", lambda one: one.stands.latest_on),
    Column("progress", "share", lambda one: one.stands.progress),
    Column("expected", "share", lambda one: one.stands.expected),
    Column("forecast_low", "number", lambda one: one.stands.forecast and one.stands.forecast.low),
    Column("forecast_middle", "number", lambda one: one.stands.forecast and one.stands.forecast.middle),
    Column("forecast_high", "number", lambda one: one.stands.forecast and one.stands.forecast.high),
    Column("forecast_progress", "share", lambda one: one.stands.forecast and one.stands.forecast.progress),
    Column(
        "reaches_target_on",
        "date",
        lambda one: one.stands.forecast and one.stands.forecast.reaches_target_on,
    ),
    Column("health", "text", lambda one: one.stands.health),
    Column("outcome", "text", lambda one: one.stands.outcome),
    Column("reached_on", "date", lambda one: one.stands.reached_on),
    Column("counted", "text", lambda one: one.measure.counted),
    Column("source", "text", lambda one: one.measure.source),
)
