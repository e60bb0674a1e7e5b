"""The Acceleration phase: the team, the clock, the goals, and what happens in the hundred days."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from hundredday.challenge.goal import Goal
from hundredday.challenge.people import Person
from hundredday.days import LONGEST_CLOCK, day_date
from hundredday.metrics import Reading, Value
from hundredday.shape import Day, Key, Listed, Number, Part, Text

Colour = Literal["green", "amber", "red"]


class Team(Part):
    """The Acceleration Team: it sets the goals, the sponsor does not."""

    leader: Person | None = None
    """Who leads the team."""
    coach: Person | None = None
    """Who coaches it; not the leader."""
    members: Listed[Person] = ()
    """Everybody else on it, from at least two agencies together."""

    def people(self) -> Iterator[Person]:
        """Everybody on the team, the leader first."""
        yield from (person for person in (self.leader, self.coach, *self.members) if person)


class Clock(Part):
    """Day 0 and how many days the challenge runs."""

    start: Day | None = None
    """Day 0. For example: 2026-04-06"""
    days: int = Field(default=LONGEST_CLOCK, ge=1, le=LONGEST_CLOCK)
    """How many days the clock runs, 100 at most. For example: 100"""

    @property
    def end(self) -> Day | None:
        """The last day of the clock."""
        return day_date(self.start, self.days) if self.start else None


class Guardrail(Part):
    """A number that must not get worse while the goal is reached."""

    metric: Text | None = None
    """What is watched. For example: Appeals a week"""
    unit: Text | None = None
    """In what it is counted. For example: appeals"""
    limit: Number | None = None
    """The last number that is still well. For example: 12"""
    worse: Literal["above", "below"] | None = None
    """On which side of the limit it is worse."""
    readings: Listed[Reading] = ()
    """What was counted."""


class Milestone(Part):
    """A step on the way, due on a day."""

    title: Text | None = None
    """What will be there. For example: First same-day hearing"""
    due: Day | None = None
    """By when. For example: 2026-04-20"""
    owner: Text | None = None
    """Who sees to it. For example: Madina Akhmetova"""
    done: Day | None = None
    """The day on which it was reached. For example: 2026-04-17"""
    critical: bool = False
    """Overdue, it puts the whole challenge at risk."""


class Blocker(Part):
    """What stops the team and somebody above it must remove."""

    what: Text | None = None
    """What stops the team. For example: Registry has no e-signature"""
    raised: Day | None = None
    """The day on which it was raised. For example: 2026-04-22"""
    asked_of: Text | None = None
    """Who is asked to remove it. For example: Aigerim Bekova"""
    needed_by: Day | None = None
    """The day by which it must be gone. For example: 2026-05-04"""
    resolved: Day | None = None
    """The day on which it was gone. For example: 2026-05-02"""
    how: Text | None = None
    """How it was removed. For example: The ministry lent its own"""


class Declared(Part):
    """The colour that people gave the challenge on a day."""

    date: Day
    """The day of the declaration. For example: 2026-04-27"""
    status: Colour
    """The colour."""
    because: Text | None = None
    """Why this colour. For example: Ahead of plan"""
    by: Text | None = None
    """Who declares it. For example: Dana Omarova"""


class Review(Part):
    """A review that was held, and what was decided there."""

    date: Day | None = None
    """The day on which it was held. For example: 2026-05-26"""
    decided: Listed[Text] = ()
    """What was decided. For example: Add two courts"""
    by: Text | None = None
    """Who held it. For example: Yerlan Saparov"""


class Amendment(Part):
    """A change of a frozen field, with its reason and who approved it."""

    date: Day
    """The day on which the change was agreed. For example: 2026-05-27"""
    goal: Key
    """The key of the goal. For example: days-to-judgment"""
    field: Text
    """Which field, such as target or due. For example: target"""
    from_: Value | Day | Text | None = Field(default=None, alias="from")
    """What was promised before. For example: 2"""
    to: Value | Day | Text | None = None
    """What is promised from then on. For example: 1"""
    because: Text | None = None
    """The reason. For example: Pilot court reached 2 on Day 40"""
    by: Text | None = None
    """Who approved it. For example: Aigerim Bekova"""


class Acceleration(Part):
    """Results in 100 days or less."""

    entered: Day | None = None
    """The day on which the challenge entered this phase. For example: 2026-03-04"""
    team: Team | None = None
    """The Acceleration Team."""
    clock: Clock | None = None
    """Day 0 and how many days; the launch sets it and freezes the goals."""
    goals: dict[Key, Goal] = Field(default_factory=dict)
    """The goals, each under a key of its own."""
    guardrails: dict[Key, Guardrail] = Field(default_factory=dict)
    """What must not get worse meanwhile, each under a key of its own."""
    milestones: dict[Key, Milestone] = Field(default_factory=dict)
    """The steps on the way, each under a key of its own."""
    blockers: dict[Key, Blocker] = Field(default_factory=dict)
    """What stops the team, each under a key of its own."""
    declared: Listed[Declared] = ()
    """The colours that people declared; the computed health stands beside them."""
    reviews: dict[Key, Review] = Field(default_factory=dict)
    """The reviews that were held, by name, such as midpoint."""
    amendments: Listed[Amendment] = ()
    """Every change of what the launch froze."""
