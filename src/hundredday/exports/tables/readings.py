"""The table of readings: every entry of every goal and guardrail, in the order of the files."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hundredday.days import day_number
from hundredday.exports.tables.columns import Column, Table, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from hundredday.exports.state import Exported, State
    from hundredday.metrics import Reading


def readings(state: State) -> Table:
    """One row for each entry; `counts` is no where a later entry for the same day corrects it."""
    rows = (line for one in state.challenges for line in _of_challenge(one))
    return table("readings", _COLUMNS, tuple(rows))


class _Line(NamedTuple):
    """A reading, and what it is a reading of."""

    challenge: str
    key: str
    of: str
    unit: str | None
    start: date | None
    reading: Reading
    counts: bool

    @property
    def day(self) -> int | None:
        return None if self.start is None else day_number(self.start, self.reading.date)


def _of_challenge(one: Exported) -> Iterator[_Line]:
    for key, goal in one.challenge.goals.items():
        unit = goal.measurable.unit if goal.measurable else None
        yield from _lines(one, key, "goal", unit, goal.readings)
    section = one.challenge.acceleration
    for key, guardrail in section.guardrails.items() if section else ():
        yield from _lines(one, key, "guardrail", guardrail.unit, guardrail.readings)


def _lines(
    one: Exported, key: str, of: str, unit: str | None, readings: Iterable[Reading]
) -> Iterator[_Line]:
    entries = tuple(readings)
    last = {reading.date: index for index, reading in enumerate(entries)}
    for index, reading in enumerate(entries):
        yield _Line(one.id, key, of, unit, one.standing.start, reading, last[reading.date] == index)


_COLUMNS: tuple[Column[_Line], ...] = (
    Column("challenge", "text", lambda line: line.challenge),
    Column("goal", "text", lambda line: line.key),
    Column("measure", "text", lambda line: line.of),
    Column("day", "number", lambda line: line.day),
    Column("date", "date", lambda line: line.reading.date),
    Column("value", "number", lambda line: line.reading.value),
    Column("unit", "text", lambda line: line.unit),
    Column("count", "number", lambda line: line.reading.count),
    Column("of", "number", lambda line: line.reading.of),
    Column("status", "text", lambda line: line.reading.status),
    Column("note", "text", lambda line: line.reading.note),
    Column("source", "text", lambda line: line.reading.source),
    Column("by", "text", lambda line: line.reading.by),
    Column("evidence", "text", lambda line: line.reading.evidence),
    Column("entered", "date", lambda line: line.reading.entered),
    Column("counts", "yes_no", lambda line: line.counts),
)
