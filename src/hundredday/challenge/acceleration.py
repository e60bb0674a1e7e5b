"""The Acceleration phase: the team, the clock, the goals, and what happens in the hundred days."""

from __future__ import annotations

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
    coach: Person | None = None
    members: Listed[Person] = ()

    def people(self) -> Iterator[Person]:
        """Everybody on the team, the leader first."""
        yield from (person for person in (self.leader, self.coach, *self.members) if person)


class Clock(Part):
    """Day 0 and how many days the challenge runs."""

    start: Day | None = None
    days: int = Field(default=LONGEST_CLOCK, ge=1, le=LONGEST_CLOCK)

    @property
    def end(self) -> Day | None:
        """The last day of the clock."""
        return day_date(self.start, self.days) if self.start else None


class Guardrail(Part):
    """A number that must not get worse while the goal is reached."""

    metric: Text | None = None
    unit: Text | None = None
    limit: Number | None = None
    worse: Literal["above", "below"] | None = None
    readings: Listed[Reading] = ()


class Milestone(Part):
    """A step on the way, due on a day."""

    title: Text | None = None
    due: Day | None = None
    owner: Text | None = None
    done: Day | None = None
    critical: bool = False


class Blocker(Part):
    """What stops the team and somebody above it must remove."""

    what: Text | None = None
    raised: Day | None = None
    asked_of: Text | None = None
    needed_by: Day | None = None
    resolved: Day | None = None
    how: Text | None = None


class Declared(Part):
    """The colour that people gave the challenge on a day."""

    date: Day
    status: Colour
    because: Text | None = None
    by: Text | None = None


class Review(Part):
    """A review that was held, and what was decided there."""

    date: Day | None = None
    decided: Listed[Text] = ()
    by: Text | None = None


class Amendment(Part):
    """A change of a frozen field, with its reason and who approved it."""

    date: Day
    goal: Key
    field: Text
    from_: Value | Day | Text | None = Field(default=None, alias="from")
    to: Value | Day | Text | None = None
    because: Text | None = None
    by: Text | None = None


class Acceleration(Part):
    """Results in 100 days or less."""

    entered: Day | None = None
    team: Team | None = None
    clock: Clock | None = None
    goals: dict[Key, Goal] = Field(default_factory=dict)
    guardrails: dict[Key, Guardrail] = Field(default_factory=dict)
    milestones: dict[Key, Milestone] = Field(default_factory=dict)
    blockers: dict[Key, Blocker] = Field(default_factory=dict)
    declared: Listed[Declared] = ()
    reviews: dict[Key, Review] = Field(default_factory=dict)
    amendments: Listed[Amendment] = ()
