"""What an entry of a list is known by, in which version so ever it stands."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from hundredday.store.differences import canonical

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from hundredday.store.yaml.scalars import Data

KNOWN_BY: Mapping[str, tuple[str, ...]] = {
    "readings": ("date", "value"),
    "declared": ("date", "status"),
    "amendments": ("date", "goal", "field", "to"),
    "members": ("name",),
    "pledges": ("by", "agency"),
    "lessons": ("text",),
    "waivers": ("condition",),
    "reopened": ("date",),
    "participants": ("name",),
    "visits": ("from", "where"),
}
"""The fields by which an entry is known; the entries of other lists are known by all that they say."""

STILL_KNOWN_BY: Mapping[str, tuple[str, ...]] = {
    "readings": ("date",),
    "declared": ("date",),
    "amendments": ("date", "goal", "field"),
    "lessons": ("kind", "date"),
}
"""The fields by which an entry is still known after somebody wrote another value into it."""

BOTH_STAND = frozenset({"readings", "declared", "amendments", "lessons", "pledges"})
"""Lists of what happened: two new entries that are known by the same and say different things both stand."""

WHOLE = frozenset({"team_size", "follow_up_days", "attended"})
"""Lists that are one value: two sides that change one of them disagree."""


class Slot(NamedTuple):
    """What an entry is known by, and the how many-th of that kind it is in its list.

    Of entries that are known by the same, each is known by all that it says: `said`.
    """

    known: tuple[str, ...]
    turn: int
    said: str = ""

    @property
    def label(self) -> str:
        """The entry as people are told of it."""
        words = " ".join((*self.known, *filter(None, (self.said,))))
        return f"{words} #{self.turn + 1}" if self.turn else words


def slots_of(name: str, entries: Iterable[Data], doubled: Container[tuple[str, ...]] = ()) -> list[Slot]:
    """What each entry of a list is known by, in order; no two of them are the same."""
    seen: Counter[tuple[tuple[str, ...], str]] = Counter()
    found = []
    for entry in entries:
        known = _known_by(name, entry)
        said = _all_words(entry) if known in doubled else ""
        found.append(Slot(known, seen[known, said], said))
        seen[known, said] += 1
    return found


def doubled_in(name: str, *versions: Iterable[Data]) -> frozenset[tuple[str, ...]]:
    """What several entries of one version are known by: in another version it may be any of them."""
    counts = (Counter(_known_by(name, entry) for entry in entries) for entries in versions)
    return frozenset(known for count in counts for known, number in count.items() if number > 1)


def rewritten_from(name: str, base: Mapping[Slot, Data], side: Mapping[Slot, Data]) -> Mapping[Slot, Slot]:
    """For entries that a side has written another value into: the slot that they have in the base."""
    fields = STILL_KNOWN_BY.get(name, ())
    gone = [slot for slot in base if slot not in side]
    pairs: dict[Slot, Slot] = {}
    for slot in side:
        if slot in base or not (known := _known(side[slot], fields)):
            continue
        was = next((lost for lost in gone if _known(base[lost], fields) == known), None)
        if was is not None:
            gone.remove(was)
            pairs[slot] = was
    return pairs


def rank(entry: Data) -> tuple[str, int, str]:
    """The order of entries that two sides put into the same place: by day, the surest of a day last."""
    if not isinstance(entry, dict):
        return "", 0, canonical(entry)
    day = next((str(entry[key]) for key in _DAYS if key in entry), "")
    return day, _SURENESS.get(str(entry.get("status")), 1), canonical(entry)


def unsure_order(slots: Sequence[Slot], known: Sequence[Slot]) -> bool:
    """Whether the slots that are known stand in another order than there."""
    places = {slot: index for index, slot in enumerate(known)}
    order = [places[slot] for slot in slots if slot in places]
    return order != sorted(order)


_DAYS = ("date", "signed", "from", "entered")
_SURENESS = {"provisional": 0, "verified": 2}


def _all_words(entry: Data) -> str:
    if not isinstance(entry, dict):
        return _words(entry)
    return "; ".join(f"{key} {_words(entry[key])}" for key in sorted(entry))


def _known_by(name: str, entry: Data) -> tuple[str, ...]:
    return _known(entry, KNOWN_BY.get(name, ())) or (_words(entry),)


def _known(entry: Data, fields: tuple[str, ...]) -> tuple[str, ...] | None:
    if not isinstance(entry, dict) or not all(field in entry for field in fields):
        return None
    return tuple(_words(entry[field]) for field in fields) or None


def _words(value: Data) -> str:
    return (
        value
        if isinstance(value, str)
        else canonical(value)
        if isinstance(value, dict | list)
        else str(value)
    )
