"""The Sustainability phase: owner, practices, pledges, scale decision and follow-up."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from hundredday.challenge.people import Post
from hundredday.shape import Day, Key, Listed, Part, Text

ScalePath = Literal["reset", "build", "scale", "embed", "none"]


class Practice(Part):
    """What becomes permanent, and which post keeps it running with which resources."""

    practice: Text | None = None
    owner_post: Text | None = None
    resources: Text | None = None
    status: Literal["planned", "running", "stopped"] | None = None


class Pledge(Part):
    """A leader's signed promise."""

    by: Text | None = None
    post: Text | None = None
    agency: Text | None = None
    signed: Day | None = None
    text: Text | None = None


class Scale(Part):
    """Whether the result is reset, built on, scaled, embedded, or none of these."""

    path: ScalePath | None = None
    where: Listed[Text] = ()
    by: Text | None = None
    date: Day | None = None
    because: Text | None = None


class FollowUp(Part):
    """Which goal is watched after the end, and on which days."""

    watch: Key | None = None
    dates: Listed[Day] = ()


class Sustainability(Part):
    """Results are handed to a permanent owner."""

    entered: Day | None = None
    owner: Post | None = None
    practices: dict[Key, Practice] = Field(default_factory=dict)
    pledges: Listed[Pledge] = ()
    scale: Scale | None = None
    follow_up: FollowUp | None = None
