"""accelerator.yaml: the programme's name, time zone, topics, cohorts and settings.

These are plain dataclasses, so that the everyday dashboard can hold them without loading the
validator; files are validated against them all the same. There are few of them, and a class with slots
takes twice as long to make.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

FILE = "accelerator.yaml"
"""What the accelerator's own file is called, in stories and messages too."""

_STRICT = {"extra": "forbid"}
"""What the validator makes of a key that is not known."""


@dataclass(frozen=True)
class Weights:
    """How much each criterion of the long list counts against the others; 0 leaves it out."""

    __pydantic_config__ = _STRICT

    impact: float = 1
    """Of how much would be different. For example: 2"""
    urgency: float = 1
    """Of how little it can wait. For example: 1"""
    feasibility: float = 1
    """Of how well it can be done in 100 days. For example: 1"""
    cross_agency: float = 1
    """Of how much it needs several agencies. For example: 1"""
    data: float = 1
    """Of how well it can be counted. For example: 1"""
    backing: float = 1
    """Of how firmly leaders stand behind it. For example: 1"""


@dataclass(frozen=True)
class Settings:
    """The numbers an accelerator may set for itself; each has the method's value as default."""

    __pydantic_config__ = _STRICT

    stakeholders: int = 3
    """How many stakeholders a challenge must have identified before Acceleration, at least. For example: 3"""
    team_size: tuple[int, int] = (8, 12)
    """The sound size of an Acceleration Team: smallest and largest number of people."""
    stale_after: int = 10
    """Days without a reading after which a forecast is marked stale. For example: 10"""
    at_risk_below: float = 1.0
    """Forecast progress below which a goal is at risk. For example: 1.0"""
    off_track_below: float = 0.85
    """Forecast progress below which a goal is off track. For example: 0.85"""
    follow_up_days: tuple[int, ...] = (30, 90, 180)
    """Days after the last day on which the result is looked at again. For example: 30"""
    sign_commits: bool = False
    """Whether every commit must be signed."""
    weights: Weights = Weights()
    """How much each criterion counts when candidates are ranked."""


@dataclass(frozen=True)
class Cohort:
    """Challenges launched together."""

    __pydantic_config__ = _STRICT

    title: str = ""
    """What it is called. For example: Spring 2026"""
    launch: date | None = None
    """The common Day 0. For example: 2026-04-06"""
    reviews: dict[str, date] = field(default_factory=dict)
    """The reviews that are held for all its challenges on one day, by name, such as midpoint."""


@dataclass(frozen=True)
class Accelerator:
    """The standing programme; an empty file, or none, gives every default."""

    __pydantic_config__ = _STRICT

    format: Literal[1] = 1
    """The version of this file format."""
    name: str = ""
    """What the accelerator is called. For example: National Accelerator"""
    host: str = ""
    """The office that runs it. For example: National Project Office"""
    country: str = ""
    """ISO 3166 code of the country whose public holidays count. For example: KZ"""
    timezone: str = "UTC"
    """IANA name of the zone whose today counts. For example: Asia/Almaty"""
    language: Literal["", "en", "kk", "ru", "ar"] = ""
    """The language of messages, pages and commits; where it is empty, the user's and English."""
    topics: dict[str, str] = field(default_factory=dict)
    """The topics that challenges belong to: a key and its title."""
    partners: tuple[str, ...] = ()
    """The accelerators that experience is exchanged with. For example: UAE Government Accelerators"""
    cohorts: dict[str, Cohort] = field(default_factory=dict)
    """Challenges launched together, each cohort under a key of its own."""
    settings: Settings = field(default_factory=Settings)
    """The numbers that this accelerator sets for itself."""

    def reviews_of(self, cohort: str | None) -> dict[str, date]:
        """The reviews that a cohort holds together, by name, with their days."""
        return self.cohorts[cohort].reviews if cohort in self.cohorts else {}
