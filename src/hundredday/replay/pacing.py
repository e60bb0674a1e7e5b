"""The days of a story: what has a date keeps it, what has none falls between its neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from typing import TYPE_CHECKING

from hundredday.errors import Refused
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hundredday.replay.line import Line


class Chapter(IntEnum):
    """The parts of the story in their order."""

    PROPOSING = 0
    JUDGING = 1
    DECIDING = 2
    NOTING = 3
    ENTERING = 4
    PREPARING = 5
    LAUNCHING = 6
    WORKING = 7
    CROSSING = 8
    SUSTAINING = 9
    CLOSING = 10


@dataclass(frozen=True, slots=True)
class Beat:
    """One command of the story, with the day on which it is typed where the record tells it."""

    chapter: Chapter
    line: Line
    on: date | None = None
    happened: date | None = None
    """The day that the command speaks of: said with `--on` when it is typed on another day."""
    earliest: date | None = None
    """The day before which nobody could type it, where it has no day of its own."""


@dataclass(frozen=True, slots=True)
class Step:
    """A command and the day on which it is typed."""

    on: date
    argv: tuple[str, ...]


Marks = dict[Chapter, date]
"""The days on which chapters open, where the record tells them."""


def paced(beats: Sequence[Beat], marks: Mapping[Chapter, date]) -> tuple[Step, ...]:
    """The beats as steps in the order of days.

    Beats of one chapter without a day are spread evenly from the mark before it to the mark after
    it; without a mark after it they stay on the last day that the chapter knows, so that nothing
    falls later than the record.

    Raises:
        Refused: the record holds no date at all.
    """
    first = _first_day(beats, marks)
    days = {
        index: day for chapter in Chapter for index, day in _days_of(chapter, beats, marks, first).items()
    }
    order = sorted(range(len(beats)), key=lambda index: (days[index], beats[index].chapter, index))
    return tuple(Step(days[index], _line_on(beats[index], days[index]).argv()) for index in order)


def _first_day(beats: Iterable[Beat], marks: Mapping[Chapter, date]) -> date:
    known = [*marks.values(), *(beat.on for beat in beats if beat.on)]
    if not known:
        raise Refused(
            _("This record holds no date, so nobody can say when anything happened."),
            _("Write the day on which it was proposed, as design.entered."),
        )
    return min(known)


def _days_of(
    chapter: Chapter, beats: Sequence[Beat], marks: Mapping[Chapter, date], first: date
) -> dict[int, date]:
    told = {index: beat.on for index, beat in enumerate(beats) if beat.chapter is chapter}
    floor = max((day for mark, day in marks.items() if mark < chapter), default=first)
    phase = max((day for mark, day in marks.items() if mark < chapter and mark in _DOORS), default=first)
    known = [day for day in told.values() if day]
    after = [day for mark, day in marks.items() if mark > chapter]
    ceiling = max(floor, min(after, default=max(known, default=floor)))
    undated = [index for index, day in told.items() if day is None]
    between = _spread(floor, ceiling, len(undated))
    # Nothing is typed before the phase that it belongs to has begun.
    dated = {index: max(day, phase) for index, day in told.items() if day}
    spread = {
        index: min(max(day, beats[index].earliest or day), ceiling)
        for index, day in zip(undated, between, strict=True)
    }
    return dated | spread


_DOORS = frozenset({Chapter.PROPOSING, Chapter.ENTERING, Chapter.CROSSING})
"""The marks at which a phase begins."""


def _spread(floor: date, ceiling: date, number: int) -> list[date]:
    room = (ceiling - floor).days
    return [floor + timedelta(days=room * (place + 1) // (number + 1)) for place in range(number)]


def _line_on(beat: Beat, day: date) -> Line:
    if beat.happened is None or beat.happened == day:
        return beat.line
    return beat.line.and_option("--on", beat.happened.isoformat())
