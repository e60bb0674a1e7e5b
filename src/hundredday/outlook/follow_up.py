"""Whether the result held: the readings at +30, +90 and +180 days beside what was reached at the end."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from hundredday.language import _
from hundredday.outlook.course import course_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hundredday.challenge import Challenge
    from hundredday.metrics import Reading, Value
    from hundredday.outlook.course import Course
    from hundredday.programme import Settings

NEAR = 14
"""A reading within 14 days of a follow-up date is the reading of that date."""

HOLDS_FROM = 0.95
"""A result has held when it still has 95% of the progress that was made by the end."""

State = Literal["held", "slipped", "unwatched", "ahead"]


class FollowUpLook(NamedTuple):
    """What was seen of a goal on a follow-up date; a result that slipped may still reach the target."""

    on: date
    goal: str
    state: State
    value: Value | None
    value_on: date | None
    reaches_target: bool = False

    @property
    def words_beside(self) -> str:
        """What keeps `slipped` from being read as missed."""
        return _("still at the target") if self.state == "slipped" and self.reaches_target else ""


def follow_ups(challenge: Challenge, *, settings: Settings, today: date) -> tuple[FollowUpLook, ...]:
    """One look per follow-up date, earliest first.

    `held`: the nearest reading within 14 days of the date has at least 95% of the progress made by the
    end. `slipped`: it has less. `unwatched`: the date has passed without a reading. `ahead`: not yet.
    The dates are those planned; where none are, the last day and the accelerator's follow-up days.
    Nothing before Sustainability, and nothing of a challenge that was stopped or declined.
    """
    watched = _watched(challenge, today)
    if watched is None or watched[1].last is None:
        return ()
    key, course = watched
    return tuple(_look(key, course, on) for on in _dates(challenge, course, settings))


def is_still_open(look: FollowUpLook, *, today: date) -> bool:
    """Whether a reading made now would still be the reading of that date."""
    return look.state == "ahead" or (look.state == "unwatched" and today <= look.on + timedelta(days=NEAR))


def held_so_far(looks: Iterable[FollowUpLook]) -> FollowUpLook | None:
    """The newest look that says whether the result held; None where nothing was seen yet."""
    seen = [look for look in looks if look.state in ("held", "slipped")]
    return seen[-1] if seen else None


def look_words(look: FollowUpLook, looks: Iterable[FollowUpLook], challenge: Challenge) -> str:
    """What is asked for on a follow-up date, and whether the result held at the one before."""
    of = _(" of {goal}").format(goal=look.goal) if len(challenge.goals) > 1 else ""
    before = held_so_far(looks)
    return (
        _("follow-up{of}, {state} so far").format(of=of, state=_(before.state))
        if before
        else _("follow-up reading{of}").format(of=of)
    )


def _watched(challenge: Challenge, today: date) -> tuple[str, Course] | None:
    if challenge.phase not in ("sustainability", "closed"):
        return None
    if challenge.closed and challenge.closed.as_ != "completed":
        return None
    plan = challenge.sustainability.follow_up if challenge.sustainability else None
    if plan and plan.watch in challenge.goals:
        key, goal = plan.watch, challenge.goals[plan.watch]
    elif challenge.primary:
        key, goal = challenge.primary
    else:
        return None
    return key, course_of(challenge, goal, today=today)


def _dates(challenge: Challenge, course: Course, settings: Settings) -> list[date]:
    plan = challenge.sustainability.follow_up if challenge.sustainability else None
    if plan and plan.dates:
        return sorted(set(plan.dates))
    last = course.last
    return [] if last is None else [last + timedelta(days=days) for days in sorted(settings.follow_up_days)]


def _look(key: str, course: Course, on: date) -> FollowUpLook:
    near = [reading for reading in course.readings if _belongs(reading, course, on)]
    if course.today < on or (course.today == on and not near):
        return FollowUpLook(on, key, "ahead", None, None)
    if not near:
        return FollowUpLook(on, key, "unwatched", None, None)
    reading = min(near, key=lambda reading: (abs((reading.date - on).days), on >= reading.date))
    reaches = (course.progress(reading.value) or 0) >= 1
    return FollowUpLook(on, key, _state(course, reading), reading.value, reading.date, reaches)


def _belongs(reading: Reading, course: Course, on: date) -> bool:
    known = reading.date <= course.today and course.last is not None and reading.date > course.last
    return known and abs((reading.date - on).days) <= NEAR


def _state(course: Course, reading: Reading) -> State:
    now = course.progress(reading.value)
    end = course.progress(course.final.value) if course.final else 1.0
    if now is None or end is None:
        return "unwatched"
    # Where nothing was won there is nothing to lose a twentieth of: it must only not get worse.
    return "held" if now >= (HOLDS_FROM * end if end > 0 else end) else "slipped"
