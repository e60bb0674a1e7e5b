"""The Design phase: the problem, its scores, the decision, the stakeholders and the challenge note."""

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
    """What is wrong today, in one sentence. For example: A claim under 500,000 tenge waits six weeks for its first hearing."""
    affected: Text | None = None
    """Who suffers from it, and how many they are. For example: About 40,000 claimants a year, most of them small traders"""
    evidence: Text | None = None
    """Where the figures come from, and of which year. For example: Court registry, 2025"""


class Scores(Part):
    """How a candidate was scored, criterion by criterion."""

    impact: Grade | None = None
    """How much would be different. For example: 5"""
    urgency: Grade | None = None
    """How little it can wait. For example: 4"""
    feasibility: Grade | None = None
    """How well it can be done in 100 days. For example: 4"""
    cross_agency: Grade | None = None
    """How much it needs several agencies. For example: 3"""
    data: Grade | None = None
    """How well it can be counted. For example: 5"""
    backing: Grade | None = None
    """How firmly leaders stand behind it. For example: 5"""


class Decision(Part):
    """Whether a candidate was taken up."""

    made: Literal["selected", "declined"] | None = None
    """What was decided."""
    date: Day | None = None
    """The day of the decision. For example: 2026-03-02"""
    by: Text | None = None
    """Who decided. For example: Accelerator board"""
    because: Text | None = None
    """Why. For example: Highest score of 14 candidates"""


class Stakeholder(Part):
    """Somebody the challenge needs, or who is touched by it."""

    name: Text | None = None
    """Who it is. For example: Supreme Court registry"""
    agency: Text | None = None
    """The agency they belong to. For example: Supreme Court"""
    role: Role | None = None
    """What they are to the challenge; one must decide and one must be affected."""
    influence: Grade | None = None
    """How much they can move, 1 to 5. For example: 5"""
    interest: Grade | None = None
    """How much it matters to them, 1 to 5. For example: 4"""
    stance: Stance | None = None
    """How they see it now."""
    commitment: Text | None = None
    """What they have promised. For example: One registrar full time"""


def is_vacant(key: str, stakeholder: Stakeholder) -> bool:
    """Whether only a role stands there, such as one that came from another challenge, and nobody who has it."""
    role = stakeholder.role
    nobody = stakeholder.name is None and stakeholder.agency is None
    return nobody and role is not None and (key == role or key.startswith(f"{role}-"))


class Note(Part):
    """The challenge note that leaders issue to the team: a mission, never a solution."""

    issued: Day | None = None
    """The day on which leaders issued it. For example: 2026-03-03"""
    mission: Text | None = None
    """What the team is asked to change, never how. For example: Let a small trader get a judgment in a day"""
    indicator: Text | None = None
    """By what the change will be seen. For example: Time from filing to judgment"""
    guardrails: Listed[Text] = ()
    """What must not get worse meanwhile. For example: Appeals must not rise"""
    questions: Listed[Text] = ()
    """What is left to the team. For example: Which claims can be judged on papers alone?"""


class Design(Part):
    """Candidate challenges are proposed, scored and selected."""

    entered: Day | None = None
    """The day on which the challenge was proposed. For example: 2026-02-02"""
    problem: Problem | None = None
    """What is wrong today, for whom, and how one knows."""
    scores: Scores | None = None
    """How the candidate was scored."""
    decision: Decision | None = None
    """Whether the candidate was taken up."""
    stakeholders: dict[Key, Stakeholder] = Field(default_factory=dict)
    """Whom the challenge needs or touches, each under a key of its own; at least three."""
    note: Note | None = None
    """The challenge note that leaders issue to the team."""
