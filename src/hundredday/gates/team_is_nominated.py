"""The Acceleration Team is nominated: a leader, a coach who is somebody else, and at least two agencies.

The leader answers for the result. The coach keeps the method and asks the uncomfortable questions,
which nobody can ask of himself. Two agencies, because what one can do alone needs no team.

A good example:

    leader: {name: Dana Omarova, post: Court registrar, agency: Supreme Court}
    coach: {name: Yerlan Saparov, agency: National Project Office}

To open the gate: `hundredday team ID --leader "Name; post; agency" --coach … --member …`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.acceleration import Team
from hundredday.challenge.people import folded, is_same_name
from hundredday.findings import Finding, Severity
from hundredday.gates.condition import Gate, command, person_option
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.programme import Settings

GATE: Gate = "launch"
SEVERITY = Severity.ERROR


def check(challenge: Challenge, settings: Settings, today: date) -> Iterator[Finding]:
    del settings, today
    team = challenge.team or Team()
    texts = tuple(_missing(team))
    if texts:
        mend = _mend(challenge, team)
        for text in texts:
            yield Finding("team-is-nominated", text, mend, where=("acceleration", "team"))


def _missing(team: Team) -> Iterator[str]:
    if not (team.leader and team.leader.name):
        yield _("The team has no leader.")
    if not (team.coach and team.coach.name):
        yield _("The team has no coach.")
    elif team.leader and is_same_name(team.leader.name, team.coach.name):
        yield _("{name} both leads and coaches.").format(name=team.coach.name)
    if len(_agencies(team)) < 2:
        yield _("The team comes from fewer than two agencies.")


def _agencies(team: Team) -> dict[str, str]:
    return {folded(person.agency): person.agency for person in team.people() if person.agency}


def _mend(challenge: Challenge, team: Team) -> str:
    """One command after which the team is sound; people who are named stay."""
    agencies = _agencies(team)
    has_leader = bool(team.leader and team.leader.name)
    has_coach = bool(team.coach and team.coach.name) and not (
        team.leader and team.coach and is_same_name(team.leader.name, team.coach.name)
    )
    home = challenge.agency or next(iter(agencies.values()), _("Lead agency"))
    needs_member = len({*agencies, *([] if has_leader else [folded(home)])}) < 2
    newcomer = person_option(_("Name of a member"), _("Post of the member"), _("Another agency"))
    return command(
        "team",
        leader=None if has_leader else person_option(_("Name of the leader"), _("Post of the leader"), home),
        coach=None if has_coach else person_option(_("Name of the coach"), _("Coach"), home),
        member=newcomer if needs_member else None,
    )
