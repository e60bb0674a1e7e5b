"""What is due or overdue, by date and by person."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from hundredday.days import day_date
from hundredday.language import _
from hundredday.outlook.course import course_of, final_from
from hundredday.outlook.follow_up import follow_ups, is_still_open, look_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hundredday.challenge import Challenge
    from hundredday.challenge.acceleration import Acceleration, Clock
    from hundredday.outlook.course import Course
    from hundredday.programme import Settings

WEEK = 7
"""Days between readings where a goal does not say otherwise."""

EARLY_WIN_BY = 15
"""A milestone due by Day 15 is an early win."""

BASELINE_BY = 30
"""A surrogate baseline is replaced by a measured one by Day 30."""

REVIEW_SHOWN_FROM = 0.4
"""The midpoint review is spoken of from this part of the clock on: Day 40 of 100."""


class Due(NamedTuple):
    """One thing that somebody owes on a day.

    `kind` is blocker, milestone, early_win, baseline, reading, stale, final_reading, review, launch,
    last_day, gate, pledge or follow_up. `who` is a person's name, or None where nobody is named.
    """

    on: date
    what: str
    who: str | None
    challenge: str
    kind: str
    overdue: bool


def agenda(
    challenges: Iterable[tuple[str, Challenge]], *, settings: Settings, today: date, days: int
) -> tuple[Due, ...]:
    """What is overdue, and what is due in the next so many days, earliest first.

    Args:
        challenges: pairs of id and challenge.
        settings: the accelerator's, for follow-up days.
        today: the day it is.
        days: how far to look ahead; 0 is today alone.
    """
    until = today + timedelta(days=days)
    found = (
        due for id_, challenge in challenges for due in dues(id_, challenge, settings=settings, today=today)
    )
    return tuple(sorted((due for due in found if due.on <= until), key=_by_date))


def dues(
    id_: str,
    challenge: Challenge,
    *,
    settings: Settings,
    today: date,
    reviews: Mapping[str, date] | None = None,
) -> tuple[Due, ...]:
    """Everything dated that one challenge still owes, however far ahead, earliest first.

    `reviews` are those that its cohort holds together; without them the midpoint is half of the clock.
    """
    if challenge.phase == "acceleration" and challenge.clock:
        found = _of_acceleration(challenge, challenge.clock, settings, today, reviews or {})
    elif challenge.phase in ("sustainability", "closed"):
        found = _of_sustainability(challenge, settings, today)
    else:
        return ()
    made = (Due(on, what, who, id_, kind, on < today) for on, what, who, kind in found)
    return tuple(sorted(made, key=_by_date))


_Owed = tuple[date, str, str | None, str]


def _of_acceleration(
    challenge: Challenge, clock: Clock, settings: Settings, today: date, reviews: Mapping[str, date]
) -> Iterator[_Owed]:
    leader, acceleration = _leader(challenge), challenge.acceleration
    start, end = clock.start, clock.end
    if acceleration is None or start is None or end is None:
        return
    yield from _blockers(acceleration, today)
    yield from _milestones(acceleration, start, leader, today)
    if today < start:
        yield start, "launch", leader, "launch"
        return
    for key, goal in challenge.goals.items():
        course = course_of(challenge, goal, today=today)
        of = _(" of {key}").format(key=key) if len(challenge.goals) > 1 else ""
        for on, what, kind in _readings(course, key, of, settings.stale_after):
            yield on, what, goal.owner or leader, kind
    if today <= end:
        for on, what in _reviews(acceleration, clock.days, start, today, reviews):
            yield on, what, leader, "review"
        yield end, _("last day"), leader, "last_day"


def _blockers(acceleration: Acceleration, today: date) -> Iterator[_Owed]:
    for key, blocker in acceleration.blockers.items():
        is_open = blocker.resolved is None or blocker.resolved > today
        if is_open and blocker.needed_by:
            yield blocker.needed_by, (blocker.what or key).rstrip("."), blocker.asked_of, "blocker"


def _milestones(acceleration: Acceleration, start: date, leader: str | None, today: date) -> Iterator[_Owed]:
    for key, milestone in acceleration.milestones.items():
        is_open = milestone.done is None or milestone.done > today
        if is_open and milestone.due:
            kind = "early_win" if milestone.due <= day_date(start, EARLY_WIN_BY) else "milestone"
            yield milestone.due, milestone.title or key, milestone.owner or leader, kind


def _readings(course: Course, key: str, of: str, stale_after: int) -> Iterator[tuple[date, str, str]]:
    measure, start, last = course.measure, course.start, course.last
    if measure is None or start is None or last is None or course.goal.not_measurable:
        return
    if measure.baseline_method == "surrogate":
        yield day_date(start, BASELINE_BY), _("measured baseline{of}").format(of=of), "baseline"
    newest = course.since_launch[-1] if course.since_launch else None
    if course.is_done_or_not:
        if not course.reaches_target(newest):
            yield last, _("{key} done").format(key=key), "final_reading"
        return
    due = (newest.date if newest else start) + timedelta(days=measure.every or WEEK)
    if due < last and course.today <= last:
        is_stale = newest is not None and (course.today - newest.date).days > stale_after
        yield (
            due,
            (_("reading{of}") if newest else _("first reading{of}")).format(of=of),
            "stale" if is_stale else "reading",
        )
    elif newest is None or newest.date < (final_from(last) if course.today > last else last):
        yield last, _("final reading{of}").format(of=of), "final_reading"


def _reviews(
    acceleration: Acceleration, days: int, start: date, today: date, shared: Mapping[str, date]
) -> Iterator[tuple[date, str]]:
    """The reviews that were not held: those of the cohort on their days, and the midpoint in any case."""
    held = {name for name, one in acceleration.reviews.items() if one.date is not None and one.date <= today}
    for name, on in shared.items():
        if name not in held and on >= start:
            what = _("midpoint review") if name == "midpoint" else _("{name} review").format(name=name)
            yield on, what
    is_near = (today - start).days >= REVIEW_SHOWN_FROM * days
    if is_near and "midpoint" not in held | shared.keys():
        yield day_date(start, days // 2), _("midpoint review")


def _of_sustainability(challenge: Challenge, settings: Settings, today: date) -> Iterator[_Owed]:
    after = challenge.sustainability
    watched = follow_ups(challenge, settings=settings, today=today)
    for pledge in after.pledges if after and challenge.phase != "closed" else ():
        # The pledge has no date of its own: it is owed before the result is looked at again.
        if watched and (pledge.signed is None or pledge.signed > today):
            yield (
                watched[0].on,
                _("pledge by {by}").format(by=pledge.by or pledge.post or _("a leader")),
                pledge.by,
                "pledge",
            )
    for look in watched:
        if is_still_open(look, today=today):
            owner = after.owner if after else None
            who = (owner.name or owner.post) if owner else None
            yield look.on, look_words(look, watched, challenge), who or _leader(challenge), "follow_up"


def _leader(challenge: Challenge) -> str | None:
    team = challenge.team
    return team.leader.name if team and team.leader else None


def _by_date(due: Due) -> tuple[date, str, bool, str]:
    # On the last day what is still to be done comes before the day itself.
    return due.on, due.challenge, due.kind == "last_day", due.what
