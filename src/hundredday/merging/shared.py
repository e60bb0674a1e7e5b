"""What two versions have in common: it stands for their base, where nobody knows that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.merging.entries import WHOLE, doubled_in, slots_of
from hundredday.merging.values import ABSENT, Absent, Value, alike

if TYPE_CHECKING:
    from hundredday.store.yaml.scalars import Data


def shared(one: Data, other: Data) -> Data:
    """What both say, so that whatever only one says counts as put in, and nothing is lost."""
    found = _shared("", one, other)
    return {} if isinstance(found, Absent) else found


def _shared(name: str, one: Value, other: Value) -> Value:
    if isinstance(one, dict) and isinstance(other, dict):
        parts = {key: _shared(key, one[key], other[key]) for key in one if key in other}
        return {key: part for key, part in parts.items() if not isinstance(part, Absent)}
    if isinstance(one, list) and isinstance(other, list) and name not in WHOLE:
        doubled = doubled_in(name, one, other)
        there = dict(zip(slots_of(name, other, doubled), other, strict=True))
        pairs = [
            (entry, there[slot])
            for slot, entry in zip(slots_of(name, one, doubled), one, strict=True)
            if slot in there
        ]
        found = [_shared("", *pair) for pair in pairs]
        return [part for part in found if not isinstance(part, Absent)]
    return one if alike(one, other) else ABSENT
