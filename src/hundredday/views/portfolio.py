"""All challenges on one screen: grouped by phase, two lines each, time spent above progress made."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.text import Text

from hundredday.days import day_words
from hundredday.harmless import one_line
from hundredday.language import _
from hundredday.language.keywords import phase_name, word
from hundredday.numbers import way_words
from hundredday.views.bars import day_bar, progress_bar
from hundredday.views.dates import count_words, long_date, more_words, when_words
from hundredday.views.declared import declared_words
from hundredday.views.fitting import Lines, flow, joined, packed, piece, row, shorten, spread
from hundredday.views.palette import (
    BAD,
    DOUBTFUL,
    FAINT,
    HEALTH_MARKS,
    PHASES,
    TITLE,
    health_mark,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from rich.console import RenderableType

    from hundredday.findings import Finding
    from hundredday.outlook.standing import GoalStanding, Next, Standing

ROOMY = 100
"""From this width on a row also has its leader and its percentage."""

_ASKED_WITHIN = 14
_SHARE = len(" 100%")


class _Columns(NamedTuple):
    """How wide the parts of every row are, so that all rows stand under one another."""

    width: int
    bar: int
    leader: int
    roomy: bool


def portfolio(
    standings: Sequence[Standing],
    *,
    name: str,
    today: date,
    counts: Mapping[str, int],
    problems: Sequence[Finding],
    hidden: int = 0,
    among: int = 0,
    healths: Mapping[str, int] | None = None,
    width: int | None = None,
) -> RenderableType:
    """The challenges of an accelerator in the order given, under a heading per phase.

    `counts` says how many challenges each phase holds, `hidden` how many are not among `standings`, and
    `healths` how many open challenges have each health; without it they are counted over `standings`,
    and not at all where some are hidden. `among` is how many challenges there are, asked for or not.
    """

    def draw(room: int) -> Iterator[Text]:
        told = _count_healths(standings) if healths is None and not hidden else healths or {}
        yield from _header(name=name, today=today, counts=counts, healths=told, width=room)
        columns = _columns(standings, room)
        for phase in PHASES:
            rows = [standing for standing in standings if standing.phase == phase]
            if rows:
                yield Text()
                yield row(Text(phase_name(phase), TITLE), Text(f"  {counts.get(phase, len(rows))}", FAINT))
                for standing in rows:
                    yield from _challenge(standing, columns, today)
        yield from _footer(standings, problems, hidden, among, room)

    return Lines(draw, width)


def _count_healths(standings: Sequence[Standing]) -> Mapping[str, int]:
    found = [standing.health for standing in standings if standing.phase != "closed"]
    return {health: found.count(health) for health in HEALTH_MARKS}


def _header(
    *, name: str, today: date, counts: Mapping[str, int], healths: Mapping[str, int], width: int
) -> Iterator[Text]:
    yield spread(piece(name or "Accelerator", TITLE), piece(long_date(today), FAINT), width)
    words = {
        phase: _("{counts} in {phase}").format(counts=counts[phase], phase=word(phase))
        for phase in PHASES
        if counts.get(phase)
    }
    if "closed" in words:
        words["closed"] = _("{counts} closed").format(counts=counts["closed"])
    yield from packed([Text(said) for said in words.values()], width, between=" · ")
    counted = {health: mark for health, mark in HEALTH_MARKS.items() if healths.get(health)}
    yield from packed(
        [Text(f"{mark.sign} {healths[health]} {mark.word}", mark.style) for health, mark in counted.items()],
        width,
    )


def _columns(standings: Sequence[Standing], width: int) -> _Columns:
    roomy = width >= ROOMY
    leaders = [piece(standing.leader or "").cell_len for standing in standings]
    return _Columns(
        width=width,
        bar=18 if roomy else min(10, width // 8),
        leader=min(max(leaders, default=0), 20) if roomy else 0,
        roomy=roomy,
    )


def _challenge(standing: Standing, columns: _Columns, today: date) -> Iterator[Text]:
    mark = health_mark(standing.health)
    sign = row(" ", piece(mark.sign, mark.style), " ")
    if standing.phase == "closed":
        right = row(piece(_figures(standing.primary)), "  ", piece(mark.word, mark.style, width=columns.bar))
        yield spread(row(sign, piece(standing.title, FAINT)), right, columns.width)
        if standing.next and _is_asked_now(standing.next, today):
            yield spread(row("   ", _next(standing.next, today)), Text(), columns.width)
        return
    declared = declared_words(standing)
    time = _time(standing, columns)
    if not columns.roomy:
        time = row(declared, "  ", time) if declared and time else declared or time
    yield spread(row(sign, piece(standing.title, TITLE)), time, columns.width)
    left, right = _state(standing, declared if columns.roomy else Text(), today), _way(standing, columns)
    if left or right:
        yield spread(row("   ", left), right, columns.width)


def _is_asked_now(step: Next, today: date) -> bool:
    """Whether somebody should look again at a closed challenge these days."""
    return step.on is not None and abs((step.on - today).days) <= _ASKED_WITHIN


def _longest_day() -> int:
    return cell_len(day_words(103, 100))


def _time(standing: Standing, columns: _Columns) -> Text:
    """Who leads, and how much of the clock has run; nothing for a challenge whose clock does not run."""
    tail = _SHARE if columns.roomy else 0
    if standing.day is None or standing.days is None or standing.phase == "sustainability":
        clock = Text(" " * (_longest_day() + 2 + columns.bar + tail))
    else:
        label = piece(day_words(standing.day, standing.days), width=_longest_day(), right=True)
        bar = day_bar(standing.day, standing.days, columns.bar)
        clock = row(label, "  ", bar, " " * tail)
    if not columns.roomy:
        clock.plain = clock.plain.lstrip()
        return clock
    return row(piece(standing.leader or "", FAINT, width=columns.leader), "  ", clock)


def _state(standing: Standing, declared: Text, today: date) -> Text:
    mark = health_mark(standing.health)
    upcoming = _next(standing.next, today) if standing.next else Text()
    return joined([Text(mark.word, mark.style), declared, upcoming])


def _next(step: Next, today: date) -> Text:
    if step.on is None:
        return piece(step.what, FAINT)
    style = BAD if step.on < today else DOUBTFUL if step.on == today else ""
    return row(Text(when_words(step.on, today), style), Text(": ", FAINT), piece(step.what, FAINT))


def _way(standing: Standing, columns: _Columns) -> Text:
    goal = standing.primary
    if goal is None or goal.target is None:
        return Text()
    bar = progress_bar(goal.progress, goal.expected, columns.bar, health_mark(goal.health).style)
    figures = shorten(_figures(goal), columns.width // 3)
    share = "" if goal.progress is None else f"{goal.progress:.0%}"
    return row(
        piece(figures), "  ", bar, piece(share, FAINT, width=_SHARE, right=True) if columns.roomy else ""
    )


def _figures(goal: GoalStanding | None) -> str:
    return "" if goal is None else one_line(way_words(goal.baseline, goal.latest, goal.target, goal.unit))


def _footer(
    standings: Sequence[Standing], problems: Sequence[Finding], hidden: int, among: int, width: int
) -> Iterator[Text]:
    if not standings and not hidden and among:
        yield Text()
        yield from flow(
            piece(_("None of {among} fits what is asked for.").format(among=count_words(among, "challenge"))),
            width,
        )
    elif not standings and not hidden:
        yield Text()
        from hundredday.views.frame import invitation

        first = 'hundredday new "What will be true in 100 days"'
        yield from invitation(_("No challenges yet. The first one:"), first, width)
    if hidden:
        yield Text()
        yield from flow(piece(more_words(hidden, "hundredday status --all"), FAINT), width)
    if problems:
        from hundredday.views.problems import problem_lines

        yield from problem_lines(problems, width)
