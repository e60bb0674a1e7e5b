"""Where a challenge stands on a day: every number that a screen, a page or a program shows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.days import day_number, working_days_left
from hundredday.outlook.course import course_of
from hundredday.outlook.forecast import forecast_of
from hundredday.outlook.health import health_of_challenge, health_of_goal, outcome_of
from hundredday.outlook.next_step import next_step
from hundredday.outlook.path import expected_progress
from hundredday.outlook.standing import GoalStanding, Standing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.challenge.goal import Goal
    from hundredday.days import WorkingCalendar
    from hundredday.outlook.standing import Value
    from hundredday.programme import Settings


def standing(
    challenge: Challenge,
    *,
    id: str,
    path: str,
    settings: Settings,
    calendar: WorkingCalendar,
    today: date,
    reviews: Mapping[str, date] | None = None,
) -> Standing:
    """Where a challenge stands today, from what its file says up to today.

    Readings and declared colours dated after today are ignored. A closed challenge stands as it was
    closed, whatever day it is, so that what was computed once can be kept.
    """
    start, end, days = _clock(challenge)
    told_on = challenge.closed.date if challenge.closed else today
    goals = _goal_standings(challenge, settings, told_on)
    return Standing(
        id=id,
        path=path,
        title=challenge.title,
        topic=challenge.topic,
        cohort=challenge.cohort,
        agency=challenge.agency,
        leader=_leader(challenge),
        phase=challenge.phase,
        start=start,
        end=end,
        day=day_number(start, told_on) if start else None,
        days=days,
        days_left=_days_left(challenge, told_on),
        working_days_left=_working_days_left(challenge, told_on, calendar),
        health=health_of_challenge(challenge, goals, today=told_on),
        declared=_declared(challenge, told_on),
        waivers=len(challenge.waivers),
        amendments=len(challenge.amendments),
        next=next_step(challenge, settings=settings, today=told_on, reviews=reviews),
        goals=goals,
    )


def _clock(challenge: Challenge) -> tuple[date | None, date | None, int | None]:
    clock = challenge.clock
    return (clock.start, clock.end, clock.days) if clock else (None, None, None)


def _leader(challenge: Challenge) -> str | None:
    team = challenge.team
    return team.leader.name if team and team.leader else None


def _goal_standings(challenge: Challenge, settings: Settings, today: date) -> tuple[GoalStanding, ...]:
    return tuple(
        _goal_standing(challenge, key, goal, settings, today) for key, goal in challenge.goals.items()
    )


def _goal_standing(
    challenge: Challenge, key: str, goal: Goal, settings: Settings, today: date
) -> GoalStanding:
    course = course_of(challenge, goal, today=today)
    forecast = forecast_of(course)
    measure, latest = goal.measurable, course.latest
    target = measure.target if measure else None
    is_launched = course.day >= 0
    return GoalStanding(
        id=key,
        primary=goal.primary or len(challenge.goals) == 1,
        metric=measure.metric if measure else None,
        kind=measure.kind if measure else None,
        unit=measure.unit if measure else None,
        baseline=measure.baseline if measure else None,
        target=target,
        target_at_launch=_target_at_launch(challenge, key, target),
        latest=latest.value if latest else None,
        latest_on=latest.date if latest else None,
        progress=_rounded(course.progress(latest.value) if latest else None),
        expected=_rounded(expected_progress(course, today)) if is_launched else None,
        forecast=forecast,
        health=health_of_goal(course, forecast, settings),
        outcome=outcome_of(course),
        reached_on=course.reached_on,
    )


def _target_at_launch(challenge: Challenge, key: str, target: Value | None) -> Value | None:
    for amendment in challenge.amendments:
        if amendment.goal == key and amendment.field == "target":
            # What an amendment moved may also be a day or a text, when another field is meant.
            return amendment.from_ if isinstance(amendment.from_, bool | int | float) else None
    return target


def _days_left(challenge: Challenge, today: date) -> int | None:
    clock = challenge.clock
    if clock is None or clock.end is None:
        return None
    if challenge.phase in ("sustainability", "closed"):
        return 0
    return min(max((clock.end - today).days, 0), clock.days)


def _working_days_left(challenge: Challenge, today: date, calendar: WorkingCalendar) -> int | None:
    clock = challenge.clock
    if clock is None or clock.start is None or clock.end is None:
        return None
    if challenge.phase in ("sustainability", "closed"):
        return 0
    return working_days_left(max(today, clock.start), clock.end, calendar)


def _declared(challenge: Challenge, today: date) -> str | None:
    declared = challenge.acceleration.declared if challenge.acceleration else ()
    known = sorted((one for one in declared if one.date <= today), key=lambda one: one.date)
    return known[-1].status if known else None


def _rounded(progress: float | None) -> float | None:
    return None if progress is None else round(progress, 3)
