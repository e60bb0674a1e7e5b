"""The days of a challenge that belong in a calendar: Day 0, milestones, midpoint, last day, follow-ups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hundredday.days import day_date
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge.acceleration import Acceleration, Clock
    from hundredday.exports.state import Exported


@dataclass(frozen=True, slots=True)
class Occasion:
    """One day of one challenge; `key` names it for as long as the file has it, whatever day it moves to."""

    key: str
    on: date
    what: str
    who: str | None = None
    is_done: bool = False


def occasions(one: Exported) -> Iterator[Occasion]:
    """Everything of a challenge that has a day of its own; nothing before a start is set."""
    section, clock = one.challenge.acceleration, one.challenge.clock
    if section is None or clock is None or clock.start is None or clock.end is None:
        return
    yield Occasion("day-0", clock.start, _("Day 0: launch"), one.standing.leader)
    yield from _milestones(section, one.standing.leader)
    yield _midpoint(section, clock, clock.start, one.standing.leader)
    yield Occasion(
        "last-day", clock.end, _("Day {days}: last day").format(days=clock.days), one.standing.leader
    )
    for number, look in enumerate(one.follow_ups, 1):
        seen = look.state in ("held", "slipped")
        yield Occasion(f"follow-up-{number}", look.on, _("Follow-up: does the result hold?"), None, seen)


def _milestones(section: Acceleration, leader: str | None) -> Iterator[Occasion]:
    for key, milestone in section.milestones.items():
        if milestone.due:
            yield Occasion(
                f"milestone-{key}",
                milestone.due,
                milestone.title or key,
                milestone.owner or leader,
                milestone.done is not None,
            )


def _midpoint(section: Acceleration, clock: Clock, start: date, leader: str | None) -> Occasion:
    held = section.reviews.get("midpoint")
    on = held.date if held and held.date else day_date(start, clock.days // 2)
    return Occasion("midpoint", on, _("Midpoint review"), leader, held is not None and held.date is not None)
