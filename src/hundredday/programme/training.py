"""One training intake: its modules, who takes part, and the project that each participant must finish."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from hundredday.shape import Day, Format, Key, Listed, Part, Text

Need = Literal["closed_challenge", "all_modules"]
"""What an intake asks of a graduate: a challenge closed as completed; every module attended."""

Standing = Literal["enrolled", "graduated", "left"]


class Module(Part):
    """A part of the programme that participants attend."""

    title: Text | None = None
    """What is taught. For example: Intensive in Astana"""
    from_: Day | None = Field(default=None, alias="from")
    """Its first day. For example: 2026-05-15"""
    to: Day | None = None
    """Its last day. For example: 2026-05-17"""


class Participant(Part):
    """Somebody in the intake; without a status they are enrolled."""

    name: Text
    """Their name. For example: Saule Nurlanova"""
    post: Text | None = None
    """Their post. For example: Chief specialist"""
    agency: Text | None = None
    """Their agency. For example: Ministry of Justice"""
    group: Text | None = None
    """Their project group, where participants work in groups. For example: Courts"""
    attended: Listed[Key] = ()
    """The keys of the modules that they attended. For example: online"""
    project: Text | None = None
    """The id of the challenge that they must finish. For example: small-claims-in-a-day"""
    status: Standing | None = None
    """Whether they are enrolled, have graduated or have left."""
    date: Day | None = None
    """The day of graduating, or of leaving. For example: 2026-07-01"""

    @property
    def has_graduated(self) -> bool:
        return self.status == "graduated"

    @property
    def is_enrolled(self) -> bool:
        return self.status in {None, "enrolled"}


class Intake(Part):
    """Those who go through a training programme together: what its file says."""

    format: Format
    """The version of this format; 1 is the only one there is."""
    title: Text
    """What the programme is called. For example: Executive Leadership Program"""
    topic: Key | None = None
    """The topic of the accelerator that the training serves. For example: capacity-building"""
    provider: Text | None = None
    """The school that teaches. For example: Mohammed bin Rashid School of Government"""
    host: Text | None = None
    """The institution that receives it. For example: Academy of Public Administration"""
    graduates_need: Listed[Need] = ()
    """What a participant must have to graduate; nothing where it does not stand. For example: closed_challenge"""
    modules: dict[Key, Module] = Field(default_factory=dict)
    """What is taught, by key."""
    participants: Listed[Participant] = ()
    """Who takes part, one a line."""
