"""The four tidy tables: one file for each, and this list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.exports.tables.challenges import challenges
from hundredday.exports.tables.columns import Kind, Plain, Table
from hundredday.exports.tables.events import events
from hundredday.exports.tables.goals import goals
from hundredday.exports.tables.readings import readings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hundredday.exports.state import State

TABLES: Mapping[str, Callable[[State], Table]] = {
    "challenges": challenges,
    "goals": goals,
    "readings": readings,
    "events": events,
}
"""Every table, in the order in which a workbook shows them."""

__all__ = ["TABLES", "Kind", "Plain", "Table"]
