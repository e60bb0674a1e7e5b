"""Changes of frozen fields, and which amendments account for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hundredday.challenge.frozen import FROZEN, Frozen, frozen_value, is_same
from hundredday.history.leaves import listing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hundredday.challenge import Challenge
    from hundredday.challenge.acceleration import Amendment
    from hundredday.challenge.goal import Goal
    from hundredday.findings import Where
    from hundredday.history.leaves import Listing
    from hundredday.history.pair import Pair

_OUTSIDE_THE_MEASURE: dict[str, Where] = {
    "specific": ("specific",),
    "due": ("time_bound", "due"),
    "trajectory": ("trajectory",),
}


class FrozenChange(NamedTuple):
    """A frozen field that differs, and where it stands in its goal."""

    field: str
    where: Where
    before: Frozen
    after: Frozen


def frozen_changes(before: Goal, after: Goal) -> tuple[FrozenChange, ...]:
    """The frozen fields that differ between two versions of a goal.

    A baseline that a surrogate held the place of is measured after the launch: that is no change.
    """
    awaited = before.measurable is not None and before.measurable.baseline_method == "surrogate"
    found = (
        FrozenChange(
            field,
            _OUTSIDE_THE_MEASURE.get(field, ("measurable", field)),
            frozen_value(before, field),
            frozen_value(after, field),
        )
        for field in FROZEN
        if field != "trajectory" or before.trajectory != after.trajectory
    )
    return tuple(
        change
        for change in found
        if not is_same(change.before, change.after)
        and not (awaited and change.before is None and change.field.startswith("baseline"))
    )


def listed_amendments(before: Challenge, after: Challenge) -> Listing[Amendment]:
    """How the amendments differ; those of one day, goal and field are the same one."""
    return listing(before.amendments, after.amendments, lambda one: (one.date, one.goal, one.field))


def added_amendments(before: Challenge, after: Challenge) -> tuple[Amendment, ...]:
    """The amendments that were added; one that was rewritten is none of them."""
    return listed_amendments(before, after).added


def new_amendments(pair: Pair, goal: str, field: str) -> tuple[Amendment, ...]:
    """The amendments of a field that were added; one that was rewritten accounts for nothing."""
    added = added_amendments(pair.before, pair.after)
    return tuple(one for one in added if (one.goal, one.field) == (goal, field))


def is_amended(change: FrozenChange, amendments: Sequence[Amendment]) -> bool:
    """Whether new amendments lead from the value before to the value after."""
    if not amendments:
        return False
    first, last = amendments[0], amendments[-1]
    return is_same(first.from_, change.before) and is_same(last.to, change.after)
