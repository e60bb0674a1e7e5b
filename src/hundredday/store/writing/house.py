"""How the house writes what is new: in which order, and what stands on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hundredday.findings import Where
    from hundredday.store.yaml.scalars import Data

ORDER = (
    "format",
    "title",
    "topic",
    "cohort",
    "agency",
    "priority",
    "sponsor",
    "phase",
    "design",
    "acceleration",
    "sustainability",
    "lessons",
    "waivers",
    "reopened",
    "closed",
)
"""The sections of a challenge as its story happens."""

REGISTER_ORDER = (
    *("format", "title", "partner", "country", "topic", "provider", "host", "graduates_need"),
    *("modules", "participants", "visits", "practices"),
)
"""The keys of a training intake, and of a partner's file."""

ONE_LINE = frozenset(
    [
        "attainable",
        "clock",
        "closed",
        "coach",
        "decision",
        "follow_up",
        "leader",
        "not_measurable",
        "owner",
        "scale",
        "scores",
        "sponsor",
        "time_bound",
        "trajectory",
        "usual",
    ]
)
"""Mappings by their names that stand on one line."""

ONE_LINE_EACH = frozenset(
    ["blockers", "cohorts", "guardrails", "milestones", "modules", "practices", "reviews", "stakeholders"]
)
"""Mappings of which each entry stands on one line."""


def stands_in_block(where: Where, value: Data) -> bool:
    """Whether a value at this place takes lines of its own, or the rest of its key's line."""
    if not value or any(isinstance(part, int) for part in where):
        return False
    if isinstance(value, list):
        return any(isinstance(item, dict | list) for item in value)
    if not isinstance(value, dict):
        return False
    return ONE_LINE.isdisjoint(where[-1:]) and ONE_LINE_EACH.isdisjoint(where[-2:-1])
