"""Every personal name that stands in a challenge, with the role of whoever bears it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from hundredday.challenge.people import Person
from hundredday.shape import Part

if TYPE_CHECKING:
    from hundredday.challenge.record import Challenge


class Named(NamedTuple):
    """A name as it stands in the file, and the role: sponsor, leader, coach, member, owner or other.

    `is_person` is False where the field may hold a board or an office as well.
    """

    name: str
    role: str
    is_person: bool


def names_in(challenge: Challenge) -> Iterator[Named]:
    """Every name, those of the team and the sponsor first, so that a name has its highest role first."""
    team, handed = challenge.team, challenge.sustainability
    sponsor = challenge.sponsor or Person()
    people = [(sponsor.name, "sponsor")]
    if team:
        people += [(team.leader.name, "leader")] if team.leader else []
        people += [(team.coach.name, "coach")] if team.coach else []
        people += [(member.name, "member") for member in team.members]
    if handed and handed.owner:
        people.append((handed.owner.name, "owner"))
    yield from (Named(name, role, is_person=True) for name, role in people if name)
    stakeholders = challenge.design.stakeholders.values() if challenge.design else ()
    for stakeholder in stakeholders:
        if stakeholder.name:
            yield Named(stakeholder.name, "stakeholder", is_person=False)
    yield from (Named(name, "other", is_person=False) for name in _signed(challenge))


def offices_in(challenge: Challenge) -> Iterator[str]:
    """Every post and every agency: words that are no names of persons, even where they stand as one."""
    yield from _texts(challenge, frozenset({"agency", "post", "owner_post"}))


_SIGNED = frozenset({"by", "owner", "asked_of"})
"""Fields that say who did something, or has to."""


def _signed(part: Part) -> Iterator[str]:
    yield from _texts(part, _SIGNED)


def _texts(part: object, fields: frozenset[str]) -> Iterator[str]:
    """Every text in fields of these names, however deep."""
    if isinstance(part, Part):
        for name in type(part).model_fields:
            value = getattr(part, name)
            if isinstance(value, str) and name in fields:
                yield value
            else:
                yield from _texts(value, fields)
    elif isinstance(part, dict):
        for value in part.values():
            yield from _texts(value, fields)
    elif isinstance(part, tuple):
        for value in part:
            yield from _texts(value, fields)
