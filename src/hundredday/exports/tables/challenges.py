"""The table of challenges: what each is, who answers for it, and where it stands today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.acceleration import Team
from hundredday.challenge.design import Decision, Design, Problem, Scores
from hundredday.challenge.people import Person
from hundredday.exports.tables.columns import Column, Table, table

if TYPE_CHECKING:
    from datetime import date

    from hundredday.exports.state import Exported, State


def challenges(state: State) -> Table:
    """One row for each challenge; its names of columns are those that `import` knows."""
    return table("challenges", _COLUMNS, state.challenges)


def _design(one: Exported) -> Design:
    return one.challenge.design or Design()


def _problem(one: Exported) -> Problem:
    return _design(one).problem or Problem()


def _decision(one: Exported) -> Decision:
    return _design(one).decision or Decision()


def _sponsor(one: Exported) -> Person:
    return one.challenge.sponsor or Person()


def _coach(one: Exported) -> str | None:
    coach = (one.challenge.team or Team()).coach
    return coach.name if coach else None


def _closed_as(one: Exported) -> str | None:
    return one.challenge.closed.as_ if one.challenge.closed else None


def _closed_on(one: Exported) -> date | None:
    return one.challenge.closed.date if one.challenge.closed else None


def _grade(criterion: str) -> Column[Exported]:
    def grade(one: Exported) -> int | None:
        found: int | None = getattr(_design(one).scores or Scores(), criterion)
        return found

    return Column(criterion, "number", grade)


_COLUMNS: tuple[Column[Exported], ...] = (
    Column("id", "text", lambda one: one.id),
    Column("title", "text", lambda one: one.challenge.title),
    Column("phase", "text", lambda one: one.challenge.phase),
    Column("health", "text", lambda one: one.standing.health),
    Column("declared", "text", lambda one: one.standing.declared),
    Column("topic", "text", lambda one: one.challenge.topic),
    Column("cohort", "text", lambda one: one.challenge.cohort),
    Column("agency", "text", lambda one: one.challenge.agency),
    Column("priority", "text", lambda one: one.challenge.priority),
    Column("sponsor", "text", lambda one: _sponsor(one).name),
    Column("sponsor_post", "text", lambda one: _sponsor(one).post),
    Column("sponsor_agency", "text", lambda one: _sponsor(one).agency),
    Column("leader", "text", lambda one: one.standing.leader),
    Column("coach", "text", _coach),
    Column("start", "date", lambda one: one.standing.start),
    Column("end", "date", lambda one: one.standing.end),
    Column("day", "number", lambda one: one.standing.day),
    Column("days", "number", lambda one: one.standing.days),
    Column("days_left", "number", lambda one: one.standing.days_left),
    Column("working_days_left", "number", lambda one: one.standing.working_days_left),
    Column("next", "text", lambda one: one.standing.next and one.standing.next.what),
    Column("next_on", "date", lambda one: one.standing.next and one.standing.next.on),
    Column("waivers", "number", lambda one: one.standing.waivers),
    Column("amendments", "number", lambda one: one.standing.amendments),
    Column("proposed", "date", lambda one: _design(one).entered),
    Column("problem", "text", lambda one: _problem(one).statement),
    Column("affected", "text", lambda one: _problem(one).affected),
    Column("evidence", "text", lambda one: _problem(one).evidence),
    *(_grade(criterion) for criterion in Scores.model_fields),
    Column("decision", "text", lambda one: _decision(one).made),
    Column("decided_on", "date", lambda one: _decision(one).date),
    Column("closed_as", "text", _closed_as),
    Column("closed_on", "date", _closed_on),
    Column("path", "text", lambda one: one.standing.path),
)
