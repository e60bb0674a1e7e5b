"""A finished record told again: the commands of a team in the order of days."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hundredday.challenge.record import is_past
from hundredday.gates import conditions, name_of
from hundredday.replay.designing import design_beats, proposal
from hundredday.replay.handing_over import handover_beats
from hundredday.replay.line import Line, Option, options_of, repeated
from hundredday.replay.pacing import Beat, Chapter, Marks, Step, paced
from hundredday.replay.promising import promise_beats
from hundredday.replay.working import work_beats

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge import Challenge

__all__ = ["Step", "last_day_in", "steps"]


def steps(challenge: Challenge, id: str) -> tuple[Step, ...]:
    """The commands that make this record, each with the day on which it is typed, oldest first.

    Goals are set with what they held on Day 0, and amended later; a late reading is typed on the
    day on which it was entered. `Step.argv` is what follows the name of the program. Dates that
    lie ahead of the real today are steps all the same: whoever runs them decides where to end.

    Raises:
        Refused: the record holds no date at all.
    """
    marks = _marks(challenge)
    later = [
        *design_beats(challenge),
        *promise_beats(challenge),
        *work_beats(challenge),
        *handover_beats(challenge),
        *_moves(challenge, marks),
    ]
    about = [replace(beat, line=beat.line.about(id)) for beat in later]
    return paced([proposal(challenge, id), *about], marks)


def last_day_in(challenge: Challenge) -> date:
    """The day of the last command of the story; days that are only planned do not count.

    Raises:
        Refused: the record holds no date at all.
    """
    return steps(challenge, "last")[-1].on


def _marks(challenge: Challenge) -> Marks:
    design, acceleration, sustainability = challenge.design, challenge.acceleration, challenge.sustainability
    decision, note = design and design.decision, design and design.note
    told = {
        Chapter.PROPOSING: design and design.entered,
        Chapter.DECIDING: decision and decision.date,
        Chapter.NOTING: note and note.issued,
        Chapter.ENTERING: acceleration and acceleration.entered,
        Chapter.LAUNCHING: challenge.clock and challenge.clock.start,
        Chapter.CROSSING: sustainability and sustainability.entered,
        Chapter.CLOSING: challenge.closed and challenge.closed.date,
    }
    return {chapter: day for chapter, day in told.items() if day}


def _moves(challenge: Challenge, marks: Marks) -> Iterator[Beat]:
    for chapter in _crossed(challenge):
        yield _move(challenge, marks, chapter)
    closed = challenge.closed
    if closed and closed.as_ == "stopped":
        options = options_of({"because": closed.because, "by": closed.by})
        yield Beat(Chapter.CLOSING, Line("stop", options=options), closed.date, closed.date)


def _crossed(challenge: Challenge) -> Iterator[Chapter]:
    """The gates that the challenge has passed."""
    if challenge.acceleration or (is_past(challenge, "design") and not challenge.closed):
        yield Chapter.ENTERING
    if challenge.clock:
        yield Chapter.LAUNCHING
    if challenge.sustainability or challenge.phase == "sustainability":
        yield Chapter.CROSSING
    if challenge.closed and challenge.closed.as_ == "completed":
        yield Chapter.CLOSING


def _move(challenge: Challenge, marks: Marks, chapter: Chapter) -> Beat:
    waivers = _waivers(challenge, chapter)
    day = marks.get(chapter)
    if chapter is not Chapter.LAUNCHING or not challenge.clock:
        return Beat(chapter, Line("advance", options=waivers), day, day)
    written = "days" in challenge.clock.model_fields_set
    options = (*options_of({"days": challenge.clock.days if written else None}), *waivers)
    return Beat(chapter, Line("launch", options=options), day, day)


def _waivers(challenge: Challenge, chapter: Chapter) -> tuple[Option, ...]:
    """The waivers with which a gate was passed; reasons and approvers that differ are joined."""
    here = [waiver for waiver in challenge.waivers if _door(waiver.condition) is chapter]
    by = "; ".join(dict.fromkeys(waiver.by for waiver in here))
    because = "; ".join(dict.fromkeys(waiver.because for waiver in here))
    named = repeated("--waive", [waiver.condition for waiver in here])
    return (*named, *options_of({"by": by or None, "because": because or None}))


_DOORS = {
    "acceleration": Chapter.ENTERING,
    "launch": Chapter.LAUNCHING,
    "sustainability": Chapter.CROSSING,
    "closed": Chapter.CLOSING,
}


def _door(condition: str) -> Chapter | None:
    """The move at which a condition is asked for; None for a name that is no condition."""
    gates = (known.GATE for known in conditions() if name_of(known) == condition)
    return next((_DOORS[gate] for gate in gates), None)
