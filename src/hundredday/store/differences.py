"""How two pieces of data differ, strictly: true is not 1, and 1 is not 1.0."""

from __future__ import annotations

from datetime import date, datetime
from difflib import SequenceMatcher
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.findings import Where
    from hundredday.store.yaml.scalars import Data


class Alignment(NamedTuple):
    """Which items of a list stay, change, go and come.

    Args:
        pairs: index before and index after, of items that stay or change in their place.
        gone: indexes before.
        come: for each new item, the index before of the item it follows (-1: none) and its index after.
    """

    pairs: tuple[tuple[int, int], ...]
    gone: frozenset[int]
    come: tuple[tuple[int, int], ...]


def same(one: Data, other: Data) -> bool:
    """Whether two values are the same in type and value, all the way down."""
    return first_difference(one, other) is None


def first_difference(one: Data, other: Data, where: Where = ()) -> Where | None:
    """The way to a value that is not the same in both; None when all is."""
    if type(one) is not type(other):
        return where
    if isinstance(one, dict) and isinstance(other, dict):
        if one.keys() != other.keys():
            return (*where, min(one.keys() ^ other.keys()))
        return _first(((*where, key), one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        if len(one) != len(other):
            return (*where, min(len(one), len(other)))
        return _first(((*where, index), *pair) for index, pair in enumerate(zip(one, other, strict=True)))
    return None if one == other else where


def aligned(before: list[Data], after: list[Data]) -> Alignment:
    """The smallest reasonable change; items that were put in the place of others are paired with them."""
    old, new = [canonical(item) for item in before], [canonical(item) for item in after]
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    pairs = [(index, index) for index in range(head)]
    gone: set[int] = set()
    come: list[tuple[int, int]] = []
    matcher = SequenceMatcher(None, old[head : len(old) - tail], new[head : len(new) - tail], autojunk=False)
    for __, *between in matcher.get_opcodes():
        start, end, new_start, new_end = (head + index for index in between)
        both = min(end - start, new_end - new_start)
        pairs += ((start + step, new_start + step) for step in range(both))
        gone.update(range(start + both, end))
        come += ((end - 1, index) for index in range(new_start + both, new_end))
    pairs += ((len(old) - step, len(new) - step) for step in range(tail, 0, -1))
    return Alignment(tuple(pairs), frozenset(gone), tuple(come))


def canonical(value: Data) -> str:
    """A text that is the same for the same data, in whatever order its keys stand."""
    if isinstance(value, dict):
        return repr(sorted((key, canonical(part)) for key, part in value.items()))
    if isinstance(value, list):
        return repr([canonical(part) for part in value])
    return repr(value)


def settled(value: Any) -> Data:
    """A value as a file can hold it: names of keys as texts, tuples as lists, choices as their words."""
    if isinstance(value, dict):
        return {str(settled(key)): settled(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [settled(part) for part in value]
    if isinstance(value, Enum):
        return settled(value.value)
    if isinstance(value, datetime) or not isinstance(value, None | bool | int | float | str | date):
        raise TypeError(_("a file cannot hold {name}").format(name=type(value).__name__))
    return value


def _alike(one: list[str], other: list[str]) -> int:
    """How many items both begin with."""
    return next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )


def _first(parts: Iterator[tuple[Where, Data, Data]]) -> Where | None:
    found = (first_difference(one, other, where) for where, one, other in parts)
    return next((where for where in found if where is not None), None)
