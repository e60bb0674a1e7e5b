"""Somebody who edits a challenge: random changes, many of them at the places where others change things too."""

from __future__ import annotations

import copy
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from hundredday.challenge import Challenge
from hundredday.challenge.rules import problems
from hundredday.merging.entries import slots_of
from hundredday.store.writing.splicing import Unwritable, rewritten
from hundredday.store.yaml.reading import parse

if TYPE_CHECKING:
    from random import Random

MOSTLY = 0.8
WORDS = ("Board", "Dana Omarova", "Court", "A new word", "Nobody: yet", "жаңа")


def edited(source: bytes, random: Random, count: int, near: str = "") -> bytes:
    """The file after so many changes that leave a sound challenge; most of them are in one section."""
    document = parse(source, "challenges/x.yaml")
    data = copy.deepcopy(document.data)
    for _ in range(count):
        tried: Any = copy.deepcopy(data)
        random.choice((_set, _set, _append, _append, _add_key, _remove, _note))(
            tried[near] if near in tried and random.random() < MOSTLY else tried, random
        )
        if is_sound(tried) and _is_without_doubles(tried):
            data = tried
    try:
        return rewritten(document, data)
    except Unwritable:
        return source


def is_sound(data: Any) -> bool:
    try:
        return not any(found.blocks for found in problems(Challenge.model_validate(data)))
    except ValidationError:
        return False


def _is_without_doubles(value: Any, name: str = "") -> bool:
    """Which of two entries that look the same was changed nobody can tell, a test neither."""
    if isinstance(value, dict):
        return all(_is_without_doubles(part, key) for key, part in value.items())
    return not isinstance(value, list) or (
        all(slot.turn == 0 for slot in slots_of(name, value)) and all(map(_is_without_doubles, value))
    )


def _holders(value: Any, kind: type) -> list[Any]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [value] * isinstance(value, kind) + [found for part in inner for found in _holders(part, kind)]


def _set(data: Any, random: Random) -> None:
    """One value becomes another of a few."""
    holder = random.choice([one for one in _holders(data, dict) if one] or [{"": None}])
    key = random.choice(list(holder))
    match holder[key]:
        case bool():
            holder[key] = not holder[key]
        case int() | float():
            holder[key] = random.choice((1, 2, 3, 5))
        case date():
            holder[key] += timedelta(days=random.choice((1, 2)))
        case str():
            holder[key] = random.choice((*WORDS, "supports", "neutral", "partners"))
        case _:
            pass


def _append(data: Any, random: Random) -> None:
    """An entry like one that is there, on another day or with another value, often behind the last."""
    if lists := [one for one in _holders(data, list) if one]:
        entries = random.choice(lists)
        entry = copy.deepcopy(random.choice(entries))
        if isinstance(entry, dict):
            for key, value in entry.items():
                if isinstance(value, date):
                    entry[key] = value + timedelta(days=random.choice((1, 2, 7)))
                elif isinstance(value, int | float) and not isinstance(value, bool):
                    entry[key] = random.choice((1, 2, 3))
        elif isinstance(entry, str):
            entry = random.choice(WORDS)
        entries.insert(random.choice((0, len(entries), len(entries), len(entries))), entry)


def _add_key(data: Any, random: Random) -> None:
    """A stakeholder, milestone, blocker or practice beside one that is there."""
    if groups := [
        one for one in _holders(data, dict) if any(isinstance(part, dict) for part in one.values())
    ]:
        group = random.choice(groups)
        like = random.choice([part for part in group.values() if isinstance(part, dict)])
        group[random.choice(("new-one", "new-two", "third"))] = copy.deepcopy(like)


def _remove(data: Any, random: Random) -> None:
    holder = random.choice([one for one in _holders(data, dict | list) if one] or [[None]])  # type: ignore[arg-type]
    key = random.choice(list(holder)) if isinstance(holder, dict) else random.randrange(len(holder))
    del holder[key]


def _note(data: Any, random: Random) -> None:
    """A field that was not there."""
    holder = random.choice([one for one in _holders(data, dict) if "date" in one or "name" in one] or [{}])
    holder[random.choice(("note", "by", "because", "agency"))] = random.choice(WORDS)
