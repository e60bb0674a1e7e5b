"""A frozen field that two sides amended: whoever settles it writes an amendment of their own, and none is lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hundredday.challenge.frozen import FROZEN, frozen_value, is_same
from hundredday.language import _
from hundredday.merging.values import ABSENT, part_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.challenge.frozen import Frozen
    from hundredday.findings import Finding
    from hundredday.merging.values import Labels, Side, Value
    from hundredday.store.yaml.scalars import Data


@dataclass(frozen=True, slots=True)
class Settlement:
    """Who settles what two sides disagree about, and on which day."""

    day: date
    by: str


def with_settlement(
    data: Data, ours: Data, theirs: Data, chosen: Mapping[Labels, Side], settlement: Settlement | None
) -> Data:
    """The merged data, with an amendment for each frozen field whose newest amendment is the other side's.

    Without it the file would say one target and its newest amendment another; to drop that amendment would
    hide that it was agreed.
    """
    if settlement is None or not isinstance(data, dict):
        return data
    now, one, other = (challenge_of(version) for version in (data, ours, theirs))
    if now is None or one is None or other is None:
        return data
    for goal, field, side in _chosen_fields(chosen):
        lost = other if side == "ours" else one
        newest = _newest(now, goal, field)
        if newest is None or not {goal} <= now.goals.keys() & lost.goals.keys():
            continue
        value = frozen_value(now.goals[goal], field)
        if not is_same(value, newest) and value is not None:
            entry: dict[str, Data] = {
                "date": settlement.day,
                "goal": goal,
                "field": field,
                "from": frozen_value(lost.goals[goal], field),
                "to": value,
                "because": _("Two amendments met, and this one was kept"),
                "by": settlement.by,
            }
            data = _appended(data, {key: part for key, part in entry.items() if part is not None})
    return data


def amended_field(finding: Finding, data: Data) -> tuple[str | int, ...]:
    """Where the sides disagree who break a rule: of an amendment that the goal contradicts, the goal's field."""
    where = finding.where
    if finding.code != "amended-field-differs" or where[:2] != ("acceleration", "amendments"):
        return where
    entry = found(where[:3], data)
    goal, field = part_of(entry, "goal"), part_of(entry, "field")
    return ("acceleration", "goals", str(goal), *_PLACES.get(str(field), ("measurable", str(field))))


def found(where: Sequence[str | int], data: Value) -> Value:
    """What stands at a place, entries of lists by their numbers."""
    for part in where:
        if isinstance(data, list) and isinstance(part, int):
            data = data[part] if part < len(data) else ABSENT
        else:
            data = part_of(data, str(part))
    return data


_PLACES: Mapping[str, tuple[str, ...]] = {
    "specific": ("specific",),
    "due": ("time_bound", "due"),
    "trajectory": ("trajectory",),
}
"""The frozen fields that do not stand in the measure."""


def challenge_of(data: Data) -> Challenge | None:
    """The challenge that data is; None where it is none."""
    from pydantic import ValidationError

    from hundredday.challenge import Challenge

    try:
        return Challenge.model_validate(data)
    except ValidationError:
        return None


def _chosen_fields(chosen: Mapping[Labels, Side]) -> Iterator[tuple[str, str, Side]]:
    """The frozen fields that were chosen: goal, field, side."""
    for where, side in chosen.items():
        if where[:2] != ("acceleration", "goals") or len(where) <= len(("acceleration", "goals", "GOAL")):
            continue
        rest = where[3:]
        field = "due" if rest[0] == "time_bound" else rest[-1] if rest[0] == "measurable" else rest[0]
        if field in FROZEN:
            yield where[2], field, side


def _newest(challenge: Challenge, goal: str, field: str) -> Frozen:
    """What the newest amendment of a field made of it; None where it has none."""
    found = [one for one in challenge.amendments if (one.goal, one.field) == (goal, field)]
    return max(enumerate(found), key=lambda pair: (pair[1].date, pair[0]))[1].to if found else None


def _appended(data: dict[str, Data], amendment: dict[str, Data]) -> dict[str, Data]:
    acceleration = data["acceleration"]
    assert isinstance(acceleration, dict)
    before = acceleration.get("amendments")
    entries = [*(before if isinstance(before, list) else []), amendment]
    return {**data, "acceleration": {**acceleration, "amendments": entries}}
