"""What an accelerator cannot mean: settings under which no challenge could ever be judged rightly."""

from __future__ import annotations

from dataclasses import fields
from itertools import pairwise
from typing import TYPE_CHECKING

from hundredday.days import FIRST_YEAR, LAST_YEAR
from hundredday.findings import Finding
from hundredday.language import _
from hundredday.programme.accelerator import Settings, Weights
from hundredday.programme.countries import COUNTRIES, country_meant

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.findings import Where
    from hundredday.programme.accelerator import Accelerator

SMALLEST_TEAM = 2
"""A leader, and a coach who is not the leader."""
LARGEST_TEAM = 100
LONGEST_SILENCE = 100
"""No reading for longer than a clock runs is no reading at all."""
LAST_FOLLOW_UP = 3650
HEAVIEST = 100
MOST_STAKEHOLDERS = 100


def problems(accelerator: Accelerator) -> Iterator[Finding]:
    """What is senseless in an accelerator's settings, each with the way to the value and a mend."""
    yield from _of_country(accelerator.country)
    yield from _of_cohorts(accelerator)
    settings = accelerator.settings
    yield from _of_numbers(settings)
    yield from _of_team_size(settings.team_size)
    yield from _of_thresholds(settings)
    yield from _of_follow_up(settings.follow_up_days)
    yield from _of_weights(settings.weights)


def _of_country(code: str) -> Iterator[Finding]:
    if not code or code in COUNTRIES:
        return
    meant = country_meant(code)
    yield Finding(
        "unknown-country",
        _("“{code}” is not the code of a country.").format(code=code),
        _("Write {code}.").format(code=meant)
        if meant
        else _("Write the two letters of ISO 3166, such as KZ."),
        where=("country",),
    )


def _of_cohorts(accelerator: Accelerator) -> Iterator[Finding]:
    for key, cohort in accelerator.cohorts.items():
        where: Where = ("cohorts", key)
        if cohort.launch:
            yield from _far(cohort.launch, (*where, "launch"))
        for name, day in cohort.reviews.items():
            yield from _far(day, (*where, "reviews", name))
            if cohort.launch and day < cohort.launch:
                yield Finding(
                    "dates-out-of-order",
                    _("The {review} review of {cohort} lies before its launch on {day}.").format(
                        review=name, cohort=key, day=cohort.launch
                    ),
                    _("Write a day after the launch."),
                    where=(*where, "reviews", name),
                )


def _far(day: date, where: Where) -> Iterator[Finding]:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        yield Finding(
            "far-day",
            _("{day} lies outside the years {first} to {last}.").format(
                day=day, first=FIRST_YEAR, last=LAST_YEAR
            ),
            _("Write the year in which it happens."),
            where=where,
        )


def _of_numbers(settings: Settings) -> Iterator[Finding]:
    limits = (("stakeholders", MOST_STAKEHOLDERS), ("stale_after", LONGEST_SILENCE))
    for name, most in limits:
        if not 1 <= getattr(settings, name) <= most:
            yield _cannot_be(name, getattr(settings, name), _from_to(1, most))


def _of_team_size(size: tuple[int, int]) -> Iterator[Finding]:
    fewest, most = size
    for index, number in enumerate(size):
        if not SMALLEST_TEAM <= number <= LARGEST_TEAM:
            yield _cannot_be("team_size", number, _from_to(SMALLEST_TEAM, LARGEST_TEAM), index)
            return
    if fewest > most:
        yield Finding(
            "out-of-range",
            _("A team of at least {fewest} and at most {most} people cannot be.").format(
                fewest=fewest, most=most
            ),
            _("Write the smaller number first: [{most}, {fewest}].").format(most=most, fewest=fewest),
            where=("settings", "team_size"),
        )


def _of_thresholds(settings: Settings) -> Iterator[Finding]:
    shares = ("at_risk_below", "off_track_below")
    wrong = [name for name in shares if not 0 < getattr(settings, name) <= 1]
    for name in wrong:
        yield _cannot_be(name, getattr(settings, name), _("Write a share of the way above 0, up to 1.0."))
    if wrong or settings.off_track_below <= settings.at_risk_below:
        return
    is_default = settings.off_track_below == Settings().off_track_below
    yield Finding(
        "out-of-range",
        _("A goal would be off track ({off_track}) before it is at risk ({at_risk}).").format(
            off_track=settings.off_track_below, at_risk=settings.at_risk_below
        ),
        _("Write an off_track_below of {at_risk} or less.").format(at_risk=settings.at_risk_below),
        where=("settings", "at_risk_below" if is_default else "off_track_below"),
    )


def _of_follow_up(days: tuple[int, ...]) -> Iterator[Finding]:
    if not days:
        yield Finding(
            "out-of-range",
            _("Without follow-up days nobody sees whether a result holds."),
            _("Write the days after the end, such as [30, 90, 180]."),
            where=("settings", "follow_up_days"),
        )
    for index, day in enumerate(days):
        if not 1 <= day <= LAST_FOLLOW_UP:
            yield _cannot_be("follow_up_days", day, _from_to(1, LAST_FOLLOW_UP), index)
            return
    for index, (before, day) in enumerate(pairwise(days), 1):
        if day <= before:
            rising = ", ".join(str(one) for one in sorted(set(days)))
            yield Finding(
                "out-of-range",
                _("Follow-up days rise, and {day} does not come after {before}.").format(
                    day=day, before=before
                ),
                _("Write [{days}].").format(days=rising),
                where=("settings", "follow_up_days", index),
            )
            return


def _of_weights(weights: Weights) -> Iterator[Finding]:
    given = [(one.name, getattr(weights, one.name)) for one in fields(Weights)]
    wrong = [(name, weight) for name, weight in given if not 0 <= weight <= HEAVIEST]
    for name, weight in wrong:
        finding = _cannot_be(name, weight, _from_to(0, HEAVIEST))
        yield finding._replace(where=("settings", "weights", name))
    if not wrong and not any(weight for _name, weight in given):
        yield Finding(
            "out-of-range",
            _("Every weight is 0, so that no candidate would rank before another."),
            _("Give at least one criterion a weight above 0."),
            where=("settings", "weights"),
        )


def _cannot_be(name: str, value: float, mend: str, *index: int) -> Finding:
    text = _('"{name}" cannot be {value}.').format(name=name, value=f"{value:g}")
    return Finding("out-of-range", text, mend, where=("settings", name, *index))


def _from_to(first: int, last: int) -> str:
    return _("Write a number from {first} to {last}.").format(first=first, last=last)
