"""Whatever two people do at the same time: all of it is in the merge, or is a conflict that names both."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hundredday.merging import ABSENT, Absent, Merged, merge
from hundredday.merging.entries import Slot, slots_of
from hundredday.merging.judging import problems_of
from hundredday.merging.lines import sides_of
from hundredday.merging.values import alike
from hundredday.merging.weaving import found_at
from hundredday.store.differences import canonical
from hundredday.store.yaml.reading import parse
from merging.edits import edited

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES = 10_000 if os.environ.get("HUNDREDDAY_TORTURE") else 250
GOOD = Path(__file__).parents[1] / "examples" / "good"
FILES = [
    GOOD / f"{name}.yaml"
    for name in ("in-full", "amended", "block-style", "every-kind", "four-scripts", "quotes")
]
PATH = "challenges/x.yaml"


def data_of(source: bytes) -> Any:
    return parse(source, PATH).data


def merged(base: bytes, ours: bytes, theirs: bytes) -> Merged:
    return merge(base, ours, theirs, PATH)


Places = set[tuple[str, ...]]


def lost(side: Any, base: Any, result: Any, disputed: Places, where: tuple[str, ...] = ()) -> Iterator[str]:
    """The changes of a side that are neither in the result nor disputed."""
    if alike(side, base) or alike(side, result) or any(where[: len(place)] == place for place in disputed):
        return
    if isinstance(side, dict) and isinstance(result, dict):
        before = base if isinstance(base, dict) else {}
        for key in {*side, *before}:
            values = [one.get(key, ABSENT) for one in (side, before, result)]
            yield from lost(values[0], values[1], values[2], disputed, (*where, key))
    elif any(place[: len(where)] == where for place in disputed):
        return  # an entry that was written anew is disputed under the name that it had before
    elif isinstance(side, list) and isinstance(result, list):
        yield from _lost_entries(side, base, result, disputed, where)
    else:
        yield f"{'.'.join(where)}: {base!r} became {side!r}, and is {result!r}"


def _lost_entries(
    side: Any, base: Any, result: Any, disputed: Places, where: tuple[str, ...]
) -> Iterator[str]:
    kept, old, now = (_by_slot(where[-1], one) for one in (side, base, result))
    for slot in {**kept, **old}:
        values = [one.get(slot, ABSENT) for one in (kept, old, now)]
        if slot in old or not _stands_in(kept[slot], result):
            yield from lost(values[0], values[1], values[2], disputed, (*where, slot.label))


def _by_slot(name: str, entries: Any) -> dict[Slot, Any]:
    listed = entries if isinstance(entries, list) else []
    return dict(zip(slots_of(name, listed), listed, strict=True))


def _stands_in(entry: Any, entries: list[Any]) -> bool:
    return not isinstance(entry, Absent) and canonical(entry) in map(canonical, entries)


def _stands_at(where: tuple[str, ...], data: Any, value: Any) -> bool:
    """Whether a value stands at its place; an entry that was written anew is known by what it was before."""
    holder = found_at(where[:-1], data)
    return alike(found_at(where, data), value) or (isinstance(holder, list) and _stands_in(value, holder))


@given(random=st.integers(0, 2**64).map(Random), counts=st.tuples(st.integers(1, 6), st.integers(1, 6)))
@settings(max_examples=EXAMPLES, deadline=None, print_blob=True, suppress_health_check=list(HealthCheck))
def test_two_edits_at_once_are_both_in_the_merge_and_it_commutes(
    random: Random, counts: tuple[int, int]
) -> None:
    base = random.choice(FILES).read_bytes()
    near = random.choice(("design", "acceleration", "acceleration", "sustainability", "lessons"))
    ours, theirs = (edited(base, random, count, near) for count in counts)

    one, other = merged(base, ours, theirs), merged(base, theirs, ours)

    assert {(c.where, canonical(_plain(c.ours)), canonical(_plain(c.theirs))) for c in one.conflicts} == {
        (c.where, canonical(_plain(c.theirs)), canonical(_plain(c.ours))) for c in other.conflicts
    }
    disputed = {conflict.where for conflict in one.conflicts}
    if not disputed:
        assert alike(data_of(one.source), data_of(other.source)), (ours.decode(), theirs.decode())
        known = {(f.code, f.text) for side in (ours, theirs) for f in problems_of(side, PATH)}
        assert {(f.code, f.text) for f in problems_of(one.source, PATH) if f.blocks} <= known
    both = sides_of(one.source.decode()) if disputed else None
    assert (both is None) == (not disputed)
    results = [data_of(text.encode()) for text in both] if both else [data_of(one.source)] * 2
    for side, result in zip((ours, theirs), results, strict=True):
        assert list(lost(data_of(side), data_of(base), result, disputed)) == []
    for conflict in one.conflicts:
        assert _stands_at(conflict.where, results[0], conflict.ours)
        assert _stands_at(conflict.where, results[1], conflict.theirs)


@given(random=st.integers(0, 2**64).map(Random), count=st.integers(1, 6))
@settings(max_examples=EXAMPLES // 5, deadline=None, print_blob=True, suppress_health_check=list(HealthCheck))
def test_a_merge_with_an_unchanged_side_is_the_other_side_to_the_byte(random: Random, count: int) -> None:
    base = random.choice(FILES).read_bytes()
    side = edited(base, random, count)

    assert merged(base, side, base).source == side
    assert merged(base, base, side).source == side
    assert merged(base, side, side).source == side


def _plain(value: Any) -> Any:
    return "(absent)" if isinstance(value, Absent) else value
