"""The record of one challenge, from candidate to closed."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, get_args

from pydantic import Field

from hundredday.challenge.acceleration import Acceleration, Amendment, Clock, Team
from hundredday.challenge.design import Design
from hundredday.challenge.goal import Goal
from hundredday.challenge.people import Person
from hundredday.challenge.sustainability import Sustainability
from hundredday.metrics import Kind
from hundredday.shape import Day, Format, Key, Listed, Part, Text

Phase = Literal["design", "acceleration", "sustainability", "closed"]
PHASES: tuple[Phase, ...] = get_args(Phase)


class Lesson(Part):
    """What was learnt."""

    text: Text
    """What was learnt, in one sentence. For example: Judges adopt what a judge shows them"""
    kind: Literal["worked", "failed", "surprised"] | None = None
    """Whether it worked, failed or surprised."""
    tags: Listed[Text] = ()
    """Words to find it by. For example: courts"""
    by: Text | None = None
    """Who says so. For example: Dana Omarova"""
    date: Day | None = None
    """The day on which it was kept. For example: 2026-07-16"""


class Waiver(Part):
    """A gate condition that was passed without being met, by name."""

    condition: Text
    """The name of the condition. For example: midpoint-was-held"""
    by: Text
    """Who waived it. For example: Accelerator board"""
    because: Text
    """Why. For example: Courts were closed in May"""
    date: Day | None = None
    """The day of the waiver. For example: 2026-07-16"""


class Closed(Part):
    """How the challenge ended."""

    date: Day
    """The day of the end. For example: 2026-08-20"""
    as_: Literal["completed", "stopped", "declined"] = Field(alias="as")
    """How it ended."""
    because: Text | None = None
    """Why, when it was stopped or declined. For example: The registry moves to another ministry"""
    by: Text | None = None
    """Who ended it. For example: Accelerator board"""


class EndedEarly(Part):
    """An early end that was taken back: what the section closed said."""

    date: Day
    """The day of that end. For example: 2026-05-04"""
    as_: Literal["stopped", "declined"] = Field(alias="as")
    """How it had ended."""
    because: Text | None = None
    """Why it had ended. For example: The registry moves to another ministry"""
    by: Text | None = None
    """Who had ended it. For example: Accelerator board"""


class Reopening(Part):
    """A challenge that had been stopped or declined, and goes on."""

    date: Day
    """The day on which it was reopened. For example: 2026-05-05"""
    because: Text
    """Why it goes on. For example: The registry stays with the ministry after all"""
    by: Text | None = None
    """Who reopened it. For example: Accelerator board"""
    ended: EndedEarly
    """The end that was taken back."""


class Shape(Part):
    """How a goal is counted, without any number."""

    metric: Text | None = None
    """What is counted. For example: Median days from filing to judgment"""
    kind: Kind | None = None
    """The kind of the metric."""
    unit: Text | None = None
    """In what it is counted. For example: days"""
    counted: Text | None = None
    """The counting rule. For example: All claims filed in the pilot courts, median of the week"""
    change: bool = False
    """Whether a percent is a growth over the baseline, which may pass 100."""


class Origin(Part):
    """Where a challenge that was started from another one came from, and what it brought along."""

    challenge: Text | None = None
    """The id of the challenge that this one was started from. For example: small-claims-in-a-day"""
    accelerator: Text | None = None
    """The accelerator it belongs to. For example: National Accelerator"""
    source: Text | None = None
    """Where it was found. For example: https://example.org/small-claims"""
    shared: Day | None = None
    """The day on which that accelerator shared it; stands only in a shared file. For example: 2026-11-25"""
    goals: dict[Key, Shape] = Field(default_factory=dict)
    """How its goals were counted: `goal` fills a new goal of the same key with it."""
    lessons: Listed[Lesson] = ()
    """What was learnt there."""


class Challenge(Part):
    """One 100-day challenge: what its file says."""

    format: Format
    """The version of this file format."""
    title: Text
    """What will be different, in a few words. For example: Small claims settled in one day"""
    topic: Key | None = None
    """The key of a topic of accelerator.yaml. For example: public-services"""
    cohort: Key | None = None
    """The key of a cohort of accelerator.yaml: challenges launched together. For example: 2026-spring"""
    agency: Text | None = None
    """The agency that answers for the result. For example: Ministry of Justice"""
    priority: Text | None = None
    """The national objective that it serves. For example: National Development Plan to 2029, time to enforce a contract"""
    sponsor: Person | None = None
    """Who can decide and stands behind it."""
    origin: Origin | None = None
    """Where a challenge that was started from another one came from."""
    phase: Phase
    """Where it stands; only a gate moves it on."""
    design: Design | None = None
    """The problem, the scores, the decision, the stakeholders and the challenge note."""
    acceleration: Acceleration | None = None
    """The team, the clock, the goals, and what happens in the hundred days."""
    sustainability: Sustainability | None = None
    """The owner, the practices, the pledges, the scale decision and the follow-up."""
    lessons: Listed[Lesson] = ()
    """What was learnt."""
    waivers: Listed[Waiver] = ()
    """The gate conditions that were passed without being met, by name."""
    reopened: Listed[Reopening] = ()
    """The early ends that were taken back, with the reason."""
    closed: Closed | None = None
    """How the challenge ended."""

    @property
    def ended_early(self) -> bool:
        """Whether it is closed because it was stopped or declined."""
        return self.phase == "closed" and self.closed is not None and self.closed.as_ != "completed"

    @property
    def phase_left(self) -> Phase:
        """The phase in which it was closed, by the last section that has begun."""
        if self.sustainability is not None:
            return "sustainability"
        return "design" if self.acceleration is None else "acceleration"

    @property
    def clock(self) -> Clock | None:
        """The clock once a start date is set."""
        clock = self.acceleration.clock if self.acceleration else None
        return clock if clock and clock.start else None

    @property
    def start(self) -> date | None:
        """Day 0, once it is set."""
        return self.clock.start if self.clock else None

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
