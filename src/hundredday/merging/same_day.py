"""Two readings of one day that came from two sides: both stand, one counts, and people should know which."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hundredday.merging.amendments import challenge_of
from hundredday.metrics import series_of
from hundredday.store.yaml.document import BadFile
from hundredday.store.yaml.reading import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.metrics import Reading
    from hundredday.metrics.reading import Value


class SameDay(NamedTuple):
    """A goal or guardrail, the day, what each side read on it, and what counts now."""

    key: str
    day: date
    ours: Value
    theirs: Value
    counts: Value


def same_days(base: bytes, ours: bytes, theirs: bytes, merged: bytes) -> tuple[SameDay, ...]:
    """The days for which both sides have put in a reading, and not the same one."""
    versions = [_challenge(source) for source in (ours, theirs, merged)]
    if any(version is None for version in versions):
        return ()
    before = _challenge(base)
    mine, other, now = (_series(version) for version in versions)
    old = _series(before)
    return tuple(
        SameDay(key, day, one, two, counting)
        for key, counting_by_day in now.items()
        for day, counting in counting_by_day.items()
        if (one := mine.get(key, {}).get(day)) is not None
        and (two := other.get(key, {}).get(day)) is not None
        and len({(type(value), value) for value in (one, two, old.get(key, {}).get(day))}) == _ALL_DIFFER
    )


_ALL_DIFFER = 3


def _challenge(source: bytes) -> Challenge | None:
    try:
        return challenge_of(parse(source, "").data)
    except BadFile:
        return None


def _series(challenge: Challenge | None) -> dict[str, dict[date, Value]]:
    return {
        key: {one.date: one.value for one in series_of(readings)} for key, readings in _readings(challenge)
    }


def _readings(challenge: Challenge | None) -> Iterator[tuple[str, Sequence[Reading]]]:
    acceleration = challenge.acceleration if challenge else None
    if acceleration is not None:
        yield from ((key, goal.readings) for key, goal in acceleration.goals.items())
        yield from ((key, rail.readings) for key, rail in acceleration.guardrails.items())
