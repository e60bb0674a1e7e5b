"""The Acceleration Team: who leads, who coaches, who is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.acceleration import Team
from hundredday.challenge.people import folded
from hundredday.errors import Refused
from hundredday.language import _
from hundredday.moves.filling import filled, without
from hundredday.moves.settling import in_acceleration, must_be_in
from hundredday.nearest import meant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hundredday.challenge import Challenge
    from hundredday.challenge.people import Person


def nominate(
    challenge: Challenge,
    *,
    leader: Person | None = None,
    coach: Person | None = None,
    members: tuple[Person, ...] = (),
    remove: tuple[str, ...] = (),
) -> Challenge:
    """The challenge with people nominated, and others taken off the team by name.

    A member who is named again is described anew, not doubled; one of whom only the name is said keeps
    their post and agency.

    Raises:
        Refused: nobody of that name is on the team, an owner of a goal would leave it, or the
            challenge is not in Acceleration.
    """
    must_be_in(challenge, _("The Acceleration Team"), "acceleration")
    team = _taken_off(challenge.team or Team(), remove)
    known = {folded(person.name): person for person in team.people() if person.name}
    leader, coach = (_as_known(known, person) if person else None for person in (leader, coach))
    members = tuple(_as_known(known, person) for person in members)
    there = {folded(person.name or ""): person for person in team.members}
    there |= {folded(person.name or ""): person for person in members}
    changed = filled(team, leader=leader, coach=coach, members=tuple(there.values()) if members else None)
    return in_acceleration(challenge, team=changed)


def _as_known(known: Mapping[str, Person], person: Person) -> Person:
    """Somebody as the team knows them, where no more than a name was said."""
    return person if person.post or person.agency else known.get(folded(person.name or ""), person)


def _taken_off(team: Team, names: tuple[str, ...]) -> Team:
    known = {folded(person.name): person.name for person in team.people() if person.name}
    gone = {folded(name): name for name in names}
    for name, typed in gone.items():
        if name not in known:
            raise Refused(
                _("{typed} is not on the team.").format(typed=typed),
                meant(typed, known.values(), _("people on it")),
            )
    for office in ("leader", "coach"):
        person = getattr(team, office)
        if person and folded(person.name or "") in gone:
            team = without(team, office)
    stay = tuple(person for person in team.members if folded(person.name or "") not in gone)
    return filled(team, members=stay) if len(stay) < len(team.members) else team
