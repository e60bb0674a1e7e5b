"""Which challenges come first, and how many are in each phase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.outlook.standing import HEALTHS, PHASES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hundredday.outlook.standing import Standing


def counts(standings: Iterable[Standing]) -> dict[str, int]:
    """How many challenges are in each phase; every phase is there, in the order of the method."""
    found = dict.fromkeys(PHASES, 0)
    for one in standings:
        found[one.phase] += 1
    return found


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
