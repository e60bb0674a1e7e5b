"""Health while the clock runs, outcome when it has run: both computed from readings, never declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.outlook.course import FINAL_WITHIN, final_from
from hundredday.outlook.forecast import FEWEST_READINGS, FIRST_DAY
from hundredday.outlook.standing import HEALTHS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.challenge.acceleration import Guardrail, Milestone
    from hundredday.metrics import Reading
    from hundredday.outlook.course import Course
    from hundredday.outlook.standing import Forecast, GoalStanding
    from hundredday.programme import Settings


def health_of_goal(course: Course, forecast: Forecast | None, settings: Settings) -> str | None:
    """One of the words of `HEALTHS`; None before launch.

    While the clock runs the first that holds is said: `achieved` (the latest reading reaches the
    target), `no_data` (no reading since Day 0, or no target to compare with), `stale` (the newest
    reading is older than `stale_after` days), `too_early` (before Day 15, or fewer than three
    readings), then what the forecast says. A thing to be done has no readings to wait for: see
    `_health_of_thing`. Afterwards the outcome decides, except that a target reached late counts as
    achieved until the challenge is closed.
    """
    if course.settled is not None:
        return _health_at_end(course)
    if not course.runs:
        return None
    if course.goal.not_measurable or course.measure is None or course.progress(course.measure.target) is None:
        return "no_data"
    if course.since_launch and course.reaches_target(course.latest):
        return "achieved"
    if course.is_done_or_not:
        return _health_of_thing(course)
    return _health_of_number(course, forecast, settings)


def outcome_of(course: Course) -> str | None:
    """`surpassed`, `achieved`, `missed` or `not_measurable`; None until the goal is settled.

    Taken from the last reading on or before the due date. It must lie in the last 10 days before the
    due date, or before the day on which the challenge left Acceleration, if that came first. What
    cannot be undone (a running total that has reached its target, a thing done) needs no newer
    reading. Provisional readings count until they are corrected.
    """
    if course.settled is None:
        return None
    if course.goal.not_measurable or course.measure is None:
        return "not_measurable"
    final = course.final
    progress = course.progress(final.value) if final else None
    if final is None or progress is None:
        return "missed" if course.is_done_or_not else "not_measurable"
    cannot_be_undone = course.is_done_or_not or (course.measure.never_falls and progress >= 1)
    if final.date < final_from(course.settled) and not cannot_be_undone:
        return "not_measurable"
    return "surpassed" if progress > 1 else "achieved" if progress >= 1 else "missed"


def attainment(course: Course) -> float | None:
    """How much of the way was gone at the end, in percent: 100 is the target, more is beyond it.

    None until the goal is settled, and where its outcome is not measurable.
    """
    if outcome_of(course) in (None, "not_measurable"):
        return None
    progress = course.progress(course.final.value) if course.final else 0.0
    return None if progress is None else round(100 * progress, 1)


def health_of_challenge(challenge: Challenge, goals: Iterable[GoalStanding], *, today: date) -> str | None:
    """The primary goal's health; the worst of all goals where none is marked as primary.

    Until the challenge is closed a breached guardrail makes it at least `at_risk`, and while it is in
    Acceleration an overdue critical milestone does.
    """
    goals = tuple(goals)
    primary = challenge.primary
    healths = [goal.health for goal in goals if goal.health and (primary is None or goal.id == primary[0])]
    health = min(healths, key=HEALTHS.index, default=None)
    if health is None or challenge.closed or not _is_in_danger(challenge, today):
        return health
    return min(health, "at_risk", key=HEALTHS.index)


def is_breached(guardrail: Guardrail, *, today: date) -> bool:
    """Whether the latest reading up to today is beyond the limit; one exactly on it is not."""
    latest = _latest(guardrail.readings, today)
    if latest is None or guardrail.limit is None:
        return False
    if guardrail.worse == "below":
        return latest.value < guardrail.limit
    return guardrail.worse == "above" and latest.value > guardrail.limit


def is_overdue(milestone: Milestone, *, today: date) -> bool:
    """Whether the milestone was due before today and is not done by today."""
    if milestone.due is None or milestone.due >= today:
        return False
    return milestone.done is None or milestone.done > today


def _health_at_end(course: Course) -> str:
    outcome = outcome_of(course)
    if outcome in ("surpassed", "achieved"):
        return "achieved"
    if course.goal.not_measurable or (not course.readings and not course.is_done_or_not):
        return "no_data"
    return "achieved" if course.phase != "closed" and course.reaches_target(course.latest) else "missed"


def _health_of_thing(course: Course) -> str:
    # There is no number to forecast: what is known is how near the due date has come.
    if course.last is not None and (course.last - course.today).days <= FINAL_WITHIN:
        return "at_risk"
    return "too_early" if course.day < FIRST_DAY else "on_track"


def _health_of_number(course: Course, forecast: Forecast | None, settings: Settings) -> str:
    since = course.since_launch
    if not since:
        return "no_data"
    if (course.today - since[-1].date).days > settings.stale_after:
        return "stale"
    if forecast is None or course.day < FIRST_DAY or len(since) < FEWEST_READINGS:
        return "too_early"
    if forecast.progress < settings.off_track_below:
        return "off_track"
    return "at_risk" if forecast.progress < settings.at_risk_below else "on_track"


def _is_in_danger(challenge: Challenge, today: date) -> bool:
    acceleration = challenge.acceleration
    if acceleration is None:
        return False
    if any(is_breached(guardrail, today=today) for guardrail in acceleration.guardrails.values()):
        return True
    critical = [milestone for milestone in acceleration.milestones.values() if milestone.critical]
    return challenge.phase == "acceleration" and any(is_overdue(one, today=today) for one in critical)


def _latest(readings: tuple[Reading, ...], today: date) -> Reading | None:
    # Of several for one day the one entered last counts: `max` would keep the first of them.
    known = sorted(
        (reading for reading in readings if reading.date <= today), key=lambda reading: reading.date
    )
    return known[-1] if known else None
