"""What came of a cohort on one screen: targets met, missed and late, beside the cohort before, and what was learnt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from hundredday.days import day_words
from hundredday.language import N_, NN_, _, ngettext
from hundredday.language.keywords import word
from hundredday.numbers import number_words
from hundredday.views.dates import count_words, short_date
from hundredday.views.fitting import flow, heading, joined, packed, piece, row, spread
from hundredday.views.frame import framed
from hundredday.views.palette import BAD, DOUBTFUL, FAINT, GOOD, TITLE, Mark, health_mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from rich.console import RenderableType

    from hundredday.findings import Finding
    from hundredday.outlook.cohort import CohortResults, Learnt, Result

OUTCOMES: Mapping[str, Mark] = {
    "surpassed": Mark("✓", N_("surpassed"), GOOD),
    "achieved": Mark("✓", N_("achieved"), GOOD),
    "missed": Mark("✗", N_("missed"), BAD),
    "not_measurable": Mark("○", N_("not measurable"), FAINT),
    "running": Mark("●", N_("running"), ""),
    "stopped": Mark("■", N_("stopped"), FAINT),
}
_COUNTED = (
    ("open", NN_("{n} candidate open", "{n} candidates open")),
    ("selected", NN_("{n} chosen and in Design", "{n} chosen and in Design")),
    ("declined", NN_("{n} declined", "{n} declined")),
    ("preparing", NN_("{n} before launch", "{n} before launch")),
    ("launched", NN_("{n} launched", "{n} launched")),
)
_KINDS: Mapping[str | None, Mark] = {
    "worked": Mark("+", N_("worked"), GOOD),
    "failed": Mark("-", N_("failed"), BAD),
    "surprised": Mark("?", N_("surprised"), DOUBTFUL),
    None: Mark("·", N_("lesson"), FAINT),
}
_LABEL = 26
_NARROWEST_LABEL = 20
"""Where a label would have less room, the cohort before is left out."""


def cohort_view(
    mine: CohortResults,
    before: CohortResults | None,
    *,
    today: date,
    problems: Sequence[Finding] = (),
    width: int | None = None,
) -> RenderableType:
    """A cohort, with the figures of another one beside its own."""

    def inside(room: int) -> Iterator[Text]:
        yield from _state(mine, today, room)
        if mine.results:
            yield from _figures(mine, before, room)
            yield from _challenges(mine, room)
        elif before is not None:
            yield from _figures(mine, before, room)
        yield from _lessons(mine.lessons, room)

    return framed(inside, name=mine.title, today=today, problems=problems, width=width)


def launch_words(one: CohortResults, today: date) -> str:
    """When a cohort was or will be launched."""
    if len(one.starts) > 1:
        first, last = short_date(one.starts[0], today), short_date(one.starts[-1], today)
        return _("launched from {first} to {last}").format(first=first, last=last)
    if one.starts:
        return _("launched on {day}").format(day=short_date(one.starts[0], today))
    if one.launch is None:
        return _("no launch date yet")
    return _("launch on {day}").format(day=short_date(one.launch, today))


def counted_words(one: CohortResults) -> list[Text]:
    """How many of its challenges are candidates, declined, before launch, or launched."""
    return [
        piece(ngettext(*words, one.counts[name]).format(n=one.counts[name]))
        for name, words in _COUNTED
        if one.counts[name]
    ]


def _state(mine: CohortResults, today: date, width: int) -> Iterator[Text]:
    told = [piece(launch_words(mine, today)), *counted_words(mine)]
    yield from packed(told, width, between=" · ")
    number = len(mine.results) - mine.count("stopped")
    for name, day in mine.reviews.items():
        held = mine.held_reviews.get(name, 0)
        held_by = _("{name} review on {day}, held by {held} of {number}")
        said = (held_by if number else _("{name} review on {day}")).format(
            name=word(name).capitalize(), day=short_date(day, today), held=held, number=number
        )
        yield from flow(piece(said, DOUBTFUL if day < today and held < number else FAINT), width)
    if not mine.results:
        yield from flow(piece(f"hundredday cohort launch {mine.name} --check", FAINT), width)


def _figures(mine: CohortResults, before: CohortResults | None, width: int) -> Iterator[Text]:
    yield Text()
    columns = [mine, *([before] if before else [])]
    cell = max(12, *(piece(one.name).cell_len for one in columns)) + 2
    if _NARROWEST_LABEL + cell * len(columns) > width:
        columns = [mine]
    label = max(min(_LABEL, width - cell * len(columns)), 1)
    heads = [piece(one.name, TITLE if one is mine else FAINT, width=cell, right=True) for one in columns]
    yield row(piece(_("Results"), TITLE, width=label), *heads)
    for said, told in _ROWS:
        values = [_ROW_WORDS[told](one) for one in columns]
        if any(value != "–" for value in values):
            shown = [
                piece(value, FAINT if number else "", width=cell, right=True)
                for number, value in enumerate(values)
            ]
            yield row("  ", piece(_(said), width=max(label - 2, 1)), *shown)


def _share(number: int, of: int) -> str:
    return _("{number} of {of}").format(number=number, of=of) if of else "–"


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{number_words(value)}%"


def _day(value: float | None) -> str:
    return "–" if value is None else _("Day {n}").format(n=number_words(value))


def _some(number: int) -> str:
    return str(number) if number else "–"


_ROWS = (
    (N_("challenges launched"), "launched"),
    (N_("still running"), "running"),
    (N_("targets met"), "met"),
    (N_("of these surpassed"), "surpassed"),
    (N_("missed"), "missed"),
    (N_("of these met late"), "late"),
    (N_("not measurable"), "not_measurable"),
    (N_("stopped"), "stopped"),
    (N_("median attainment"), "attainment"),
    (N_("median day of success"), "day"),
    (N_("results that held so far"), "held"),
    (N_("lessons"), "lessons"),
)
_ROW_WORDS = {
    "launched": lambda one: _some(len(one.results)),
    "running": lambda one: _some(one.count("running")),
    "met": lambda one: _share(one.met, one.settled),
    "surpassed": lambda one: _some(one.count("surpassed")),
    "missed": lambda one: _share(one.count("missed"), one.settled),
    "late": lambda one: _some(one.late),
    "not_measurable": lambda one: _some(one.count("not_measurable")),
    "stopped": lambda one: _some(one.count("stopped")),
    "attainment": lambda one: _percent(one.median_attainment),
    "day": lambda one: _day(one.median_day),
    "held": lambda one: _share(
        sum(result.held == "held" for result in one.results), sum(bool(result.held) for result in one.results)
    ),
    "lessons": lambda one: _some(len(one.lessons)),
}


def _challenges(mine: CohortResults, width: int) -> Iterator[Text]:
    yield from heading(_("Challenges"), width=width)
    order = list(OUTCOMES)
    ranked = sorted(
        mine.results, key=lambda one: (order.index(one.outcome), -(one.attainment or 0), one.title)
    )
    for result in ranked:
        mark = OUTCOMES[result.outcome]
        left = row("  ", Text(mark.sign, mark.style), " ", piece(result.title))
        yield spread(left, _outcome(result), width)


def _outcome(result: Result) -> Text:
    if result.outcome == "running":
        health = health_mark(result.health)
        clock = day_words(result.day or 0, result.days or 0)
        way = "" if result.progress is None else f"{result.progress:.0%}"
        return joined([piece(clock, FAINT), Text(health.word, health.style), piece(way)])
    mark = OUTCOMES[result.outcome]
    reached = _day(result.reached) if result.reached is not None else ""
    if result.is_late:
        reached = _("late, {day}").format(day=reached)
    told = [piece(reached, DOUBTFUL if result.is_late else FAINT), Text(mark.word, mark.style)]
    share = "" if result.attainment is None else f"{result.attainment:.0f}%"
    return row(joined(told), piece(share, width=6, right=True))


def _lessons(lessons: Sequence[Learnt], width: int) -> Iterator[Text]:
    if not lessons:
        return
    yield from heading(_("What was learnt"), count_words(len(lessons), "lesson"), width=width)
    order = list(_KINDS)
    for lesson in sorted(lessons, key=lambda one: order.index(one.kind)):
        mark = _KINDS[lesson.kind]
        said = row(
            "  ", Text(mark.sign, mark.style), " ", piece(lesson.text), "  ", piece(lesson.challenge, FAINT)
        )
        yield from flow(said, width, indent=4)
