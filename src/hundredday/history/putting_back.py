"""Putting back: a version of a challenge in which stands again what a later one restores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hundredday.challenge.acceleration import Amendment, Declared
from hundredday.challenge.record import Lesson, Reopening, Waiver
from hundredday.challenge.sustainability import Pledge
from hundredday.metrics.reading import Reading
from hundredday.shape import Part

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

    from hundredday.challenge import Challenge

_NAMES: Mapping[type[Part], Callable[[Any], Hashable]] = {
    Reading: lambda one: one.date,
    Amendment: lambda one: (one.date, one.goal, one.field),
    Waiver: lambda one: one.condition,
    Reopening: lambda one: one.date,
    Declared: lambda one: one.date,
    Lesson: lambda one: one.text,
    Pledge: lambda one: (one.by, one.agency),
}
"""What entries of a list are known by, where they are things of their own."""


def put_back(now: Challenge, before: Challenge, spoilt: Challenge, then: Challenge) -> Challenge:
    """`now` with every part that `spoilt` made another one, that stands so in it, and that `then` has as `before`.

    `now` itself where there is no such part.
    """
    whole: Challenge = _put_back(now, before, spoilt, then)
    return whole


Parts = dict["Hashable", tuple["Hashable", "Hashable"]]
"""By the way to a part, what it was and what it became, as something that can be looked up."""


def changed_parts(before: Challenge, after: Challenge) -> Parts:
    """The smallest parts that are others in two versions: fields, values under keys, entries of one day or name."""
    return {path: (_lookup(was), _lookup(now)) for path, was, now in _changed(before, after, ())}


def _changed(was: Any, now: Any, path: tuple[Hashable, ...]) -> Iterator[tuple[Hashable, Any, Any]]:
    if isinstance(was, Part) and type(was) is type(now):
        pairs: Sequence[Any] = (vars(was), vars(now))
    elif isinstance(was, dict) and isinstance(now, dict):
        pairs = (was, now)
    elif name := _name_of_entries(was, now):
        pairs = (_Grouped(was, name), _Grouped(now, name))
    else:
        if was != now:
            yield path, was, now
        return
    for key in dict.fromkeys((*pairs[0], *pairs[1])):
        yield from _changed(pairs[0].get(key), pairs[1].get(key), (*path, key))


def _lookup(value: Any) -> Hashable:
    if isinstance(value, Part):
        return type(value), *((key, _lookup(one)) for key, one in vars(value).items())
    if isinstance(value, dict):
        return frozenset((key, _lookup(one)) for key, one in value.items())
    if isinstance(value, list | tuple):
        return tuple(map(_lookup, value))
    known: Hashable = value
    return known


def _put_back(now: Any, before: Any, spoilt: Any, then: Any) -> Any:
    if before == spoilt or now == then:
        return now
    if now == spoilt and then == before:
        return then
    four = (now, before, spoilt, then)
    if isinstance(now, Part) and all(type(one) is type(now) for one in four):
        fields = _by_key(*(vars(one) for one in four))
        return now.model_copy(update=fields) if fields is not vars(now) else now
    if all(isinstance(one, dict) for one in four):
        kept = _by_key(*four)
        return now if kept is now else {key: one for key, one in kept.items() if one is not None}
    name = _name_of_entries(*four)
    if name is None:
        return now
    days = _by_key(*(_Grouped(many, name) for many in four))
    return (
        tuple(one for many in days.values() for one in many or ()) if not isinstance(days, _Grouped) else now
    )


def _by_key(now: Any, *others: Any) -> Any:
    """Each value under its key, in the order of the last; `now` itself where every one of its own stands."""
    keys = (*others[-1], *(key for key in now if key not in others[-1]))
    found = {key: _put_back(*(one.get(key) for one in (now, *others))) for key in keys}
    if all(found[key] is now.get(key) for key in keys):
        return now
    return found


class _Grouped(dict[Any, Any]):
    """The entries of a list by what they are known by."""

    def __init__(self, entries: Sequence[Any], name: Callable[[Any], Hashable]) -> None:
        super().__init__()
        for entry in entries:
            self.setdefault(name(entry), []).append(entry)


def _name_of_entries(*many: object) -> Callable[[Any], Hashable] | None:
    """What the entries of lists are known by; None for other lists, and for what is no list."""
    if not all(isinstance(one, tuple) for one in many):
        return None
    kinds = {type(entry) for entries in many for entry in entries}  # type: ignore[attr-defined]
    return _NAMES.get(kinds.pop()) if len(kinds) == 1 else None
