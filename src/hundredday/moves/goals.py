"""Goals: the team sets them letter by letter, and from Day 0 their frozen fields stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hundredday.challenge.frozen import FROZEN, frozen_value, is_same
from hundredday.challenge.goal import Attainable, Goal, NotMeasurable, TimeBound
from hundredday.errors import Refused
from hundredday.language import _
from hundredday.mends import command
from hundredday.moves.filling import filled, without
from hundredday.moves.keys import make_key
from hundredday.moves.measures import measured, read_frozen, read_trajectory, read_usual
from hundredday.moves.settling import in_acceleration, must_be_in, must_be_known, must_be_launched

if TYPE_CHECKING:
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.metrics import AnyMeasure


@dataclass(frozen=True, slots=True)
class GoalWords:
    """What a person says about a goal; what is None was not said.

    `baseline` and `target` are read as the metric's kind reads values, `usual` is `26/30` (units in
    days), `trajectory` is `25=40 50=25` (the value on each day).
    """

    primary: bool = False
    specific: str | None = None
    metric: str | None = None
    kind: str | None = None
    unit: str | None = None
    baseline: str | None = None
    baseline_date: date | None = None
    baseline_method: str | None = None
    target: str | None = None
    counted: str | None = None
    source: str | None = None
    every: int | None = None
    usual: str | None = None
    change: bool = False
    owner: str | None = None
    because: str | None = None
    relevant: str | None = None
    due: date | None = None
    trajectory: str | None = None


def set_goal(challenge: Challenge, *, goal: str | None, said: GoalWords) -> Challenge:
    """The challenge with a goal, or with more said about one it has.

    Without a key the primary goal is meant, and the first goal of a challenge is made; its key comes
    from its metric or its statement. The first goal is primary until another one is said to be. Of a
    challenge that was started from another one, a new goal is counted as there, unless it is said how.

    Raises:
        Refused: a frozen field after the launch, a value that the field cannot hold, or the challenge
            is not in Acceleration.
    """
    must_be_in(challenge, _("A goal"), "acceleration")
    key = goal or _key_meant(challenge, said)
    stands = challenge.goals.get(key)
    if challenge.clock:
        _refuse_frozen(challenge, key, said)
    elif stands is None:
        said = _as_at_its_origin(challenge, key, said)
    primary = said.primary or not challenge.goals
    changed = filled(
        stands or Goal,
        primary=True if primary else None,
        specific=said.specific,
        measurable=_measure(stands, said),
        attainable=_attainable(stands, said),
        relevant=said.relevant,
        time_bound=filled((stands and stands.time_bound) or TimeBound, due=said.due) if said.due else None,
        trajectory=read_trajectory(said.trajectory) if said.trajectory is not None else None,
    )
    others = {k: without(g, "primary") if primary and g.primary else g for k, g in challenge.goals.items()}
    return in_acceleration(challenge, goals={**others, key: changed})


def mark_not_measurable(
    challenge: Challenge, *, goal: str | None, because: str, by: str | None, on: date
) -> Challenge:
    """The challenge with a goal that ends without a final reading, with the reason and who says so.

    Raises:
        Refused: there is no such goal, or the challenge is before its launch or past Acceleration.
    """
    must_be_in(challenge, _("Marking a goal as not measurable"), "acceleration")
    must_be_launched(challenge)
    key = goal or _key_meant(challenge, GoalWords())
    must_be_known(key, challenge.goals, "goals")
    marked = filled(NotMeasurable, because=because, by=by, date=on)
    changed = filled(challenge.goals[key], not_measurable=marked)
    return in_acceleration(challenge, goals={**challenge.goals, key: changed})


def _key_meant(challenge: Challenge, said: GoalWords) -> str:
    if challenge.primary:
        return challenge.primary[0]
    if challenge.goals:
        raise Refused(
            _("It is not said which goal is meant."),
            _("Name one of: {goals}.").format(goals=", ".join(challenge.goals)),
        )
    if brought := _brought(challenge, said):
        return brought
    if not (words := said.metric or said.specific):
        raise Refused(
            _("There is no goal yet, and nothing to call a new one by."),
            command("goal", specific=_("One result that a person outside the team can see")),
        )
    return make_key(words)


def _brought(challenge: Challenge, said: GoalWords) -> str | None:
    """The first goal that the challenge's origin has brought along, where no other metric is said."""
    origin = challenge.origin
    return next(iter(origin.goals), None) if origin and said.metric is None else None


def _as_at_its_origin(challenge: Challenge, key: str, said: GoalWords) -> GoalWords:
    """What is said of a new goal, with the counting of the goal of this key where the challenge comes from."""
    shape = challenge.origin.goals.get(key) if challenge.origin else None
    if shape is None or (said.metric or said.kind):
        return said
    return replace(
        said,
        metric=shape.metric,
        kind=shape.kind,
        unit=said.unit or shape.unit,
        counted=said.counted or shape.counted,
        change=said.change or shape.change,
    )


def _measure(stands: Goal | None, said: GoalWords) -> AnyMeasure | None:
    given = {
        name: getattr(said, name)
        for name in (
            *("metric", "kind", "unit", "baseline", "baseline_date", "baseline_method", "target"),
            *("counted", "source", "every"),
        )
        if getattr(said, name) is not None
    }
    given |= {"usual": read_usual(said.usual)} if said.usual is not None else {}
    given |= {"change": True} if said.change else {}
    return measured(stands.measurable if stands else None, **given) if given else None


def _attainable(stands: Goal | None, said: GoalWords) -> Attainable | None:
    if said.owner is None and said.because is None:
        return None
    there = stands.attainable if stands else None
    return filled(there or Attainable, owner=said.owner, because=said.because)


def _refuse_frozen(challenge: Challenge, key: str, said: GoalWords) -> None:
    """Refuse what the launch has frozen; the same value once more is no change.

    A baseline that a surrogate stands in for is measured after the launch, and may be filled in.
    """
    start = challenge.start
    assert start is not None
    if (stands := challenge.goals.get(key)) is None:
        raise Refused(
            _("The goals were settled at the launch on {start}; “{key}” is not one of them.").format(
                start=start, key=key
            ),
            _("Choose one of: {goals}; or let it be a challenge of its own.").format(
                goals=", ".join(challenge.goals)
            ),
        )
    if said.primary and challenge.primary and challenge.primary[0] != key:
        raise Refused(
            _("The primary goal was settled at the launch on {start}: {primary}.").format(
                start=start, primary=challenge.primary[0]
            ),
            _("The other goals are its conditions."),
        )
    for field in FROZEN:
        if (typed := getattr(said, field)) is not None and not _is_awaited(stands, field):
            read = read_frozen(stands, field, str(typed), today=start, start=start)
            if not is_same(read, frozen_value(stands, field)):
                raise _frozen(challenge, key, field, str(typed))


def _is_awaited(goal: Goal, field: str) -> bool:
    measure = goal.measurable
    if measure is None or measure.baseline_method != "surrogate":
        return False
    return field in {"baseline", "baseline_date"} and getattr(measure, field) is None


def _frozen(challenge: Challenge, key: str, field: str, typed: str) -> Refused:
    sponsor = challenge.sponsor.name if challenge.sponsor else None
    mend = command(
        "amend",
        key,
        field,
        typed,
        because=_("Why the goal has to change"),
        by=sponsor or _("Who approves it"),
    )
    return Refused(
        _("The {field} of {key} was frozen at the launch on {start}.").format(
            field=field, key=key, start=challenge.start
        ),
        mend,
    )
