"""A record moved in time, so that an example can end today."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TypeVar

from hundredday.shape import Part

P = TypeVar("P", bound=Part)


def moved_by(record: P, days: int) -> P:
    """The same record with every date so many days later; earlier when days are negative.

    Dates alone are moved: a day that stands inside a text stays as it was written.
    """
    plain = record.model_dump(by_alias=True, exclude_unset=True)
    return type(record).model_validate(_moved(plain, timedelta(days=days)))


def _moved(part: object, by: timedelta) -> object:
    if isinstance(part, date):
        return part + by
    if isinstance(part, dict):
        return {key: _moved(value, by) for key, value in part.items()}
    if isinstance(part, (tuple, list)):
        return tuple(_moved(value, by) for value in part)
    return part
