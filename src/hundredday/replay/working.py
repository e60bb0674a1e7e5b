"""What happened from Day 0 on: readings, blockers, colours, reviews, amendments, lessons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.replay.line import Line, options_of, repeated, typed_value
from hundredday.replay.pacing import Beat, Chapter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.challenge.acceleration import Acceleration
    from hundredday.challenge.goal import Goal
    from hundredday.metrics import Reading


def work_beats(challenge: Challenge) -> Iterator[Beat]:
    """The commands from launch to the end, follow-up readings and lessons among them."""
    ends = challenge.sustainability.entered if challenge.sustainability else None
    if part := challenge.acceleration:
        for day, happened, line in _happenings(part):
            yield Beat(_chapter(day, ends), line, day, happened)
    yield from _lessons(challenge, ends)


Happening = tuple["date | None", "date | None", Line]
"""The day on which a command is typed, the day that it speaks of, and the command."""


def _happenings(part: Acceleration) -> Iterator[Happening]:
    for key, goal in part.goals.items():
        yield from (_reading(key, reading) for reading in goal.readings)
        yield from _not_measurable(key, goal)
    for key, guardrail in part.guardrails.items():
        yield from (_reading(key, reading) for reading in guardrail.readings)
    for key, milestone in part.milestones.items():
        if milestone.done:
            yield milestone.done, milestone.done, Line("milestone", (key,), (("--done",),))
    yield from _blockers(part)
    yield from _judgements(part)
    yield from _amendments(part)


def _reading(key: str, reading: Reading) -> Happening:
    value = typed_value(reading.value)
    if reading.count is not None and reading.of is not None:
        value = f"{typed_value(reading.count)}/{typed_value(reading.of)}"
    given: dict[str, object] = {name: getattr(reading, name) for name in ("note", "source", "by", "evidence")}
    if reading.status:
        given[reading.status] = True
    line = Line("record", (key, value), options_of(given))
    return reading.entered or reading.date, reading.date, line


def _not_measurable(key: str, goal: Goal) -> Iterator[Happening]:
    if said := goal.not_measurable:
        options = options_of({"not-measurable": said.because, "by": said.by})
        yield said.date, None, Line("goal", (key,), options)


def _blockers(part: Acceleration) -> Iterator[Happening]:
    for key, blocker in part.blockers.items():
        given = {"asked_of": blocker.asked_of, "needed_by": blocker.needed_by, "key": key}
        raised = blocker.raised or blocker.resolved
        yield raised, blocker.raised, Line("block", (blocker.what or key,), options_of(given))
        if blocker.resolved:
            line = Line("unblock", (key,), options_of({"how": blocker.how}))
            yield blocker.resolved, blocker.resolved, line


def _judgements(part: Acceleration) -> Iterator[Happening]:
    for declared in part.declared:
        options = options_of({"because": declared.because, "by": declared.by})
        yield declared.date, declared.date, Line("declare", (declared.status,), options)
    for key, review in part.reviews.items():
        options = (*repeated("--decided", review.decided), *options_of({"by": review.by}))
        yield review.date, review.date, Line("review", (key,), options)


def _amendments(part: Acceleration) -> Iterator[Happening]:
    for amendment in part.amendments:
        value = "" if amendment.to is None else typed_value(amendment.to)
        options = options_of({"because": amendment.because, "by": amendment.by})
        line = Line("amend", (amendment.goal, amendment.field, value), options)
        yield amendment.date, amendment.date, line


def _lessons(challenge: Challenge, ends: date | None) -> Iterator[Beat]:
    for place, lesson in enumerate(challenge.lessons):
        tags = repeated("--tag", lesson.tags)
        options = (*options_of({"kind": lesson.kind}), *tags, *options_of({"by": lesson.by}))
        # A lesson without a day: the first was kept before the gate, which asks for one.
        late = ends and place > 0 and lesson.date is None
        chapter = Chapter.SUSTAINING if late else _chapter(lesson.date, ends)
        yield Beat(chapter, Line("lesson", (lesson.text,), options), lesson.date)


def _chapter(day: date | None, ends: date | None) -> Chapter:
    return Chapter.SUSTAINING if day and ends and day > ends else Chapter.WORKING
