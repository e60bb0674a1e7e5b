"""Readings: one number on one day, of a goal or of a guardrail."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from hundredday.errors import Refused, UnknownKey
from hundredday.language import _
from hundredday.mends import command
from hundredday.metrics import Measure, Reading, series_of
from hundredday.moves.filling import filled
from hundredday.moves.settling import in_acceleration, must_be_in, must_be_launched, must_be_past
from hundredday.nearest import meant

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from typing import Unpack

    from hundredday.challenge import Challenge
    from hundredday.metrics import AnyMeasure, Value


class Remarks(TypedDict, total=False):
    """What may be said about a number besides the number, by the fields of a reading."""

    note: str | None
    source: str | None
    by: str | None
    evidence: str | None
    status: str | None


def record(
    challenge: Challenge,
    *,
    goal: str | None,
    value: str,
    on: date,
    today: date,
    add: bool = False,
    **said: Unpack[Remarks],
) -> Challenge:
    """The challenge with a reading, appended: an earlier entry for the same day stays and is corrected by it.

    After the last day readings are follow-ups. Without a goal the primary one is meant; `goal` may be a
    guardrail too. The value is read as the metric's kind reads values; with `add` it comes on top of
    the last running total. The day of entry is kept when it differs from the day of the number.

    Raises:
        UnknownKey: no such goal or guardrail.
        Refused: a value that is none of the metric's or breaks its rules, a day in the
            future or before the launch, or there was no launch.
    """
    made = new_reading(challenge, goal=goal, value=value, on=on, today=today, add=add, **said)
    key = goal or _primary_key(challenge)
    if any(says_the_same(known, made) for known in series_of(_readings_of(challenge, key))):
        return challenge
    return with_readings(challenge, {key: (made,)})


def new_reading(
    challenge: Challenge,
    *,
    goal: str | None,
    value: str,
    on: date,
    today: date,
    add: bool = False,
    **said: Unpack[Remarks],
) -> Reading:
    """The reading alone, as `record` would append it; whether it is sound among the others is not asked yet.

    Raises:
        UnknownKey, Refused: as `record` does.
    """
    must_be_in(challenge, _("A reading"), "acceleration", "sustainability", "closed")
    _must_be_since_launch(on, must_be_launched(challenge))
    must_be_past(on, today, _("A reading"))
    key = goal or _primary_key(challenge)
    _readings_of(challenge, key)
    fields = _values(challenge, key, value, on, add=add)
    entered = today if today != on else None
    return filled(Reading, date=on, **fields, **said, entered=entered)


def says_the_same(known: Reading, made: Reading) -> bool:
    """Whether two readings say the same, whenever they were entered."""
    ignored = {"entered"}
    return known.date == made.date and known.model_dump(exclude=ignored) == made.model_dump(exclude=ignored)


def with_readings(challenge: Challenge, new: Mapping[str, Sequence[Reading]]) -> Challenge:
    """The challenge with readings appended to goals and guardrails, by their keys.

    Raises:
        Refused: a rule of the record forbids what they say together.
    """
    section = challenge.acceleration
    assert section is not None
    goals, guardrails = dict(section.goals), dict(section.guardrails)
    for key, readings in new.items():
        if key in goals:
            goals[key] = filled(goals[key], readings=(*goals[key].readings, *readings))
        else:
            guardrails[key] = filled(guardrails[key], readings=(*guardrails[key].readings, *readings))
    changed = {"goals": goals} if new.keys() & goals.keys() else {}
    if new.keys() - goals.keys():
        changed["guardrails"] = guardrails  # type: ignore[assignment]
    return in_acceleration(challenge, **changed)


def _must_be_since_launch(on: date, start: date) -> None:
    if on < start:
        raise Refused(
            _("A reading of {on} lies before the launch on {start}.").format(on=on, start=start),
            _("What was counted before Day 0 is the baseline of the goal."),
        )


def _primary_key(challenge: Challenge) -> str:
    if challenge.primary:
        return challenge.primary[0]
    if challenge.goals:
        raise Refused(
            _("It is not said which goal the reading is of."),
            _("Name one of: {goals}.").format(goals=", ".join(challenge.goals)),
        )
    raise Refused(_("There is no goal to record a reading of."), command("status"))


def _readings_of(challenge: Challenge, key: str) -> tuple[Reading, ...]:
    assert challenge.acceleration is not None
    guardrails = challenge.acceleration.guardrails
    if key in challenge.goals:
        return challenge.goals[key].readings
    if key in guardrails:
        return guardrails[key].readings
    known = (*challenge.goals, *guardrails)
    raise UnknownKey(
        _("There is no goal or guardrail “{key}”.").format(key=key),
        meant(key, known, _("goals and guardrails")),
    )


def _values(challenge: Challenge, key: str, typed: str, on: date, *, add: bool) -> dict[str, Value]:
    """The value of a reading, with its count and total where those were typed."""
    goal = challenge.goals.get(key)
    measure = Measure() if goal is None else goal.measurable
    if measure is None:
        raise Refused(
            _("The goal {key} has no metric yet.").format(key=key),
            command("goal", key, metric=_("What is counted")),
        )
    if not add:
        return measure.read(typed)
    if not measure.never_falls:
        raise Refused(
            _("Only a running total can be added to; this metric is none."),
            _("Record the value as it is now."),
        )
    more = measure.read(typed.strip().removeprefix("+"))["value"]
    return {"value": round(_last_total(challenge, key, measure, on) + more, 10)}


def _last_total(challenge: Challenge, key: str, measure: AnyMeasure, on: date) -> Value:
    earlier = [reading for reading in challenge.goals[key].series if reading.date <= on]
    return earlier[-1].value if earlier else measure.baseline or 0
