"""What the exchange with partners has brought: hours, people, practices, and the challenges that use them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hundredday.outlook.standing import Standing
    from hundredday.programme.exchange import Borrowed, Partner, Visit
    from hundredday.shape import Number


class PartnerStanding(NamedTuple):
    """One partner's file, with its id and its path."""

    id: str
    path: str
    partner: Partner


class Totals(NamedTuple):
    """Sums over visits and practices; what a visit does not say is counted, never guessed.

    A practice is in use when a challenge names it; `challenges` are all that use one.
    """

    partners: int
    visits: int
    hours: Number
    people: int
    visits_without_hours: int
    visits_without_people: int
    practices: int
    practices_in_use: int
    challenges: int


def totals(partners: Iterable[PartnerStanding]) -> Totals:
    """The sums over these partners."""
    several = [one.partner for one in partners]
    visits = [visit for partner in several for visit in partner.visits]
    practices = [practice for partner in several for practice in partner.practices.values()]
    return Totals(
        partners=len(several),
        visits=len(visits),
        hours=sum(visit.hours or 0 for visit in visits),
        people=sum(visit.participants or 0 for visit in visits),
        visits_without_hours=sum(visit.hours is None for visit in visits),
        visits_without_people=sum(visit.participants is None for visit in visits),
        practices=len(practices),
        practices_in_use=sum(bool(practice.used_in) for practice in practices),
        challenges=len({id_ for practice in practices for id_ in practice.used_in}),
    )


def plain_partner(standing: PartnerStanding, standings: Mapping[str, Standing]) -> dict[str, Any]:
    """A partner as `exchange status --json` prints it; `standings` are all challenges by their ids."""
    partner = standing.partner
    return {
        "id": standing.id,
        "path": standing.path,
        "partner": partner.partner,
        "country": partner.country,
        "totals": totals([standing])._asdict(),
        "visits": [_plain_visit(visit) for visit in partner.visits],
        "practices": [
            _plain_practice(key, practice, standings) for key, practice in partner.practices.items()
        ],
    }


def _plain_visit(visit: Visit) -> dict[str, Any]:
    return {
        "from": visit.from_.isoformat(),
        "to": visit.to and visit.to.isoformat(),
        "where": visit.where,
        "host": visit.host,
        "participants": visit.participants,
        "hours": visit.hours,
        "about": list(visit.about),
    }


def _plain_practice(key: str, practice: Borrowed, standings: Mapping[str, Standing]) -> dict[str, Any]:
    return {
        "id": key,
        "practice": practice.title,
        "from": practice.from_,
        "source": practice.source,
        "used_in": [
            {
                "id": id_,
                "title": standings[id_].title if id_ in standings else None,
                "phase": standings[id_].phase if id_ in standings else None,
            }
            for id_ in practice.used_in
        ],
    }
