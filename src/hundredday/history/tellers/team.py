"""The Acceleration Team: who was nominated, who joined and who left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.acceleration import Team
from hundredday.challenge.people import Person, person_words
from hundredday.history.leaves import changes, listing
from hundredday.history.pair import Pair, Told
from hundredday.history.words import change_words, shortened
from hundredday.language import _, ngettext
from hundredday.language.keywords import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.findings import Where

_TEAM = ("acceleration", "team")


def tell_team(pair: Pair) -> Iterator[Told]:
    """The first nomination, then every change in the team."""
    before, after = pair.before.team or Team(), pair.after.team or Team()
    if not any(before.people()) and any(after.people()):
        event = pair.event(
            "team-nominated",
            _nomination(after),
            leader=_fact(after.leader),
            coach=_fact(after.coach),
            members=len(after.members),
        )
        yield Told(event, (_TEAM,))
        return
    for role in ("leader", "coach"):
        yield from _post(pair, role, getattr(before, role), getattr(after, role))
    yield from _members(pair, before, after)


def _nomination(team: Team) -> str:
    led = _("led by {leader}").format(leader=_called(team.leader)) if team.leader else ""
    coached = _("coached by {coach}").format(coach=_called(team.coach)) if team.coach else ""
    count = len(team.members)
    members = ngettext("{n} member", "{n} members", count).format(n=count) if count else ""
    return _("Acceleration Team nominated: {people}").format(
        people=", ".join(part for part in (led, coached, members) if part)
    )


def _post(pair: Pair, role: str, before: Person | None, after: Person | None) -> Iterator[Told]:
    if not (differing := changes(before, after)):
        return
    if before is None or after is None or before.name != after.name:
        if after is None:
            text = _("{before} is no longer the team's {role}").format(
                before=_called(before), role=word(role)
            )
        else:
            text = _("{after} is the team's {role}").format(after=_called(after), role=word(role)) + (
                _(" in place of {before}").format(before=_called(before)) if before else ""
            )
    else:
        text = _("{role} {after} changed: {differing}").format(
            role=word(role), after=_called(after), differing=change_words(differing, pair.clock)
        )
    event = pair.event(
        "team-changed",
        text,
        role=role,
        **{"from": _fact(before), "to": _fact(after)},
    )
    yield Told(event, ((*_TEAM, role),))


def _members(pair: Pair, before: Team, after: Team) -> Iterator[Told]:
    found = listing(before.members, after.members, lambda member: member.name)
    where: tuple[Where, ...] = ((*_TEAM, "members"),)
    for member in found.added:
        text = _("{member} joined the team").format(member=_called(member))
        yield Told(pair.event("team-changed", text, role="member", to=person_words(member)), where)
    for member in found.removed:
        text = _("{member} left the team").format(member=_called(member))
        event = pair.event("team-changed", text, role="member", **{"from": person_words(member)})
        yield Told(event, where)
    for old, new in found.rewritten:
        text = _("member {member} changed: {changes}").format(
            member=_called(new), changes=change_words(changes(old, new), pair.clock)
        )
        yield Told(pair.event("team-changed", text, role="member", to=person_words(new)), where)
    if found.reordered:
        event = pair.event("edited", _("edited the order of acceleration.team.members"))
        yield Told(event, where)


def _called(person: Person | None) -> str:
    return shortened(person_words(person or Person()))


def _fact(person: Person | None) -> str | None:
    return person_words(person) if person else None
