"""A record with one value changed, for tests that want to see every single change."""

from __future__ import annotations

import copy
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from hundredday.challenge import Challenge

if TYPE_CHECKING:
    from collections.abc import Iterator

Way = tuple[str | int, ...]


def ways(value: Any, way: Way = ()) -> Iterator[Way]:
    """Every place in a record but the top, parts and lists included."""
    children = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, child in children:
        yield (*way, key)
        yield from ways(child, (*way, key))


def holder(record: Any, way: Way) -> Any:
    for step in way[:-1]:
        record = record[step]
    return record


def altered(value: Any) -> Any:
    match value:
        case bool():
            return not value
        case int():
            return value - 1 if value > 1 else value + 1
        case date():
            return value + timedelta(days=1)
        case str():
            return f"{value} too"
        case list():
            return [*value, value[0]] if value else value
        case _:
            return {}


def checked(record: dict[str, Any]) -> Challenge | None:
    try:
        return Challenge.model_validate(record)
    except ValidationError:
        return None


def spoilt(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The record many times over, each time with another of its values taken out, or changed."""
    for way in list(ways(record)):
        for is_changed in (False, True):
            other = copy.deepcopy(record)
            place = holder(other, way)
            if is_changed:
                place[way[-1]] = altered(place[way[-1]])
            else:
                del place[way[-1]]
            yield other
