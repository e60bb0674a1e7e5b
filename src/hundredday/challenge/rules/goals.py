"""Goals: one of them is primary, each is measured soundly, and its owner is on the team."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.people import folded
from hundredday.findings import Finding
from hundredday.language import _
from hundredday.metrics import indexed_series_of
from hundredday.nearest import did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.challenge.record import Challenge


def check_primary(challenge: Challenge) -> Iterator[Finding]:
    first, *others = [key for key, goal in challenge.goals.items() if goal.primary] or [""]
    for key in others:
        yield Finding(
            "two-primaries",
            _("Both {first} and {key} are primary goals, and a challenge has one.").format(
                first=first, key=key
            ),
            _("Take primary: true from the goals that are conditions of the first."),
            where=("acceleration", "goals", key, "primary"),
        )


def check_measures(challenge: Challenge) -> Iterator[Finding]:
    """What each metric kind says of its baseline, its target and its readings."""
    for key, goal in challenge.goals.items():
        if goal.measurable:
            where = ("acceleration", "goals", key)
            for finding in goal.measurable.problems():
                yield finding._replace(where=(*where, "measurable", *finding.where))
            for finding in goal.measurable.series_problems(indexed_series_of(goal.readings)):
                yield finding._replace(where=(*where, "readings", *finding.where))


def check_owners(challenge: Challenge) -> Iterator[Finding]:
    """A goal's owner is on the team, once a team with a leader is stated."""
    team = challenge.team
    if not (team and team.leader):
        return
    names = {folded(person.name): person.name for person in team.people() if person.name}
    for key, goal in challenge.goals.items():
        if goal.owner and folded(goal.owner) not in names:
            yield Finding(
                "owner-not-on-team",
                _("{owner} owns the goal {key} and is not on the Acceleration Team.").format(
                    owner=goal.owner, key=key
                ),
                did_you_mean(
                    nearest(goal.owner, names.values()),
                    _("Add {owner} to the team, or name somebody of it.").format(owner=goal.owner),
                ),
                where=("acceleration", "goals", key, "attainable", "owner"),
            )
