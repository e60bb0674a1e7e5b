"""What a person types for a metric, a trajectory or a frozen field, read as the field's own type."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from hundredday.challenge.goal import TimeBound
from hundredday.days import read_day
from hundredday.errors import Refused
from hundredday.language import _
from hundredday.language.listing import either
from hundredday.metrics import KINDS, AnyMeasure, Measure, Usual
from hundredday.moves.filling import cleaned, filled, refusal
from hundredday.numbers import read_number

if TYPE_CHECKING:
    from datetime import date

    from hundredday.challenge.frozen import Frozen
    from hundredday.challenge.goal import Goal


def measured(measure: AnyMeasure | None, **given: object) -> AnyMeasure:
    """A measure with the given fields set; one whose kind is given becomes a measure of that kind.

    A baseline or a target that is a text is read as the kind reads values.

    Raises:
        Refused: a value that the kind cannot hold.
    """
    there = {name: getattr(measure, name) for name in measure.model_fields_set} if measure else {}
    fields = {**there, **{name: cleaned(name, value) for name, value in given.items() if value is not None}}
    if "change" not in given and fields.get("kind") != "percent":
        fields.pop("change", None)
    kind = _validated({"kind": fields["kind"]} if "kind" in fields else {})
    for name in ("baseline", "target"):
        if isinstance(typed := fields.get(name), str):
            fields[name] = kind.read(typed)["value"]
    return _validated(fields)


def read_usual(text: str) -> Usual:
    """What would happen anyway, typed as `26/30`: so many units in so many days.

    Raises:
        Refused: it is not two numbers.
    """
    rate, __, days = text.partition("/")
    units, length = read_number(rate), read_number(days)
    if units is None or not isinstance(length, int) or length < 1:
        raise Refused(
            _("“{text}” is no usual rate.").format(text=text),
            _("Write units/days, such as 26/30 for 26 in 30 days."),
        )
    return Usual(rate=units, days=length)


def read_trajectory(text: str) -> dict[int, int | float]:
    """The points of a trajectory, typed as `25=40 50=25`: the value on each day.

    Raises:
        Refused: it is not written so, or a day is over 100.
    """
    points: dict[int, int | float] = {}
    for word in text.replace(",", " ").split():
        match = re.fullmatch(r"(\d{1,3})[=:](.+)", word)
        value = read_number(match[2]) if match else None
        if match is None or value is None or int(match[1]) > 100:
            raise Refused(
                _("“{word}” is no point of a trajectory.").format(word=word),
                _('Write day=value, such as "25=40 50=25".'),
            )
        points[int(match[1])] = value
    if not points:
        raise Refused(_("The trajectory has no points."), _('Write day=value, such as "25=40 50=25".'))
    return dict(sorted(points.items()))


def read_frozen(goal: Goal, field: str, text: str, *, today: date, start: date | None) -> Frozen:
    """A typed value of a frozen field, in the field's type; a trajectory stays a text.

    Raises:
        Refused: the field cannot hold it.
        WrongUsage: it is no date, where one belongs.
    """
    if field in {"baseline", "target"}:
        return (goal.measurable or Measure()).read(text)["value"]
    if field in {"baseline_date", "due"}:
        return read_day(text, today=today, start=start)
    if field == "trajectory":
        return " ".join(f"{day}={value}" for day, value in read_trajectory(text).items())
    if field == "kind" and text not in KINDS:
        raise Refused(
            _("“{text}” is no kind of metric.").format(text=text),
            _("Write {kinds}.").format(kinds=either(KINDS)),
        )
    return str(cleaned(field, text))


def with_frozen(goal: Goal, field: str, value: Frozen) -> Goal:
    """The goal with a frozen field set.

    Raises:
        Refused: the field cannot hold it.
    """
    if field == "specific":
        return filled(goal, specific=value)
    if field == "due":
        return filled(goal, time_bound=filled(goal.time_bound or TimeBound, due=value))
    if field == "trajectory":
        return filled(goal, trajectory=read_trajectory(str(value)))
    return filled(goal, measurable=measured(goal.measurable, **{field: value}))


@cache
def _any_measure() -> TypeAdapter[AnyMeasure]:
    return TypeAdapter(AnyMeasure)


def _validated(fields: dict[str, object]) -> AnyMeasure:
    try:
        return _any_measure().validate_python(fields)
    except ValidationError as error:
        raise refusal(error) from error
