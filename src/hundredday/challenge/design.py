"""The Design phase: the problem, its scores, the decision, the stakeholders and the challenge note."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from hundredday.shape import Day, Key, Listed, Part, Text

Grade = Annotated[int, Field(ge=1, le=5)]
"""A judgement from 1 (low) to 5 (high)."""

Role = Literal["decides", "affected", "partners", "delivers", "advises", "funds"]
Stance = Literal["supports", "neutral", "opposes"]


class Problem(Part):
    """What is wrong today, for whom, and how one knows."""

    statement: Text | None = None
    affected: Text | None = None
    evidence: Text | None = None


class Scores(Part):
    """How a candidate was scored, criterion by criterion."""

    impact: Grade | None = None
    urgency: Grade | None = None
    feasibility: Grade | None = None
    cross_agency: Grade | None = None
    data: Grade | None = None
    backing: Grade | None = None


class Decision(Part):
    """Whether a candidate was taken up."""

    made: Literal["selected", "declined"] | None = None
    date: Day | None = None
    by: Text | None = None
    because: Text | None = None


class Stakeholder(Part):
    """Somebody the challenge needs, or who is touched by it."""

    name: Text | None = None
    agency: Text | None = None
    role: Role | None = None
    influence: Grade | None = None
    interest: Grade | None = None
    stance: Stance | None = None
    commitment: Text | None = None


class Note(Part):
    """The challenge note that leaders issue to the team: a mission, never a solution."""

    issued: Day | None = None
    mission: Text | None = None
    indicator: Text | None = None
    guardrails: Listed[Text] = ()
    questions: Listed[Text] = ()


class Design(Part):
    """Candidate challenges are proposed, scored and selected."""

    entered: Day | None = None
    problem: Problem | None = None
    scores: Scores | None = None
    decision: Decision | None = None
    stakeholders: dict[Key, Stakeholder] = Field(default_factory=dict)
    note: Note | None = None
