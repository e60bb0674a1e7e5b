"""How dates, values and texts of a challenge are put into sentences."""

from __future__ import annotations

import unicodedata
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from hundredday.days import day_number
from hundredday.harmless import one_line
from hundredday.history.leaves import EMPTY, Change, Leaf
from hundredday.language import _, ngettext
from hundredday.language.calendar import day_and_month
from hundredday.numbers import value_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hundredday.challenge.acceleration import Clock
    from hundredday.findings import Where
    from hundredday.metrics.reading import Value

LONGEST_QUOTE = 60
"""Characters of a text that a sentence repeats; the file has the rest."""

MOST_NAMED = 3
"""Names that a sentence says; the others are counted."""

_ONE = {"days": "day", "hours": "hour", "minutes": "minute", "weeks": "week", "months": "month"}


def date_words(day: date, clock: Clock | None) -> str:
    """A date as sentences say it: `20 April` in the year of the clock, else `2027-01-11`."""
    if clock and clock.start and clock.start.year == day.year:
        return day_and_month(day)
    return day.isoformat()


def on_day(day: date, clock: Clock | None) -> str:
    """When something was, counted by the clock where it runs: `on Day 21`, `on 20 April`."""
    number = day_number(clock.start, day) if clock and clock.start else -1
    return (
        _("on Day {number}").format(number=number)
        if number >= 0
        else _("on {day}").format(day=date_words(day, clock))
    )


def shortened(text: str) -> str:
    """A text of the file on one line, cut at a word where it is long."""
    line = one_line(text)
    if len(line) <= LONGEST_QUOTE:
        return line
    cut = line[: LONGEST_QUOTE - 1]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut[30:] else cut}…"


def quoted(text: str) -> str:
    """A text of the file between quotation marks."""
    return f"“{shortened(text)}”"


def key_words(key: str) -> str:
    """A key or a field's name as words: `days-to-judgment` is `days to judgment`."""
    return " ".join(key.replace("_", "-").replace("-", " ").split())


def amount(value: Value, unit: str | None) -> str:
    """A value with its unit, in the singular where it is one unit of time."""
    unit = shortened(unit) if unit else None
    return value_words(value, _ONE.get(unit, unit) if unit and value == 1 else unit)


def called(key: str, metric: str | None) -> str:
    """What a goal or guardrail is called in a sentence: by its key.

    Keys are Latin letters; where the metric is written in others, its own words say more than they do.
    """
    return key if not metric or _is_latin(metric) else quoted(metric)


def reading_words(value: Value, unit: str | None, key: str, metric: str | None = None) -> str:
    """What was read, with the unit said once: `33 days to judgment`, `backlog at 275 cases`."""
    words, counted = key_words(key), amount(value, unit)
    if metric and not _is_latin(metric):
        words = shortened(metric)
    if isinstance(value, bool):
        return f"{words}: {_('done') if value else _('not yet')}"
    if words != key_words(key):
        return f"{words}: {counted}"
    first, __, rest = words.partition(" ")
    if unit and unit.lower() == first.lower():
        return f"{counted} {rest}".rstrip()
    return _("{words} at {counted}").format(words=words, counted=counted)


def leaf_words(leaf: Leaf, clock: Clock | None) -> str:
    """A value of the file as sentences say it."""
    match leaf:
        case tuple():
            return quoted(
                "; ".join(part if isinstance(part, str) else leaf_words(part, clock) for part in leaf)
            )
        case bool():
            return "true" if leaf else "false"
        case int() | float():
            return value_words(leaf, None)
        case date():
            return date_words(leaf, clock)
        case _:
            if leaf == EMPTY:
                return _(EMPTY)
            return quoted(leaf) if " " in leaf else shortened(leaf)


def change_words(changes: Iterable[Change], clock: Clock | None) -> str:
    """What differs, field by field: `influence from 3 to 5, stance set to supports`."""
    return ", ".join(f"{field_words(change.where)} {movement_words(change, clock)}" for change in changes)


def movement_words(change: Change, clock: Clock | None) -> str:
    """How a value changed: `from 3 to 5`, `set to supports`, `taken out, was 3`."""
    if change.after is None:
        return _("taken out, was {before}").format(
            before=leaf_words(EMPTY if change.before is None else change.before, clock)
        )
    if change.before is None:
        return _("set to {after}").format(after=leaf_words(change.after, clock))
    return _("from {before} to {after}").format(
        before=leaf_words(change.before, clock), after=leaf_words(change.after, clock)
    )


def listed(parts: Sequence[str]) -> str:
    """Several things in one breath: `Astana, Aktau and Shymkent`."""
    return _(" and ").join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def some_of(names: Sequence[str]) -> str:
    """Several names, the first of them where there are many: `A, B, C and 30 more`."""
    if len(names) <= MOST_NAMED + 1:
        return ", ".join(names)
    more = len(names) - MOST_NAMED
    said = ngettext("{names} and {more} more", "{names} and {more} more", more)
    return said.format(names=", ".join(names[:MOST_NAMED]), more=more)


def field_words(where: Where) -> str:
    """The place of a value as people call it: `resources`, `usual rate`, `trajectory 25`."""
    named = [str(part) for part in where if part not in _BOXES]
    return shortened(key_words(" ".join(named or [str(part) for part in where])))


@lru_cache(1024)  # a goal is called by the same metric in version after version
def _is_latin(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return 2 * sum(unicodedata.name(letter, "").startswith("LATIN") for letter in letters) >= len(letters)


_BOXES = frozenset({"measurable", "attainable", "time_bound"})
"""Parts of a goal whose fields are known by their own names."""
