"""Three versions of a list, entry by entry: which entries are the same, and in which order they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hundredday.merging.entries import Slot, doubled_in, rank, rewritten_from, slots_of, unsure_order
from hundredday.merging.values import ABSENT, Absent, Value, alike

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence
    from typing import TypeVar

    from hundredday.store.yaml.scalars import Data

    S = TypeVar("S", bound=Hashable)

Version = dict[Slot, "Data"]
"""The entries of a list by what they are known by, in their order."""


class Row(NamedTuple):
    """One entry in each of the three versions."""

    slot: Slot
    base: Value
    ours: Value
    theirs: Value


def rows_of(name: str, base: list[Data], ours: list[Data], theirs: list[Data]) -> list[Row]:
    """The entries of all three versions in the order of the merged list, whichever side is called ours."""
    doubled = doubled_in(name, base, ours, theirs)
    old, *now = (dict(zip(slots_of(name, one, doubled), one, strict=True)) for one in (base, ours, theirs))
    mine, other = (_named_as_before(name, old, version) for version in now)
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
    known = set(first)
    behind: dict[S | None, list[S]] = {}
    before: S | None = None
    for one in second:
        if one in known:
            before = one
        else:
            behind.setdefault(before, []).append(one)
    found = behind.get(None, [])
    for one in first:
        found += [one, *behind.get(one, ())]
    return found


def _named_as_before(name: str, old: Version, now: Version) -> Version:
    was = rewritten_from(name, old, now)
    return {was.get(slot, slot): entry for slot, entry in now.items()}


def _ordered(old: Version, mine: Version, other: Version) -> list[Slot]:
    spine = _spine(list(old), list(mine), list(other))
    places = {slot: index for index, slot in enumerate([None, *spine])}
    ours, theirs = (_places_of_new(places, side) for side in (mine, other))
    # What both put in stands where the first of them has it.
    runs: list[tuple[list[Slot], list[Slot]]] = [([], []) for _ in places]
    for side, at in enumerate((ours, theirs)):
        for slot, place in at.items():
            runs[min(place, ours.get(slot, place), theirs.get(slot, place))][side].append(slot)
    order: list[Slot] = []
    for gap, (one, two) in zip([None, *spine], runs, strict=True):
        order += [gap] if gap is not None else []
        order += _run(one, two, mine, other)
    return order


def _places_of_new(places: Mapping[Slot | None, int], side: Version) -> dict[Slot, int]:
    """Behind how many older entries each new one of a side stands."""
    found: dict[Slot, int] = {}
    behind = 0
    for slot in side:
        if slot in places:
            behind = places[slot]
        else:
            found[slot] = behind
    return found


def _spine(old: list[Slot], mine: list[Slot], other: list[Slot]) -> list[Slot]:
    """The entries of the base, in the order that a side has given them."""
    known = set(old)
    moved = sorted(
        [slot for slot in side if slot in known] for side in (mine, other) if unsure_order(side, old)
    )
    return woven(moved[0], old) if moved else old


def _run(mine: list[Slot], other: list[Slot], of_mine: Version, of_other: Version) -> list[Slot]:
    """Two runs of new entries as one: each in its own order, and between the two by their rank.

    What stands in both runs comes once, when what stands before it in either has come.
    """
    in_mine, in_other = set(mine), set(other)
    order: dict[Slot, None] = {}
    at = to = 0
    while at < len(mine) and to < len(other):
        one, two = mine[at], other[to]
        if one in order or two in order:
            at, to = at + (one in order), to + (two in order)
            continue
        waits_one, waits_two = one in in_other and two not in in_mine, two in in_mine and one not in in_other
        is_first = waits_two or (not waits_one and _weight(one, of_mine) <= _weight(two, of_other))
        order[one if is_first else two] = None
    return list(order | dict.fromkeys((*mine[at:], *other[to:])))


def _weight(slot: Slot, of: Version) -> tuple[tuple[str, int, str], Slot]:
    return rank(of[slot]), slot
