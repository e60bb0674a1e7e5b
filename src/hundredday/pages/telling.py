"""A goal's numbers in sentences: what its chart shows, where it will end, and how fast it moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.language import _, ngettext
from hundredday.outlook.health import attainment
from hundredday.outlook.pace import ambition, pace_of
from hundredday.pages import words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.outlook.course import Course
    from hundredday.outlook.pace import Pace
    from hundredday.outlook.standing import Forecast, GoalStanding


def picture_words(standing: GoalStanding, course: Course) -> str:
    """What the burn-up chart shows, for whoever does not see it."""
    if not course.readings or standing.target is None or standing.baseline is None:
        return ""
    said = _(
        "Burn-up chart: from {baseline} to a target of {target}; the latest of {n} readings is {latest}."
    )
    return said.format(
        baseline=words.value_words(standing.baseline, standing.unit),
        target=words.value_words(standing.target, standing.unit),
        n=len(course.readings),
        latest=words.value_words(course.readings[-1].value, standing.unit),
    )


def sentences_of(
    challenge: Challenge, course: Course, standing: GoalStanding, today: date
) -> tuple[str, ...]:
    """What is known of the end of a goal, in sentences."""
    found = [outcome_sentence(course, standing, today), forecast_sentence(course, standing, today)]
    found.append(_pace(pace_of(course)))
    if course.measure and challenge.clock and (times := ambition(course.measure, challenge.clock.days)):
        said = _("The target is {times} times what would happen anyway.")
        found.append(said.format(times=words.number_words(round(times, 1))))
    if standing.health == "stale":
        found.append(_("The newest reading is too old for a forecast to be believed."))
    if course.goal.not_measurable:
        who = course.goal.not_measurable.by or _("nobody named")
        said = _("It cannot be measured, says {who}: {because}")
        found.append(said.format(who=who, because=course.goal.not_measurable.because))
    return tuple(sentence for sentence in found if sentence)


def outcome_sentence(course: Course, standing: GoalStanding, today: date) -> str:
    """How the goal ended, and when the target was reached; nothing while it is open."""
    if standing.outcome is None:
        return ""
    return " ".join(_outcome(course, standing, today))


def forecast_sentence(course: Course, standing: GoalStanding, today: date) -> str:
    """What the last day will probably show; nothing where there is no forecast."""
    forecast = standing.forecast
    if standing.outcome is not None or forecast is None or course.last is None:
        return ""
    return " ".join(_forecast(forecast, standing.unit, course.last, today))


def _outcome(course: Course, standing: GoalStanding, today: date) -> Iterator[str]:
    attained = attainment(course)
    outcome = words.word(standing.outcome).capitalize()
    if attained is None:
        yield f"{outcome}."
    else:
        said = _("{outcome}: {share}% of the way to the target.")
        yield said.format(outcome=outcome, share=words.number_words(attained))
    if standing.reached_on:
        late = (standing.reached_on - course.last).days if course.last else 0
        yield _("The target was reached on {day}.").format(day=words.short_date(standing.reached_on, today))
        if late > 0:
            yield ngettext("That is {n} day late.", "That is {n} days late.", late).format(n=late)


def _forecast(forecast: Forecast, unit: str | None, last: date, today: date) -> Iterator[str]:
    low, middle, high = (words.rough(value) for value in (forecast.low, forecast.middle, forecast.high))
    said = _("On {day} it will probably be {middle}; in 8 of 10 cases between {low} and {high}.")
    yield said.format(
        day=words.short_date(last, today),
        middle=words.value_words(middle, unit),
        low=words.number_words(low),
        high=words.number_words(high),
    )
    if forecast.reaches_target_on is None:
        yield _("The target is not in reach at this pace.")
        return
    day = words.short_date(forecast.reaches_target_on, today)
    late = (forecast.reaches_target_on - last).days
    if late > 0:
        many = ngettext(
            "The target is reached on {day}, {n} day late.",
            "The target is reached on {day}, {n} days late.",
            late,
        )
        yield many.format(day=day, n=late)
    else:
        yield _("The target is reached on {day}.").format(day=day)


def _pace(pace: Pace) -> str:
    if pace.now is None or not pace.needed:
        return ""
    said = _("It moves by {now} a week; {needed} a week would reach the target in time.")
    return said.format(now=words.signed(pace.now), needed=words.signed(pace.needed))
