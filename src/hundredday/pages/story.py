"""The story of a challenge, day by day, the newest first."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, tzinfo

    from hundredday.history.timeline import Entry

SHOWN_DAYS = 30
"""Days of the story that are told at once; the earlier ones can be opened."""


class Told(NamedTuple):
    """One thing of the story."""

    text: str
    who: str
    commit: str


class DayOfStory(NamedTuple):
    """What was written down on one day; `day` is Day N of the clock."""

    on: date
    day: int | None
    events: Sequence[Told]


class Chapter(NamedTuple):
    """Days of the story, the newest first; `many` is how many things happened in them."""

    days: Sequence[DayOfStory]
    is_older: bool
    many: int


def chapters(story: Sequence[Entry], zone: tzinfo) -> list[Chapter]:
    """The last days, and the earlier ones apart."""
    days = list(_days(story, zone))[::-1]
    parts = [(days[:SHOWN_DAYS], False), (days[SHOWN_DAYS:], True)]
    return [Chapter(part, older, sum(len(day.events) for day in part)) for part, older in parts if part]


def _days(story: Sequence[Entry], zone: tzinfo) -> Iterator[DayOfStory]:
    dated = sorted(((entry.when.astimezone(zone).date(), entry) for entry in story), key=lambda pair: pair[0])
    for on, found in groupby(dated, key=lambda pair: pair[0]):
        entries = [entry for _, entry in found]
        told = [Told(entry.event.text, entry.who, entry.commit[:8]) for entry in entries]
        yield DayOfStory(on, entries[-1].on_day, told)
