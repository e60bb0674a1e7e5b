"""Readings of goals and guardrails: recorded, corrected by a later entry, or meddled with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from hundredday.history.leaves import Leaf, changes, listing
from hundredday.history.pair import Pair, Told, acceleration_of
from hundredday.history.words import (
    amount,
    change_words,
    date_words,
    leaf_words,
    on_day,
    reading_words,
    shortened,
)
from hundredday.language import _
from hundredday.language.keywords import word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from hundredday.challenge.acceleration import Guardrail
    from hundredday.findings import Where
    from hundredday.metrics.reading import Reading


@dataclass(frozen=True)
class _Series:
    """The readings of one goal or guardrail in both versions, and how they are named in sentences."""

    kind: str
    key: str
    unit: str | None
    before: Sequence[Reading]
    after: Sequence[Reading]
    name: str
    metric: str | None
    guardrail: Guardrail | None = None
    is_only: bool = True

    @cached_property
    def of_day(self) -> Mapping[date, Sequence[Reading]]:
        """The readings of each day in the later version, as they stand."""
        found: dict[date, list[Reading]] = {}
        for entry in self.after:
            found.setdefault(entry.date, []).append(entry)
        return found

    @cached_property
    def places(self) -> Mapping[int, int]:
        """Where each reading stands among those of its day, by its identity."""
        return {id(entry): place for day in self.of_day.values() for place, entry in enumerate(day)}

    @property
    def aside(self) -> str:
        """Which series is meant, where a challenge has several."""
        return "" if self.is_only else f" ({self.name})"

    @property
    def where(self) -> Where:
        return ("acceleration", f"{self.kind}s", self.key, "readings")


def tell_readings(pair: Pair) -> Iterator[Told]:
    """Every reading that came, changed or went, goal by goal, then guardrail by guardrail."""
    for series in _series(pair):
        found = listing(series.before, series.after, lambda reading: reading.date)
        for reading in found.added:
            yield _recorded(pair, series, reading)
        for old, new in found.rewritten:
            yield _rewritten(pair, series, old, new)
        for reading in found.removed:
            day, value = date_words(reading.date, pair.clock), amount(reading.value, series.unit)
            text = _("reading of {day} removed: {value}{aside}").format(
                day=day, value=value, aside=series.aside
            )
            yield _told(pair, series, "reading-removed", text, reading)
        if found.reordered:
            place = ".".join(map(str, series.where))
            yield Told(
                pair.event("edited", _("edited the order of {place}").format(place=place), where=place),
                (series.where,),
            )


def _series(pair: Pair) -> Iterator[_Series]:
    goals, known, renamed = pair.after.goals, pair.before.goals, pair.renamed_goals
    for key, goal in goals.items():
        stood = known.get(renamed.get(key, key))
        before = stood.readings if stood else ()
        unit, metric = (goal.measurable.unit, goal.measurable.metric) if goal.measurable else (None, None)
        name = pair.goal_name(key)
        yield _Series("goal", key, unit, before, goal.readings, name, metric, is_only=len(goals) == 1)
    rails = acceleration_of(pair.before).guardrails
    for key, rail in acceleration_of(pair.after).guardrails.items():
        before = rails[key].readings if key in rails else ()
        name = pair.guardrail_name(key)
        yield _Series(
            "guardrail", key, rail.unit, before, rail.readings, name, rail.metric, rail, is_only=False
        )


def _recorded(pair: Pair, series: _Series, reading: Reading) -> Told:
    of_day, place = series.of_day[reading.date], series.places[id(reading)]
    if place:
        return _corrected(pair, series, of_day[place - 1], reading)
    later = len(of_day) > 1
    status = f", {word(reading.status)}" if reading.status else ""
    aside = f"{status}{_breach(series, reading)}{_(', where a later entry counts') if later else ''}"
    what = reading_words(reading.value, series.unit, series.key, series.metric)
    text = f"{what} {on_day(reading.date, pair.clock)}{aside}"
    name = "guardrail-read" if series.guardrail else "reading-recorded"
    return _told(pair, series, name, text, reading)


def _corrected(pair: Pair, series: _Series, earlier: Reading, reading: Reading) -> Told:
    day, value = date_words(reading.date, pair.clock), amount(reading.value, series.unit)
    if earlier.value == reading.value:
        status = _(" as {status}").format(status=reading.status) if reading.status else ""
        text = _("entered {day} again at {value}{status}{aside}").format(
            day=day, value=value, status=status, aside=series.aside
        )
    else:
        text = _("corrected {day} from {value} to {value_2}{aside}").format(
            day=day, value=leaf_words(earlier.value, pair.clock), value_2=value, aside=series.aside
        )
    text += _breach(series, reading)
    return _told(pair, series, "reading-corrected", text, reading, before=earlier)


def _rewritten(pair: Pair, series: _Series, old: Reading, new: Reading) -> Told:
    words = change_words(changes(old, new), pair.clock)
    text = _("reading of {date} rewritten: {words}{aside}").format(
        date=date_words(new.date, pair.clock), words=words, aside=series.aside
    )
    return _told(pair, series, "reading-rewritten", text, new, before=old)


def _told(
    pair: Pair, series: _Series, name: str, text: str, reading: Reading, before: Reading | None = None
) -> Told:
    facts: dict[str, Leaf | None] = {
        series.kind: series.key,
        "value": reading.value,
        "unit": series.unit,
        "status": reading.status,
        "entered": reading.entered,
        "source": reading.source,
        "by": reading.by,
        "from": before.value if before else None,
    }
    return Told(pair.event(name, text, reading.date, **facts), (series.where,))


def _breach(series: _Series, reading: Reading) -> str:
    rail = series.guardrail
    if rail is None or rail.limit is None or isinstance(reading.value, bool):
        return ""
    limit = shortened(leaf_words(rail.limit, None))
    if rail.worse == "above" and reading.value > rail.limit:
        return _(", above the limit of {limit}").format(limit=limit)
    return (
        _(", below the limit of {limit}").format(limit=limit)
        if rail.worse == "below" and reading.value < rail.limit
        else ""
    )
