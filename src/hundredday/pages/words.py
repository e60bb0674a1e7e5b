"""Days, numbers and names as the pages write them: the one place where they are formatted."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hundredday.challenge.people import person_words
from hundredday.days import day_words
from hundredday.language import N_, _, ngettext, spoken
from hundredday.language.keywords import phase_name
from hundredday.language.keywords import word as keyword
from hundredday.numbers import number_words, rough, value_words, way_words
from hundredday.views.dates import long_date, when_words
from hundredday.views.dates import short_date as loose_date

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from hundredday.challenge.people import Person, Post
    from hundredday.metrics import Value
    from hundredday.outlook.standing import GoalStanding, Standing

__all__ = [
    "day_words",
    "long_date",
    "number_words",
    "phase_name",
    "rough",
    "short_date",
    "value_words",
    "when_words",
]

GATES: Mapping[str, str] = {
    "acceleration": N_("Gate to Acceleration"),
    "launch": N_("Gate to the launch"),
    "sustainability": N_("Gate to Sustainability"),
    "closed": N_("Gate to closing"),
}

_CALLED: Mapping[str, str] = {
    "unwatched": N_("no reading"),
    "specific": N_("Specific"),
    "measurable": N_("Measurable"),
    "attainable": N_("Attainable"),
    "relevant": N_("Relevant"),
    "time_bound": N_("Time-bound"),
    "cumulative": N_("running total"),
    "level": N_("level"),
    "duration": N_("duration"),
    "percent": N_("share"),
    "yes_no": N_("done or not"),
}
"""The words of the files that people read as others."""


def word(choice: str | None) -> str:
    """A choice of the files as people read it."""
    if choice is None:
        return ""
    return _(_CALLED[choice]) if choice in _CALLED else keyword(choice)


def short_date(day: date, today: date) -> str:
    """`26 May`, never torn apart at the end of a line."""
    return loose_date(day, today).replace(" ", "\N{NO-BREAK SPACE}")


def share(fraction: float | None) -> str:
    """A fraction as a percentage; nothing where there is none."""
    return "" if fraction is None else f"{number_words(round(100 * fraction))}%"


def condition(name: str) -> tuple[str, str]:
    """A condition of a gate in words, and what that means; the name alone where there is no such condition."""
    said, _colon, meant = _truths(spoken()).get(name, name).partition(": ")
    return said.rstrip("."), meant[:1].upper() + meant[1:]


@cache
def _truths(_language: str) -> Mapping[str, str]:
    """What is true when each condition holds, in the language that is spoken."""
    from hundredday.gates import conditions, name_of, truth_of

    return {name_of(one): truth_of(one) for one in conditions()}


def with_days(text: str, today: date) -> str:
    """A sentence of ours with its ISO dates as people say them."""

    def spelled(found: re.Match[str]) -> str:
        try:
            return short_date(day_of(found[0]), today)
        except ValueError:  # it only looks like a day
            return found[0]

    return re.sub(r"\b\d{4}-\d{2}-\d{2}\b", spelled, text)


def day_of(moment: str) -> date:
    """The day of a moment, ISO."""
    from datetime import date

    return date.fromisoformat(moment[:10])


def way(goal: GoalStanding | None) -> str:
    """From, now and target: `43 → 20 → 1 days`; nothing where there is no goal."""
    return "" if goal is None else way_words(goal.baseline, goal.latest, goal.target, goal.unit)


def signed(value: float) -> str:
    """A change, with its sign."""
    sign = "−" if value < 0 else "+" if value > 0 else ""
    return sign + number_words(abs(rough(value)))


def clock(standing: Standing) -> str:
    """The day count of a challenge; nothing before there is a clock."""
    if standing.day is None or standing.days is None:
        return ""
    if standing.phase in ("sustainability", "closed"):
        return ngettext("{n} day", "{n} days", standing.days).format(n=standing.days)
    return day_words(standing.day, standing.days)


def person(of: Person | Post | None) -> str:
    """A person with post and agency."""
    if of is None:
        return ""
    about = [part for part in (of.post, of.agency) if part] if of.name else []
    return ", ".join([person_words(of), *about])


def frozen(value: Value | date | str | None, unit: str | None, today: date) -> str:
    """What a frozen field said: a value with its unit, a day, or a text."""
    from datetime import date

    if value is None:
        return "–"
    if isinstance(value, date):
        return short_date(value, today)
    return value if isinstance(value, str) else value_words(value, unit)
