"""Acts on a partner programme: visits, and practices taken from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.people import folded
from hundredday.errors import Refused
from hundredday.language import _
from hundredday.moves.filling import filled, placed
from hundredday.moves.keys import make_key
from hundredday.programme.exchange import Borrowed, Partner, Visit

if TYPE_CHECKING:
    from datetime import date


def open_exchange(*, partner: str, country: str | None = None) -> Partner:
    """A new partner programme.

    Raises:
        Refused: the name is empty, or the country is no code of two capital letters.
    """
    if country is not None and not (country.isascii() and country.isalpha() and len(country) == 2):
        raise Refused(
            _("“{country}” is not a country code.").format(country=country),
            _("Write two capital letters, such as AE."),
        )
    return filled(Partner, format=1, partner=partner, country=country.upper() if country else None)


def hold_visit(
    partner: Partner,
    *,
    start: date,
    end: date | None = None,
    where: str | None = None,
    host: str | None = None,
    participants: int | None = None,
    hours: float | None = None,
    about: tuple[str, ...] = (),
) -> Partner:
    """The partner with a visit; one that begins on the same day at the same place is completed, not doubled.

    Raises:
        Refused: a value that the field cannot hold.
    """
    stands = next((one for one in partner.visits if _is_same(one, start, where)), None)
    visit = filled(
        stands or Visit,
        from_=start,
        to=end,
        where=where,
        host=host,
        participants=participants,
        hours=_whole(hours),
        about=tuple(dict.fromkeys((*(stands.about if stands else ()), *about))) or None,
    )
    return filled(partner, visits=placed(partner.visits, visit, stands))


def take_practice(
    partner: Partner,
    *,
    practice: str,
    origin: str | None = None,
    source: str | None = None,
    used_in: tuple[str, ...] = (),
    key: str | None = None,
) -> Partner:
    """The partner with a practice taken from it, or with more said about one, by key or words.

    Raises:
        Refused: a text is empty, or the key cannot be one.
    """
    there = partner.practices
    named = next((k for k, one in there.items() if folded(one.title) == folded(practice)), None)
    here = key or (practice if practice in there else named) or make_key(practice, there)
    stands = there.get(here)
    taken = filled(
        stands or Borrowed,
        title=practice if practice != here and (stands is None or key) else None,
        from_=origin,
        source=source,
        used_in=tuple(dict.fromkeys((*(stands.used_in if stands else ()), *used_in))) or None,
    )
    return filled(partner, practices={**there, here: taken})


def _is_same(visit: Visit, start: date, where: str | None) -> bool:
    same_place = where is None or visit.where is None or folded(visit.where) == folded(where)
    return visit.from_ == start and same_place


def _whole(hours: float | None) -> float | None:
    return int(hours) if hours is not None and hours == int(hours) else hours
