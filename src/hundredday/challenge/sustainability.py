"""The Sustainability phase: owner, practices, pledges, scale decision and follow-up."""

from typing import Literal

from pydantic import Field

from hundredday.challenge.people import Post
from hundredday.shape import Day, Key, Listed, Part, Text

ScalePath = Literal["reset", "build", "scale", "embed", "none"]


class Practice(Part):
    """What becomes permanent, and which post keeps it running with which resources."""

    practice: Text | None = None
    """What is done from now on. For example: Same-day list in every court"""
    owner_post: Text | None = None
    """The post that keeps it running. For example: Court chair"""
    resources: Text | None = None
    """What it takes. For example: No new posts"""
    status: Literal["planned", "running", "stopped"] | None = None
    """How far it is."""


class Pledge(Part):
    """A leader's signed promise."""

    by: Text | None = None
    """Who signs. For example: Aigerim Bekova"""
    post: Text | None = None
    """Their post. For example: Vice-Minister"""
    agency: Text | None = None
    """Their agency; one pledge is the lead agency's. For example: Ministry of Justice"""
    signed: Day | None = None
    """The day of the signature. For example: 2026-07-22"""
    text: Text | None = None
    """What is promised. For example: Funded in the 2027 budget"""


class Scale(Part):
    """Whether the result is reset, built on, scaled, embedded, or none of these."""

    path: ScalePath | None = None
    """What becomes of the result."""
    where: Listed[Text] = ()
    """Where to. For example: Astana"""
    by: Text | None = None
    """Who decided. For example: Accelerator board"""
    date: Day | None = None
    """The day of the decision. For example: 2026-07-30"""
    because: Text | None = None
    """Why. For example: Held in three courts of three"""


class FollowUp(Part):
    """Which goal is watched after the end, and on which days."""

    watch: Key | None = None
    """The key of the goal that is watched; the primary one is meant where it does not stand. For example: days-to-judgment"""
    dates: Listed[Day] = ()
    """The days on which somebody looks again. For example: 2026-08-14"""


class Sustainability(Part):
    """Results are handed to a permanent owner."""

    entered: Day | None = None
    """The day on which the challenge entered this phase. For example: 2026-07-16"""
    owner: Post | None = None
    """The handover owner, by post and agency, not on the team."""
    practices: dict[Key, Practice] = Field(default_factory=dict)
    """What becomes permanent, each under a key of its own."""
    pledges: Listed[Pledge] = ()
    """The signed promises of leaders."""
    scale: Scale | None = None
    """The scale decision."""
    follow_up: FollowUp | None = None
    """When the result is looked at again."""
