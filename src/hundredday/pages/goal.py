"""One goal on its challenge's page: figures, chart, readings, letters, and what was moved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from hundredday.days import day_number
from hundredday.language import RIGHT_TO_LEFT, _, ngettext, spoken
from hundredday.outlook.chart import chart_of
from hundredday.outlook.course import course_of
from hundredday.outlook.path import expected_progress
from hundredday.pages import words
from hundredday.pages.burnup import Burnup, burnup
from hundredday.pages.promise import Moved, letters_of, moved_fields
from hundredday.pages.site import link_of
from hundredday.pages.telling import picture_words, sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.challenge.goal import Goal
    from hundredday.gates.smart import Letter
    from hundredday.metrics import Reading
    from hundredday.outlook.course import Course
    from hundredday.outlook.standing import GoalStanding
    from hundredday.pages.promise import LetterLines

_WIDTH_OF_FIGURE = 8


class Row(NamedTuple):
    """A reading in the table; one that a later entry corrects is `replaced`."""

    reading: Reading
    day: int | None
    planned: str
    remarks: str
    link: str | None
    replaced: bool


@dataclass(frozen=True, slots=True)
class GoalBlock:
    """What the page says of one goal."""

    goal: Goal
    standing: GoalStanding
    due: date | None
    is_number: bool
    chart: Burnup | None
    axis: int
    """Pixels that the numbers beside the chart take."""
    picture: str
    """The chart in words."""
    sentences: Sequence[str]
    readings: Sequence[Row]
    letters: Sequence[LetterLines]
    smart_words: str
    moved: Sequence[Moved]


def block_of(
    challenge: Challenge, standing: GoalStanding, letters: Sequence[Letter], *, today: date
) -> GoalBlock:
    """What the page says of a goal of a challenge."""
    goal = challenge.goals[standing.id]
    course = course_of(challenge, goal, today=today)
    chart = chart_of(challenge, goal, standing, today=today)
    drawn = burnup(chart, standing.target_at_launch, mirrored=spoken() in RIGHT_TO_LEFT) if chart else None
    lacking = sum(not letter.holds for letter in letters)
    return GoalBlock(
        goal=goal,
        standing=standing,
        due=course.last or goal.due,
        is_number=not course.is_done_or_not,
        chart=drawn,
        axis=14 + _WIDTH_OF_FIGURE * max((len(label) for _, label in drawn.rows), default=0) if drawn else 0,
        picture=picture_words(standing, course),
        sentences=sentences_of(challenge, course, standing, today),
        readings=tuple(_rows(course, goal)),
        letters=letters_of(goal, letters, today),
        smart_words=ngettext("{n} letter is missing", "{n} letters are missing", lacking).format(n=lacking)
        if lacking
        else _("all five hold"),
        moved=tuple(moved_fields(challenge, standing.id, goal, today)),
    )


def _rows(course: Course, goal: Goal) -> Iterator[Row]:
    """Every reading as it was entered, by date; the corrected ones too."""
    counting = {id(reading) for reading in goal.series}
    for reading in sorted(goal.readings, key=lambda one: one.date):
        yield Row(
            reading=reading,
            day=day_number(course.start, reading.date) if course.start else None,
            planned=_planned(course, reading.date),
            remarks=_remarks(reading),
            link=link_of(reading.evidence),
            replaced=id(reading) not in counting,
        )


def _planned(course: Course, on: date) -> str:
    made = expected_progress(course, on)
    value = course.measure.value_at(made) if made is not None and course.measure else None
    if value is None or course.is_done_or_not:
        return "–"
    return words.number_words(words.rough(value))


def _remarks(reading: Reading) -> str:
    shared = ""
    if reading.count is not None and reading.of is not None:
        shared = _("{part} of {whole}").format(
            part=words.number_words(reading.count), whole=words.number_words(reading.of)
        )
    evidence = None if link_of(reading.evidence) else reading.evidence
    told = (shared, words.word(reading.status), reading.note, reading.source, reading.by, evidence)
    return "; ".join(part for part in told if part)
