"""What is merged: values that may be absent, the places they stand at, and what two sides disagree about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, final

from hundredday.store.differences import same

if TYPE_CHECKING:
    from hundredday.store.yaml.scalars import Data


@final
class Absent:
    """What stands where nothing stands: not even null."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = Absent()

Value: TypeAlias = "Data | Absent"

Side = Literal["ours", "theirs"]
SIDES: tuple[Side, ...] = ("ours", "theirs")

Labels = tuple[str, ...]
"""A place in a file: keys, and for an entry of a list what it is known by."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place at which both sides want something else; the base is ABSENT where it was not there."""

    where: Labels
    base: Value
    ours: Value
    theirs: Value


def alike(one: Value, other: Value) -> bool:
    """Whether two values are the same, or both are absent."""
    if isinstance(one, Absent) or isinstance(other, Absent):
        return one is other
    return same(one, other)


def part_of(value: Value, key: str) -> Value:
    """What stands under a key; nothing where there is no group of keys."""
    return value.get(key, ABSENT) if isinstance(value, dict) else ABSENT
