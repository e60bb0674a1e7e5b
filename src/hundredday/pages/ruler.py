"""The hundred days as a ruler: today, the milestones and the reviews on their days."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hundredday.days import day_number
from hundredday.language import N_, RIGHT_TO_LEFT, _, spoken
from hundredday.pages import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from hundredday.challenge.acceleration import Acceleration
    from hundredday.outlook.standing import Standing


class Mark(NamedTuple):
    """What stands on a day: `state` is done, over, due or held."""

    x: float
    state: str
    words: str


class Ruler(NamedTuple):
    """The ruler; places are in percent of its width."""

    span: int
    gone: float
    fill_from: float
    today: float
    marks: Sequence[Mark]
    words: str


def ruler(acceleration: Acceleration | None, standing: Standing, *, today: date) -> Ruler | None:
    """The ruler while the clock runs; None before the launch and after Acceleration."""
    if acceleration is None or standing.phase != "acceleration":
        return None
    if standing.start is None or standing.day is None or standing.day < 0 or standing.days is None:
        return None
    span = max(standing.days, standing.day)
    gone = round(100 * standing.day / span, 2)
    at = _place(standing.day, span)
    marks = tuple(sorted(_marks(acceleration, standing.start, span, today)))
    return Ruler(
        span=span,
        gone=gone,
        fill_from=0 if at == gone else at,
        today=at,
        marks=marks,
        words="; ".join([words.clock(standing), *(mark.words for mark in marks)]),
    )


def _place(day: int, span: int) -> float:
    share = round(100 * day / span, 2)
    return round(100 - share, 2) if spoken() in RIGHT_TO_LEFT else share


def _marks(acceleration: Acceleration, start: date, span: int, today: date) -> Iterator[Mark]:
    for key, one in acceleration.milestones.items():
        is_done = one.done is not None and one.done <= today
        on = one.done if is_done else one.due
        if on is not None and 0 <= day_number(start, on) <= span:
            state = "done" if is_done else "over" if on < today else "due"
            said = f"{one.title or key}: {_(_STATES[state])}, {words.short_date(on, today)}"
            yield Mark(_place(day_number(start, on), span), state, said)
    for review in acceleration.reviews.values():
        if review.date and 0 <= day_number(start, review.date) <= span:
            said = f"{_('review held')}, {words.short_date(review.date, today)}"
            yield Mark(_place(day_number(start, review.date), span), "held", said)


_STATES = {"done": N_("done"), "over": N_("overdue"), "due": N_("due")}
