"""One goal in a block: from, now and target, forecast, chart, readings, and the letters S.M.A.R.T."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from hundredday.language import _
from hundredday.language.keywords import word
from hundredday.numbers import number_words, rough, value_words
from hundredday.outlook.chart import chart_of
from hundredday.outlook.course import course_of
from hundredday.outlook.health import attainment
from hundredday.outlook.pace import ambition, pace_of
from hundredday.views.bars import progress_bar
from hundredday.views.burnup import burnup
from hundredday.views.dates import count_words, short_date
from hundredday.views.fitting import fact, flow, heading, joined, piece, row
from hundredday.views.palette import BAD, FAINT, HOLDS, MISSING, WARNING, health_mark
from hundredday.views.readings import reading_lines, run_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.challenge.goal import Goal
    from hundredday.gates.smart import Letter
    from hundredday.outlook.pace import Pace
    from hundredday.outlook.standing import Forecast, GoalStanding

_NARROWEST_CHART = 50


def goal_lines(
    challenge: Challenge,
    standing: GoalStanding,
    *,
    letters: Sequence[Letter],
    today: date,
    width: int,
) -> Iterator[Text]:
    """The block of one goal, from its title to its newest readings; only the primary goal has a chart."""
    goal = challenge.goals[standing.id]
    is_first = standing.primary or not challenge.primary
    mark = health_mark(standing.health)
    title = _("Goal {id}").format(id=standing.id) + (
        _(", primary") if standing.primary and len(challenge.goals) > 1 else ""
    )
    aside = Text(f"{mark.sign} {mark.word}" if mark.word else "", mark.style)
    yield from heading(title, aside, width=width)
    if challenge.clock is None:
        yield from _smart(goal, letters, today, width)
    else:
        yield from _promise(goal, letters, today, width, brief=not is_first)
    yield from _way(challenge, standing, width)
    yield from _ahead(challenge, goal, standing, today, width)
    if not is_first:
        yield from run_lines(goal, today=today, width=width)
        return
    if width >= _NARROWEST_CHART and (chart := chart_of(challenge, goal, standing, today=today)):
        yield Text()
        yield from (row("  ", line) for line in burnup(chart, width - 2))
    if goal.readings:
        yield Text()
        yield from reading_lines(challenge, goal, today=today, width=width)


def _smart(goal: Goal, letters: Sequence[Letter], today: date, width: int) -> Iterator[Text]:
    """The goal letter by letter, for those who still write it."""
    measure, bound, attainable = goal.measurable, goal.time_bound, goal.attainable
    counted = [measure.metric, measure.counted, measure.source] if measure else []
    owned = [attainable.owner, attainable.because] if attainable else []
    said = {
        "S": goal.specific,
        "M": ". ".join(part.rstrip(".") for part in counted if part),
        "A": ": ".join(part for part in owned if part),
        "R": goal.relevant,
        "T": _("due {due}").format(due=short_date(bound.due, today)) if bound and bound.due else None,
    }
    judged = {judgement.letter: judgement for judgement in letters}
    for letter, text in said.items():
        judgement = judged.get(letter)
        if text or (judgement and not judgement.holds):
            label = row("  ", _sign(judgement), " ", Text(letter, FAINT), "  ")
            content = piece(text) if text else Text(_("missing"), BAD)
            yield from flow(row(label, content), width, indent=label.cell_len, most=3)


def _promise(
    goal: Goal, letters: Sequence[Letter], today: date, width: int, *, brief: bool
) -> Iterator[Text]:
    """What was promised, once it is: the result, what is counted, the letters, who and by when."""
    if goal.specific:
        yield from flow(row("  ", piece(goal.specific)), width, indent=2, most=2)
    if goal.measurable and goal.measurable.metric:
        yield from flow(row("  ", piece(goal.measurable.metric, FAINT)), width, indent=2, most=2)
    if brief and all(letter.holds for letter in letters):
        return
    marks = [row(_sign(letter), " ", Text(letter.letter, FAINT)) for letter in letters]
    due = _("due {due}").format(due=short_date(goal.due, today)) if goal.due else ""
    about = [piece(", ".join(part for part in (goal.owner, due) if part), FAINT)]
    if line := joined([joined(marks, "  "), *about], "   "):
        yield from flow(row("  ", line), width, indent=2)


def _sign(judgement: Letter | None) -> Text:
    if judgement is None:
        return Text(" ")
    mark = MISSING if not judgement.holds else WARNING if judgement.warnings else HOLDS
    return Text(mark.sign, mark.style)


def _way(challenge: Challenge, standing: GoalStanding, width: int) -> Iterator[Text]:
    if standing.target is None:
        return
    if isinstance(standing.target, bool):
        yield Text()
        yield row("  ", piece(number_words(standing.latest or False), health_mark(standing.health).style))
        return
    steps = [number_words(value) for value in (standing.baseline, standing.latest) if value is not None]
    target = value_words(standing.target, standing.unit)
    if standing.target_at_launch not in (None, standing.target):
        target += _(" (at launch {target_at_launch})").format(
            target_at_launch=number_words(standing.target_at_launch)
        )
    share = _shares(challenge, standing)
    figures = piece(" → ".join([*steps, target]))
    yield Text()
    room = width - figures.cell_len - len(share) - 6
    if room < 10:
        yield from flow(row("  ", figures, "  ", Text(share, FAINT)), width, indent=2)
        return
    style = health_mark(standing.health).style
    bar = progress_bar(standing.progress, standing.expected, min(room, 40), style)
    yield row("  ", figures, "  ", bar, "  ", Text(share, FAINT))


def _shares(challenge: Challenge, standing: GoalStanding) -> str:
    if standing.progress is None:
        return ""
    if standing.outcome:
        end = challenge.goals[standing.id].due or (challenge.clock.end if challenge.clock else None)
        is_later = end is not None and standing.latest_on is not None and standing.latest_on > end
        return f"{standing.progress:.0%}{_(' now') if is_later else ''}"
    expected = (
        "" if standing.expected is None else _(", {expected:.0%} expected").format(expected=standing.expected)
    )
    return f"{standing.progress:.0%}{expected}"


def _ahead(
    challenge: Challenge, goal: Goal, standing: GoalStanding, today: date, width: int
) -> Iterator[Text]:
    """What the last day will probably show, or what it showed."""
    last = goal.due or (challenge.clock.end if challenge.clock else None)
    course = course_of(challenge, goal, today=today)
    if standing.outcome:
        reached = _reached(standing.reached_on, last, today)
        yield from fact(_("Outcome"), _outcome(standing.outcome, attainment(course)) + reached, width)
    else:
        if standing.forecast:
            yield from fact(_("Forecast"), _forecast(standing.forecast, standing.unit, last, today), width)
        yield from fact(_("Pace"), _pace(pace_of(course)), width)
    times = ambition(goal.measurable, challenge.clock.days) if goal.measurable and challenge.clock else None
    if times is not None:
        said = _("{times} times what would happen anyway").format(times=number_words(round(times, 1)))
        yield from fact(_("Ambition"), said, width)
    if goal.not_measurable:
        by = f" ({goal.not_measurable.by})" if goal.not_measurable.by else ""
        yield from fact(_("Unmeasured"), f"{goal.not_measurable.because}{by}", width)


def _outcome(outcome: str, attained: float | None) -> str:
    said = word(outcome)
    return (
        said
        if attained is None
        else _("{said}, {attained}% of the way to the target").format(
            said=said, attained=number_words(attained)
        )
    )


def _reached(on: date | None, last: date | None, today: date) -> str:
    if on is None:
        return ""
    late = (on - last).days if last else 0
    return _(", reached on {on}").format(on=short_date(on, today)) + (
        _(", {late} late").format(late=count_words(late, "day")) if late > 0 else ""
    )


def _forecast(forecast: Forecast, unit: str | None, last: date | None, today: date) -> str:
    low, middle, high = (rough(value) for value in (forecast.low, forecast.middle, forecast.high))
    on = _(" on {last}").format(last=short_date(last, today)) if last else ""
    between = _("between {low} and {high} in 8 of 10 cases").format(
        low=number_words(low), high=number_words(high)
    )
    said = f"{value_words(middle, unit)}{on}, {between}"
    if forecast.reaches_target_on is None:
        return _("{said}; the target is not in reach at this pace").format(said=said)
    reaches = _("{said}; reaches the target on {reaches_target_on}").format(
        said=said, reaches_target_on=short_date(forecast.reaches_target_on, today)
    )
    late = (forecast.reaches_target_on - last).days if last else 0
    return (
        _("{reaches}, {late} late").format(reaches=reaches, late=count_words(late, "day"))
        if late > 0
        else reaches
    )


def _pace(pace: Pace) -> str:
    if pace.now is None or pace.needed is None:
        return ""
    if pace.needed == 0:
        return _("{now} a week; the target is reached").format(now=_signed(pace.now))
    return _("{now} a week, {needed} needed to reach the target in time").format(
        now=_signed(pace.now), needed=_signed(pace.needed)
    )


def _signed(value: float) -> str:
    return ("−" if value < 0 else "+" if value > 0 else "") + number_words(abs(rough(value)))
