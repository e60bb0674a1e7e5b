"""Which challenges come first, and how many are in each phase."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hundredday.outlook.standing import HEALTHS, PHASES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from hundredday.outlook.standing import Standing


def counts(standings: Iterable[Standing]) -> dict[str, int]:
    """How many challenges are in each phase; every phase is there, in the order of the method."""
    found = dict.fromkeys(PHASES, 0)
    for one in standings:
        found[one.phase] += 1
    return found


def order_of(name: str) -> Callable[[Standing], tuple[object, ...]]:
    """The sort key that a name of `ORDERS` stands for; what has no answer comes last."""
    return _KEYS[name]


def urgency(standing: Standing) -> tuple[bool, bool, int, int, str]:
    """A sort key, the most urgent first: something overdue, then health, then days left; closed last."""
    days_left = standing.days_left if standing.days_left is not None else _NO_HURRY
    health = HEALTHS.index(standing.health) if standing.health else len(HEALTHS)
    return standing.phase == "closed", not _is_overdue(standing), health, days_left, standing.id


def _is_overdue(standing: Standing) -> bool:
    if standing.next is None or standing.next.on is None or standing.start is None or standing.day is None:
        return False
    return (standing.next.on - standing.start).days < standing.day


_NO_HURRY = 1000


def _by_title(standing: Standing) -> tuple[object, ...]:
    return standing.title.casefold(), standing.id


def _by_agency(standing: Standing) -> tuple[object, ...]:
    return standing.agency is None, (standing.agency or "").casefold(), *urgency(standing)


def _by_health(standing: Standing) -> tuple[object, ...]:
    return HEALTHS.index(standing.health) if standing.health else len(HEALTHS), *urgency(standing)


def _by_end(standing: Standing) -> tuple[object, ...]:
    return standing.end is None, standing.end or date.min, standing.id


def _by_day(standing: Standing) -> tuple[object, ...]:
    # The clock that has run longest comes first, as it does among people.
    return standing.day is None, -(standing.day or 0), standing.id


_KEYS: Mapping[str, Callable[[Standing], tuple[object, ...]]] = {
    "urgency": urgency,
    "title": _by_title,
    "day": _by_day,
    "health": _by_health,
    "end": _by_end,
    "agency": _by_agency,
}

ORDERS: tuple[str, ...] = tuple(_KEYS)
"""The orders in which challenges can be shown."""
