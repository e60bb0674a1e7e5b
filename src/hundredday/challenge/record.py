"""The record of one challenge, from candidate to closed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args

from pydantic import Field

from hundredday.challenge.acceleration import Acceleration, Amendment, Clock, Team
from hundredday.challenge.design import Design
from hundredday.challenge.goal import Goal
from hundredday.challenge.people import Person
from hundredday.challenge.sustainability import Sustainability
from hundredday.shape import Day, Key, Listed, Part, Text

Phase = Literal["design", "acceleration", "sustainability", "closed"]
PHASES: tuple[Phase, ...] = get_args(Phase)


class Lesson(Part):
    """What was learnt."""

    text: Text
    kind: Literal["worked", "failed", "surprised"] | None = None
    tags: Listed[Text] = ()
    by: Text | None = None
    date: Day | None = None


class Waiver(Part):
    """A gate condition that was passed without being met, by name."""

    condition: Text
    by: Text
    because: Text
    date: Day | None = None


class Closed(Part):
    """How the challenge ended."""

    date: Day
    as_: Literal["completed", "stopped", "declined"] = Field(alias="as")
    because: Text | None = None
    by: Text | None = None


class Origin(Part):
    """Where a challenge that was started from another one came from."""

    challenge: Text | None = None
    accelerator: Text | None = None
    source: Text | None = None


class Challenge(Part):
    """One 100-day challenge: what its file says."""

    format: Literal[1]
    title: Text
    topic: Key | None = None
    cohort: Key | None = None
    agency: Text | None = None
    priority: Text | None = None
    sponsor: Person | None = None
    origin: Origin | None = None
    phase: Phase
    design: Design | None = None
    acceleration: Acceleration | None = None
    sustainability: Sustainability | None = None
    lessons: Listed[Lesson] = ()
    waivers: Listed[Waiver] = ()
    closed: Closed | None = None

    @property
    def clock(self) -> Clock | None:
        """The clock once a start date is set."""
        clock = self.acceleration.clock if self.acceleration else None
        return clock if clock and clock.start else None

    @property
    def goals(self) -> dict[str, Goal]:
        return self.acceleration.goals if self.acceleration else {}

    @property
    def team(self) -> Team | None:
        return self.acceleration.team if self.acceleration else None

    @property
    def amendments(self) -> tuple[Amendment, ...]:
        return self.acceleration.amendments if self.acceleration else ()

    @property
    def primary(self) -> tuple[str, Goal] | None:
        """The primary goal with its key; a single goal is primary without saying so."""
        marked = [(key, goal) for key, goal in self.goals.items() if goal.primary]
        return marked[0] if marked else next(iter(self.goals.items())) if len(self.goals) == 1 else None

    def waived(self) -> Iterator[str]:
        """The names of the gate conditions that were waived."""
        yield from (waiver.condition for waiver in self.waivers)


def is_past(challenge: Challenge, phase: Phase) -> bool:
    """Whether the challenge has gone beyond a phase."""
    return PHASES.index(challenge.phase) > PHASES.index(phase)
