"""The table of events: what happened, when, and who wrote it down, as `log` tells it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hundredday.days import zone_of
from hundredday.exports.tables.columns import Column, Table, table

if TYPE_CHECKING:
    from hundredday.exports.state import State
    from hundredday.history.timeline import Entry


def events(state: State) -> Table:
    """One row for each event of a challenge, the oldest first; moments are those of the accelerator's time zone."""
    zone = zone_of(state.accelerator.timezone)
    columns: tuple[Column[Entry], ...] = (
        Column("when", "moment", lambda entry: entry.when.astimezone(zone)),
        Column("who", "text", lambda entry: entry.who),
        Column("challenge", "text", lambda entry: entry.challenge),
        Column("on_day", "number", lambda entry: entry.on_day),
        Column("event", "text", lambda entry: entry.event.name),
        Column("text", "text", lambda entry: entry.event.text),
        Column("detail", "text", lambda entry: json.dumps(dict(entry.event.detail), ensure_ascii=False)),
        Column("commit", "text", lambda entry: entry.commit),
    )
    return table("events", columns, tuple(entry for entry in state.entries if not entry.kind))
