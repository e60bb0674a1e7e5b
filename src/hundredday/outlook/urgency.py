"""Which challenges come first, and how many are in each phase."""

from __future__ import annotations

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


def sort_key(order: str, standing: Standing) -> str:
    """A text whose place among such texts is the challenge's place in an order; what has no answer comes last.

    Texts, and not tuples, so that the order can be kept beside what it puts in order.

    Args:
        order: one of `ORDERS`.
        standing: the challenge.
    """
    return _SEPARATOR.join(_KEYS[order](standing))


def urgency(standing: Standing) -> str:
    """The key of the everyday order: something overdue first, then health, then days left; closed last."""
    return sort_key("urgency", standing)


_SEPARATOR = "\0"
"""Sorts before whatever a text can go on with, so that the shorter of two texts comes first."""


def _by_urgency(standing: Standing) -> tuple[str, ...]:
    days_left = standing.days_left if standing.days_left is not None else _NO_HURRY
    is_closed = standing.phase == "closed"
    return (
        _yes(is_closed),
        _yes(not _is_overdue(standing)),
        _health(standing),
        _number(days_left),
        standing.id,
    )


def _is_overdue(standing: Standing) -> bool:
    if standing.next is None or standing.next.on is None or standing.start is None or standing.day is None:
        return False
    return (standing.next.on - standing.start).days < standing.day


def _by_title(standing: Standing) -> tuple[str, ...]:
    return standing.title.casefold(), standing.id


def _by_agency(standing: Standing) -> tuple[str, ...]:
    return _yes(standing.agency is None), (standing.agency or "").casefold(), *_by_urgency(standing)


def _by_health(standing: Standing) -> tuple[str, ...]:
    return _health(standing), *_by_urgency(standing)


def _by_end(standing: Standing) -> tuple[str, ...]:
    return _yes(standing.end is None), standing.end.isoformat() if standing.end else "", standing.id


def _by_day(standing: Standing) -> tuple[str, ...]:
    # The clock that has run longest comes first, as it does among people.
    return _yes(standing.day is None), _number(-(standing.day or 0)), standing.id


def _yes(answer: bool) -> str:
    return "1" if answer else "0"


def _health(standing: Standing) -> str:
    return _number(HEALTHS.index(standing.health) if standing.health else len(HEALTHS))


def _number(number: int) -> str:
    return f"{number + _MIDDLE:010}"


_MIDDLE = 10**9
_NO_HURRY = 1000

_KEYS: Mapping[str, Callable[[Standing], tuple[str, ...]]] = {
    "urgency": _by_urgency,
    "title": _by_title,
    "day": _by_day,
    "health": _by_health,
    "end": _by_end,
    "agency": _by_agency,
}

ORDERS: tuple[str, ...] = tuple(_KEYS)
"""The orders in which challenges can be shown."""
