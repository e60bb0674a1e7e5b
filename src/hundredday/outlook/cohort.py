"""What came of challenges that were launched together, and how that compares with the cohort before."""

from __future__ import annotations

from collections import Counter
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from hundredday.days import day_number
from hundredday.outlook.course import course_of
from hundredday.outlook.follow_up import follow_ups
from hundredday.outlook.health import attainment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.outlook.course import Course
    from hundredday.outlook.standing import Standing
    from hundredday.programme import Cohort, Settings

RESULTS = ("surpassed", "achieved", "missed", "not_measurable", "stopped", "running")
"""What a launched challenge has come to, by its primary goal."""


class Result(NamedTuple):
    """One launched challenge of a cohort.

    `attainment` is in percent of the way, `reached` the day of the clock on which the target was first
    met; `is_late` says that it was met after it was due. `held` is what the last look after the end
    saw: held, slipped, or None.
    """

    id: str
    title: str
    phase: str
    health: str | None
    outcome: str
    attainment: float | None
    progress: float | None
    reached: int | None
    is_late: bool
    held: str | None
    day: int | None
    days: int | None


class Learnt(NamedTuple):
    """A lesson of the cohort."""

    challenge: str
    kind: str | None
    text: str


class CohortResults(NamedTuple):
    """A cohort on one screen; `launch` is the day on which most of its challenges started, else the planned one."""

    name: str
    title: str
    launch: date | None
    starts: tuple[date, ...]
    """The days on which its challenges started, each once: one where the launch was shared."""
    reviews: Mapping[str, date]
    held_reviews: Mapping[str, int]
    counts: Mapping[str, int]
    """How many are candidates (in Design, chosen or open), declined, preparing, or launched."""
    results: tuple[Result, ...]
    lessons: tuple[Learnt, ...]

    def count(self, *outcomes: str) -> int:
        """How many ended in one of these ways."""
        return sum(result.outcome in outcomes for result in self.results)

    @property
    def met(self) -> int:
        """How many reached their target or passed it."""
        return self.count("surpassed", "achieved")

    @property
    def settled(self) -> int:
        """How many have an outcome: met or missed, or not to be measured."""
        return self.count("surpassed", "achieved", "missed", "not_measurable")

    @property
    def late(self) -> int:
        """How many reached it after the last day."""
        return sum(result.is_late for result in self.results)

    @property
    def median_attainment(self) -> float | None:
        """The median share of the way that was gone, in percent; None where none is known."""
        known = [result.attainment for result in self.results if result.attainment is not None]
        return round(median(known), 1) if known else None

    @property
    def median_day(self) -> float | None:
        """The median of the days on which targets were met, late ones too."""
        known = [result.reached for result in self.results if result.reached is not None]
        return float(median(known)) if known else None


def results_of(
    name: str,
    cohort: Cohort,
    members: Sequence[tuple[Standing, Challenge]],
    *,
    settings: Settings,
    today: date,
) -> CohortResults:
    """What has come of a cohort up to today.

    Args:
        name: the key of the cohort.
        cohort: what accelerator.yaml says of it.
        members: every challenge that names it, with where it stands.
        settings: the accelerator's.
        today: the day it is.
    """
    launched = [(one, challenge) for one, challenge in members if one.start and one.start <= today]
    return CohortResults(
        name=name,
        title=cohort.title or name,
        launch=launch_of(cohort, (one for one, _challenge in members)),
        starts=tuple(sorted({one.start for one, _challenge in launched if one.start})),
        reviews=cohort.reviews,
        held_reviews=_held_reviews(challenge for _one, challenge in launched),
        counts=_counts(members, len(launched)),
        results=tuple(_result(one, challenge, settings, today) for one, challenge in launched),
        lessons=tuple(
            Learnt(one.id, lesson.kind, lesson.text)
            for one, challenge in members
            for lesson in challenge.lessons
        ),
    )


def launch_of(cohort: Cohort, standings: Iterable[Standing]) -> date | None:
    """The day on which most of a cohort started, the earliest of equals; the planned day before that."""
    starts = Counter(standing.start for standing in standings if standing.start)
    if not starts:
        return cohort.launch
    return min(starts, key=lambda day: (-starts[day], day))


def cohort_before(name: str, launches: Mapping[str, date | None]) -> str | None:
    """The cohort that was launched last before this one; None where there is none, or no day is known."""
    mine = launches.get(name)
    if mine is None:
        return None
    earlier = [(day, other) for other, day in launches.items() if day is not None and day < mine]
    return max(earlier)[1] if earlier else None


def _counts(members: Sequence[tuple[Standing, Challenge]], launched: int) -> dict[str, int]:
    def ended(challenge: Challenge) -> str | None:
        return challenge.closed.as_ if challenge.closed else None

    def made(challenge: Challenge) -> str | None:
        decision = challenge.design.decision if challenge.design else None
        return decision.made if decision else None

    challenges = [challenge for _one, challenge in members]
    design = [challenge for challenge in challenges if challenge.phase == "design"]
    return {
        "open": sum(made(challenge) is None for challenge in design),
        "selected": sum(made(challenge) == "selected" for challenge in design),
        "declined": sum(ended(challenge) == "declined" for challenge in challenges),
        "preparing": sum(
            one.phase == "acceleration" and (one.day is None or one.day < 0) for one, _ in members
        ),
        "launched": launched,
    }


def _held_reviews(challenges: Iterable[Challenge]) -> dict[str, int]:
    found: Counter[str] = Counter()
    for challenge in challenges:
        for name, review in (challenge.acceleration.reviews if challenge.acceleration else {}).items():
            found[name] += review.date is not None
    return dict(found)


def _result(standing: Standing, challenge: Challenge, settings: Settings, today: date) -> Result:
    goal = standing.primary
    told_on = challenge.closed.date if challenge.closed else today
    course = course_of(challenge, challenge.goals[goal.id], today=told_on) if goal else None
    is_stopped = challenge.closed is not None and challenge.closed.as_ == "stopped"
    outcome = "stopped" if is_stopped else (goal.outcome if goal else None) or _without_outcome(standing)
    reached = course.reached_on if course and not is_stopped else None
    return Result(
        id=standing.id,
        title=standing.title,
        phase=standing.phase,
        health=standing.health,
        outcome=outcome,
        attainment=attainment(course) if course and not is_stopped else None,
        progress=goal.progress if goal else None,
        reached=day_number(standing.start, reached) if standing.start and reached else None,
        is_late=outcome == "missed" and _is_after_due(course, reached),
        held=_held(challenge, settings, today),
        day=standing.day,
        days=standing.days,
    )


def _is_after_due(course: Course | None, reached: date | None) -> bool:
    # A target that was met and lost again before the due date was never met late.
    return course is not None and course.last is not None and reached is not None and reached > course.last


def _without_outcome(standing: Standing) -> str:
    return "running" if standing.phase == "acceleration" else "not_measurable"


def _held(challenge: Challenge, settings: Settings, today: date) -> str | None:
    seen = [look.state for look in follow_ups(challenge, settings=settings, today=today)]
    told = [state for state in seen if state in ("held", "slipped")]
    return told[-1] if told else None
