"""How a team was nominated and what it promised: its goals, guardrails and milestones at launch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.replay.line import Line, options_of, repeated, typed_person, typed_value
from hundredday.replay.pacing import Beat, Chapter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.challenge.acceleration import Acceleration, Amendment, Milestone, Team
    from hundredday.challenge.goal import Goal
    from hundredday.metrics import Measure

_PLAIN = ("metric", "kind", "unit", "baseline_method", "counted", "source", "every")
_VALUES = ("baseline", "baseline_date", "target")


def promise_beats(challenge: Challenge) -> Iterator[Beat]:
    """The commands before Day 0: team, goal, guardrail, milestone."""
    if not (part := challenge.acceleration):
        return
    if part.team:
        yield from (Beat(Chapter.PREPARING, line) for line in _nominations(part.team))
    for key, goal in part.goals.items():
        line = _goal(key, goal, part.amendments)
        counted_on = goal.measurable.baseline_date if goal.measurable else None
        yield Beat(Chapter.PREPARING, line, earliest=counted_on)
    for key, guardrail in part.guardrails.items():
        given = {"unit": guardrail.unit, "limit": _typed(guardrail.limit), "worse": guardrail.worse}
        options = options_of({**given, "key": key})
        yield Beat(Chapter.PREPARING, Line("guardrail", (guardrail.metric or key,), options))
    for key, milestone in part.milestones.items():
        planned: dict[str, object] = {
            "due": milestone.due,
            "owner": milestone.owner,
            "critical": milestone.critical,
        }
        line = Line("milestone", (milestone.title or key,), options_of({**planned, "key": key}))
        yield Beat(Chapter.PREPARING, line, _planned_on(milestone, part))


def _nominations(team: Team) -> Iterator[Line]:
    leading = {"leader": typed_person(team.leader), "coach": typed_person(team.coach)}
    if options := options_of(leading):
        yield Line("team", options=options)
    if team.members:
        yield Line("team", options=repeated("--member", map(typed_person, team.members)))


def _goal(key: str, goal: Goal, amendments: Iterable[Amendment]) -> Line:
    given = _as_it_stands(goal) | _at_launch(key, amendments)
    return Line("goal", (key,), options_of({"primary": goal.primary, **given}))


def _as_it_stands(goal: Goal) -> dict[str, object]:
    attainable = goal.attainable
    return {
        "specific": goal.specific,
        **(_measure(goal.measurable) if goal.measurable else {}),
        "owner": attainable.owner if attainable else None,
        "because": attainable.because if attainable else None,
        "relevant": goal.relevant,
        "due": goal.due,
        "trajectory": " ".join(f"{day}={typed_value(value)}" for day, value in goal.trajectory.items())
        or None,
    }


def _measure(measure: Measure) -> dict[str, object]:
    written = measure.model_fields_set | {"kind"}
    usual = measure.usual
    return {
        **{name: getattr(measure, name) for name in _PLAIN if name in written},
        **{name: _typed(getattr(measure, name)) for name in _VALUES if name in written},
        "usual": f"{typed_value(usual.rate)}/{usual.days}" if usual else None,
        "change": getattr(measure, "change", False),
    }


def _at_launch(key: str, amendments: Iterable[Amendment]) -> dict[str, object]:
    """What the fields that were amended later held on Day 0."""
    original: dict[str, object] = {}
    for amendment in amendments:
        if amendment.goal == key:
            original.setdefault(amendment.field, _typed(amendment.from_))
    return original


def _typed(value: float | date | str | None) -> str | None:
    return None if value is None else typed_value(value)


def _planned_on(milestone: Milestone, part: Acceleration) -> date | None:
    start = part.clock.start if part.clock else None
    # A milestone that was done before Day 0 was planned before that, too.
    early = milestone.done and start and milestone.done < start
    return part.entered if early else None
