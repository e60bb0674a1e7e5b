"""Three versions of a list, entry by entry: which entries are the same, and in which order they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hundredday.merging.entries import Slot, rank, rewritten_from, slots_of, unsure_order
from hundredday.merging.values import ABSENT, Absent, Value, alike

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence
    from typing import TypeVar

    from hundredday.store.scalars import Data

    S = TypeVar("S", bound=Hashable)

Version = dict[Slot, "Data"]
"""The entries of a list by what they are known by, in their order."""

Gaps = dict[Slot | None, list[Slot]]
"""The entries that a side put in, by the older entry that they stand behind (None: before all)."""


class Row(NamedTuple):
    """One entry in each of the three versions."""

    slot: Slot
    base: Value
    ours: Value
    theirs: Value


def rows_of(name: str, base: list[Data], ours: list[Data], theirs: list[Data]) -> list[Row]:
    """The entries of all three versions in the order of the merged list, whichever side is called ours."""
    old = dict(zip(slots_of(name, base), base, strict=True))
    mine, other = (_named_as_before(name, old, entries) for entries in (ours, theirs))
    return [
        Row(slot, old.get(slot, ABSENT), mine.get(slot, ABSENT), other.get(slot, ABSENT))
        for slot in _ordered(old, mine, other)
    ]


def is_another(name: str, row: Row) -> bool:
    """Whether one side made another entry of one that the other side changed too."""
    if any(isinstance(version, Absent) for version in row[1:]) or alike(row.ours, row.theirs):
        return False
    if alike(row.base, row.ours) or alike(row.base, row.theirs):
        return False
    return len({slots_of(name, [version])[0] for version in row[1:] if not isinstance(version, Absent)}) > 1


def woven(first: Sequence[S], second: Iterable[S]) -> list[S]:
    """The first sequence, with what only the second has put behind what it stands behind there."""
    found = list(first)
    before: S | None = None
    for one in second:
        if one not in found:
            found.insert(found.index(before) + 1 if before is not None else 0, one)
        before = one
    return found


def _named_as_before(name: str, old: Version, entries: list[Data]) -> Version:
    now = dict(zip(slots_of(name, entries), entries, strict=True))
    was = rewritten_from(name, old, now)
    return {was.get(slot, slot): entry for slot, entry in now.items()}


def _ordered(old: Version, mine: Version, other: Version) -> list[Slot]:
    spine = _spine(list(old), list(mine), list(other))
    ours, theirs = _gaps(old, mine), _gaps(old, other)
    places = {slot: index for index, slot in enumerate([None, *spine])}
    # What both put in stands where the first of them has it.
    first = {
        slot: min(places[gap] for gap in (_gap_of(ours, slot), _gap_of(theirs, slot)))
        for slot in mine.keys() & other.keys() - old.keys()
    }
    order: list[Slot] = []
    for gap in (None, *spine):
        if gap is not None:
            order.append(gap)
        here = [
            [slot for slot in side.get(gap, ()) if first.get(slot, places[gap]) == places[gap]]
            for side in (ours, theirs)
        ]
        order += _run(here[0], here[1], {**other, **mine}, {**mine, **other})
    return order


def _spine(old: list[Slot], mine: list[Slot], other: list[Slot]) -> list[Slot]:
    """The entries of the base, in the order that a side has given them."""
    moved = sorted(
        [slot for slot in side if slot in old] for side in (mine, other) if unsure_order(side, old)
    )
    return woven(moved[0], old) if moved else old


def _gaps(old: Version, side: Version) -> Gaps:
    gaps: Gaps = {}
    behind: Slot | None = None
    for slot in side:
        if slot in old:
            behind = slot
        else:
            gaps.setdefault(behind, []).append(slot)
    return gaps


def _gap_of(gaps: Gaps, slot: Slot) -> Slot | None:
    return next(gap for gap, slots in gaps.items() if slot in slots)


def _run(mine: list[Slot], other: list[Slot], of_mine: Version, of_other: Version) -> list[Slot]:
    """Two runs of new entries as one: each in its own order, and between the two by their rank."""
    order: list[Slot] = []
    while mine or other:
        mine, other = ([slot for slot in run if slot not in order] for run in (mine, other))
        if not mine or not other:
            return order + mine + other
        one, two = mine[0], other[0]
        waits_one, waits_two = one in other and two not in mine, two in mine and one not in other
        is_first = waits_two or (not waits_one and _weight(one, of_mine) <= _weight(two, of_other))
        order.append(one if is_first else two)
    return order


def _weight(slot: Slot, of: Version) -> tuple[tuple[str, int, str], Slot]:
    return rank(of[slot]), slot
