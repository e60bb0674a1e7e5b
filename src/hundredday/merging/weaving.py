"""Three versions of a file's data as one: what one side changed is taken, what both changed is compared further in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from hundredday.merging.entries import BOTH_STAND, WHOLE, doubled_in, rank, slots_of
from hundredday.merging.listing import is_another, rows_of, woven
from hundredday.merging.values import ABSENT, Absent, Conflict, Labels, Side, Value, alike, part_of
from hundredday.store.writing.house import ONE_LINE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hundredday.findings import Where
    from hundredday.merging.listing import Row
    from hundredday.store.yaml.scalars import Data

Version = Literal["ours", "theirs", "base"]

ONE_THING = ONE_LINE - {"scores"}
"""Groups of keys that say one thing: a person, a decision, a clock. Two sides that disagree about a part do about the whole."""

ONE_PIECE = frozenset({"trajectory"})
"""Groups of keys of which half from one side and half from the other makes no sense."""


@dataclass(slots=True)
class Weaving:
    """One merge of data.

    Args:
        contested: places at which the sides disagree although only one changed them, because together
            they break a rule.
        chosen: for places of disagreement, whose value is taken.
        otherwise: whose value is taken where nobody has chosen.
        conflicts: the disagreements about which nobody has chosen.
    """

    contested: frozenset[Labels] = frozenset()
    chosen: Mapping[Labels, Side] = field(default_factory=dict)
    otherwise: Version = "ours"
    conflicts: list[Conflict] = field(default_factory=list)

    def weave(self, base: Data, ours: Data, theirs: Data) -> Data:
        """The data of both sides."""
        merged = self._value((), base, ours, theirs)
        return {} if isinstance(merged, Absent) else merged

    def _value(self, where: Labels, base: Value, ours: Value, theirs: Value) -> Value:
        if alike(ours, theirs):
            return ours
        if where in self.contested:
            return self._decided(where, base, ours, theirs)
        if self._is_contested_below(where):
            ours, theirs = _opened(base, ours, theirs)
        elif alike(base, ours):
            return theirs
        elif alike(base, theirs):
            return ours
        if isinstance(ours, dict) and isinstance(theirs, dict):
            return self._group(where, base, ours, theirs)
        if isinstance(ours, list) and isinstance(theirs, list) and WHOLE.isdisjoint(where[-1:]):
            return self._list(where, base if isinstance(base, list) else [], ours, theirs)
        return self._decided(where, base, ours, theirs)

    def _group(self, where: Labels, base: Value, ours: dict[str, Data], theirs: dict[str, Data]) -> Value:
        if not ONE_PIECE.isdisjoint(where[-1:]):
            return self._decided(where, base, ours, theirs)
        if not ONE_THING.isdisjoint(where[-1:]):
            trial = Weaving(self.contested, self.chosen)
            merged = trial._keys(where, base, ours, theirs)
            return self._decided(where, base, ours, theirs) if trial.conflicts else merged
        return self._keys(where, base, ours, theirs)

    def _keys(self, where: Labels, base: Value, ours: dict[str, Data], theirs: dict[str, Data]) -> Value:
        merged: dict[str, Data] = {}
        for key in woven(*sorted((list(ours), list(theirs)))):
            parts = (part_of(version, key) for version in (base, ours, theirs))
            value = self._value((*where, key), *parts)
            if not isinstance(value, Absent):
                merged[key] = value
        return merged

    def _list(self, where: Labels, base: list[Data], ours: list[Data], theirs: list[Data]) -> list[Data]:
        merged: list[Data] = []
        for row in rows_of(where[-1] if where else "", base, ours, theirs):
            merged += self._entries((*where, row.slot.label), row)
        return merged

    def _entries(self, where: Labels, row: Row) -> list[Data]:
        """One entry, none where it was taken out, two where both sides put in entries that only look the same."""
        new_to_both = isinstance(row.base, Absent) and not isinstance(row.ours, Absent)
        if new_to_both and not isinstance(row.theirs, Absent) and not BOTH_STAND.isdisjoint(where[-2:-1]):
            trial = Weaving()
            value = trial._value(where, *row[1:])
            if trial.conflicts and not isinstance(row.ours, Absent):
                return sorted([row.ours, row.theirs], key=rank)
        elif is_another(where[-2], row):
            # Who vouches for a value, or corrects its source, has not seen the other side's value.
            value = self._decided(where, row.base, row.ours, row.theirs)
        else:
            value = self._value(where, *row[1:])
        return [] if isinstance(value, Absent) else [value]

    def _decided(self, where: Labels, base: Value, ours: Value, theirs: Value) -> Value:
        side: Version | None = self.chosen.get(where)
        if side is None:
            self.conflicts.append(Conflict(where, base, ours, theirs))
            side = self.otherwise
        return {"ours": ours, "theirs": theirs, "base": base}[side]

    def _is_contested_below(self, where: Labels) -> bool:
        return any(place[: len(where)] == where for place in self.contested)


def labelled(where: Where, data: Value) -> Labels:
    """A place of a finding with the labels of entries in the place of their numbers."""
    labels: list[str] = []
    for part in where:
        if isinstance(data, list) and isinstance(part, int) and 0 <= part < len(data):
            name = labels[-1] if labels else ""
            labels.append(slots_of(name, data, doubled_in(name, data))[part].label)
            data = data[part]
        else:
            labels.append(str(part))
            data = part_of(data, str(part))
    return tuple(labels)


def found_at(where: Labels, data: Value) -> Value:
    """What stands at a place; nothing where it leads nowhere."""
    name = ""
    for label in where:
        data = _entry_called(label, name, data) if isinstance(data, list) else part_of(data, label)
        name = label
    return data


def _entry_called(label: str, name: str, entries: list[Data]) -> Value:
    """An entry by its label, whether it was given beside others that are known by the same or alone."""
    every = doubled_in(name, entries, entries + entries)
    for doubled in (frozenset[tuple[str, ...]](), every):
        labels = [slot.label for slot in slots_of(name, entries, doubled)]
        if label in labels:
            return entries[labels.index(label)]
    return ABSENT


def _opened(base: Value, ours: Value, theirs: Value) -> tuple[Value, Value]:
    """Two versions of which one is not there, as an empty one beside the other, so that parts can be compared."""
    if isinstance(base, Absent):
        for kind in (dict, list):
            if isinstance(ours, Absent) and isinstance(theirs, kind):
                return kind(), theirs
            if isinstance(theirs, Absent) and isinstance(ours, kind):
                return ours, kind()
    return ours, theirs
