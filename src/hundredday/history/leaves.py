"""The single values of a record and where they stand, so that two versions can be compared."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeGuard, TypeVar

from hundredday.language import N_
from hundredday.shape import Part

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

    from hundredday.findings import Where

Leaf = str | int | float | bool | date | tuple[str | date, ...]
"""A value of a file: a scalar, or a list of scalars, which is read and changed as one."""

P = TypeVar("P", bound=Part)

Mark = tuple[tuple[bool, Leaf | None], ...]
"""What an entry of a list is known by: all that it says."""

EMPTY = N_("nothing yet")
"""Stands for a part that is there and holds nothing."""


class Change(NamedTuple):
    """A value that differs; None where it does not stand."""

    where: Where
    before: Leaf | None
    after: Leaf | None


class Listing(NamedTuple, Generic[P]):
    """How two versions of a list differ: entries of the same name are pairs, the rest came or went."""

    added: tuple[P, ...]
    removed: tuple[P, ...]
    rewritten: tuple[tuple[P, P], ...]
    reordered: bool


def changes(
    before: Part | None, after: Part | None, within: frozenset[str] | None = None
) -> tuple[Change, ...]:
    """What differs between two versions of a part, value by value, in the order of the file.

    Only its fields `within` are compared, where some are named.
    """
    if before is after or (within and not any(_values(before, within)) and not any(_values(after, within))):
        return ()
    asked = set(within) if within else None
    old, new = (
        part.model_dump(by_alias=True, include=asked) if part is not None else None
        for part in (before, after)
    )
    return tuple(_compare((), old, new))


def keyed(before: Mapping[str, P], after: Mapping[str, P]) -> Iterator[tuple[str, P | None, P | None]]:
    """The keys whose parts differ, each with the part before and after; None where it does not stand."""
    for key in dict.fromkeys((*after, *before)):
        old, new = before.get(key), after.get(key)
        if changes(old, new):
            yield key, old, new


def listing(before: Sequence[P], after: Sequence[P], name: Callable[[P], Hashable]) -> Listing[P]:
    """How two versions of a list differ, whatever was put in, taken out, rewritten or moved.

    `name` tells which entries are the same thing, such as the readings of one day.
    """
    old, new = [_identity(entry) for entry in before], [_identity(entry) for entry in after]
    gone, come = _unmatched(before, old, new), _unmatched(after, new, old)
    rewritten = []
    for entry in tuple(come):
        twin = next((lost for lost in gone if name(lost) == name(entry)), None)
        if twin is not None:
            gone = [lost for lost in gone if lost is not twin]
            come = [found for found in come if found is not entry]
            rewritten.append((twin, entry))
    reordered = _kept(old, new) != _kept(new, old)
    return Listing(tuple(come), tuple(gone), tuple(rewritten), reordered)


def _values(part: Part | None, fields: frozenset[str]) -> Iterator[object]:
    return (getattr(part, field) for field in fields) if part is not None else iter(())


def _compare(where: Where, old: object, new: object) -> Iterator[Change]:
    if _is_same(old, new):
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in (*new, *(key for key in old if key not in new)):
            was, now = old.get(key), new.get(key)
            if not _is_same(was, now):  # most are, and there are very many
                yield from _compare((*where, key), was, now)
    elif _holds_parts(old) and _holds_parts(new):
        for index, (one, other) in enumerate(zip_longest(old, new)):
            yield from _compare((*where, index), one, other)
    else:
        yield from _compare_leaves(dict(_walk(where, old)), dict(_walk(where, new)))


def _compare_leaves(old: Mapping[Where, Leaf], new: Mapping[Where, Leaf]) -> Iterator[Change]:
    for place in dict.fromkeys((*old, *new)):
        if _typed(old.get(place)) != _typed(new.get(place)):
            yield Change(place, old.get(place), new.get(place))


def _is_same(old: object, new: object) -> bool:
    if old is new or type(old) is not type(new) or old != new:
        return old is new
    # For `==` alone true is 1: what also reads the same written out is the same all the way down.
    return type(old) in _FLAT or repr(old) == repr(new)


_FLAT = frozenset({str, int, float, bool, date})


def _holds_parts(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, tuple | list) and all(isinstance(child, dict) for child in value)


def _walk(where: Where, value: object) -> Iterator[tuple[Where, Leaf]]:
    if isinstance(value, dict):
        inner = [leaf for key, child in value.items() for leaf in _walk((*where, key), child)]
        yield from inner or ([(where, EMPTY)] if value else [])
    elif isinstance(value, tuple | list):
        if value and _holds_parts(value):
            for index, child in enumerate(value):
                yield from _walk((*where, index), child)
        elif value:
            yield where, tuple(value)
    elif isinstance(value, str | int | float | date):
        yield where, value


def _typed(leaf: Leaf | None) -> tuple[bool, Leaf | None]:
    # In Python true equals 1; in a file they are different answers.
    return isinstance(leaf, bool), leaf


def _identity(part: Part) -> Mark:
    return tuple([(value is True or value is False, value) for value in vars(part).values()])


def _unmatched(entries: Sequence[P], own: Sequence[Mark], other: Sequence[Mark]) -> list[P]:
    spare = Counter(other)
    alone = []
    for entry, mark in zip(entries, own, strict=True):
        if not spare[mark]:
            alone.append(entry)
        spare[mark] -= 1 if spare[mark] else 0
    return alone


def _kept(own: Sequence[Mark], other: Sequence[Mark]) -> list[Mark]:
    spare = Counter(other)
    kept = []
    for mark in own:
        if spare[mark]:
            spare[mark] -= 1
            kept.append(mark)
    return kept
