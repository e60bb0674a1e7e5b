"""The team's size is sound: enough people to do the work, few enough to meet every week.

This warns and does not block. Eight to twelve is the method's experience; an accelerator may set its
own numbers. Everybody on the team counts: leader, coach and members.

To answer it: `hundredday team ID --member "Name; post; agency"`, or `--remove NAME`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.acceleration import Team
from hundredday.challenge.people import is_same_name
from hundredday.findings import Finding, Severity
from hundredday.gates.condition import Gate, command, person_option
from hundredday.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.programme import Settings

GATE: Gate = "launch"
SEVERITY = Severity.WARNING


def check(challenge: Challenge, settings: Settings, today: date) -> Iterator[Finding]:
    del today
    team = challenge.team or Team()
    number, (fewest, most) = len(tuple(team.people())), settings.team_size
    text = ngettext(
        "The team has {number} person; {fewest} to {most} is sound.",
        "The team has {number} people; {fewest} to {most} is sound.",
        number,
    ).format(number=number, fewest=fewest, most=most)
    where = ("acceleration", "team")
    if number < fewest:
        agency = challenge.agency or _("Lead agency")
        names = tuple(
            person_option(_("Member {n}").format(n=n + 1), _("Post"), agency) for n in range(number, fewest)
        )
        yield Finding("team-size-is-sound", text, command("team", member=names), SEVERITY, where=where)
    elif number > most:
        mend = command("team", remove=_spare(challenge, team)[: number - most])
        yield Finding("team-size-is-sound", text, mend, SEVERITY, where=where)


def _spare(challenge: Challenge, team: Team) -> tuple[str, ...]:
    """Members who own no goal, the last named first."""
    names = [person.name for person in reversed(team.members) if person.name]
    owners = [goal.owner for goal in challenge.goals.values()]
    return tuple(name for name in names if not any(is_same_name(name, owner) for owner in owners))
