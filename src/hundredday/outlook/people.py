"""Who is in the programme, from the files alone: the roles of each person, and who is on two clocks at once."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from hundredday.challenge.acceleration import Acceleration, Team
from hundredday.challenge.people import folded
from hundredday.challenge.spelling import Slip, slips
from hundredday.challenge.sustainability import Sustainability

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hundredday.challenge import Challenge
    from hundredday.programme.training import Intake

ROLES = (
    "leader",
    "coach",
    "member",
    "sponsor",
    "goal_owner",
    "milestone_owner",
    "handover_owner",
    "pledge",
    "trainee",
)
"""What a person can be, the nearest to the clock first."""

MOST_CLASHES = 1_000
"""Of one person; a name that stands in every file would have millions, and nobody works so much."""

ON_THE_CLOCK = frozenset({"leader", "member"})
"""Whose days a clock takes; a coach may have several teams."""


class Role(NamedTuple):
    """One part that a person has; in a training intake `challenge` is their project.

    `is_running` says that the clock of the challenge runs now, `is_finished` that the challenge was
    closed as completed, or that the trainee graduated.
    """

    name: str
    post: str | None
    agency: str | None
    role: str
    path: str
    title: str
    phase: str
    challenge: str | None
    training: str | None = None
    start: date | None = None
    end: date | None = None
    is_running: bool = False
    is_finished: bool = False


class Clash(NamedTuple):
    """Two clocks that run at the same time, with the days of both on which one person is needed twice."""

    challenges: tuple[str, str]
    first: date
    last: date


class Person(NamedTuple):
    """Somebody with every role that the files give them, the nearest to the clock first."""

    name: str
    roles: tuple[Role, ...]
    clashes: tuple[Clash, ...]

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way in which the files write the name, each once."""
        return tuple(dict.fromkeys(role.name for role in self.roles))

    @property
    def posts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(role.post for role in self.roles if role.post))

    @property
    def agencies(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(role.agency for role in self.roles if role.agency))

    @property
    def is_on_a_clock(self) -> bool:
        """Whether a clock runs that this person has work on."""
        return any(role.is_running and role.role in ON_THE_CLOCK for role in self.roles)

    def of(self, *roles: str) -> tuple[Role, ...]:
        """The roles of these kinds."""
        return tuple(role for role in self.roles if role.role in roles)


class Spelling(NamedTuple):
    """Two spellings that may be of one person, how they differ, and the files in which each stands."""

    names: tuple[str, str]
    slip: Slip
    paths: tuple[tuple[str, ...], tuple[str, ...]]


def roles_in(id: str, path: str, challenge: Challenge, *, today: date) -> Iterator[Role]:
    """Everybody whom the file of a challenge names, with what they are in it."""
    clock = challenge.clock
    start, end = (clock.start, clock.end) if clock else (None, None)
    is_running = challenge.phase == "acceleration" and start is not None and start <= today
    is_finished = challenge.closed is not None and challenge.closed.as_ == "completed"
    for role, name, post, agency in _named(challenge):
        if name:
            yield Role(
                name=name,
                post=post,
                agency=agency,
                role=role,
                path=path,
                title=challenge.title,
                phase=challenge.phase,
                challenge=id,
                start=start,
                end=end,
                is_running=is_running,
                is_finished=is_finished,
            )


def trainees_in(id: str, path: str, intake: Intake) -> Iterator[Role]:
    """Everybody who takes part in a training intake; who has graduated or left is through with it."""
    for one in intake.participants:
        yield Role(
            name=one.name,
            post=one.post,
            agency=one.agency,
            role="trainee",
            path=path,
            title=intake.title,
            phase="enrolled" if one.is_enrolled else "closed",
            challenge=one.project,
            training=id,
            is_finished=one.has_graduated,
        )


def people_of(roles: Iterable[Role], *, today: date) -> tuple[Person, ...]:
    """The people of these roles by name; capitals and spaces do not make another person."""
    together: dict[str, list[Role]] = {}
    for role in roles:
        together.setdefault(folded(role.name), []).append(role)
    return tuple(_person(together[key], today) for key in sorted(together))


def spellings_of(people: Iterable[Person]) -> tuple[Spelling, ...]:
    """The names that are probably written in two ways.

    One letter is a slip only between people who share an agency, or of whom one has none, and who do
    not stand beside one another on a team.
    """
    places: dict[str, list[Role]] = {}
    for person in people:
        for role in person.roles:
            places.setdefault(role.name, []).append(role)
    found = []
    for one, other, slip in slips(places):
        if slip != "one_letter" or _may_be_one(places[one], places[other]):
            paths = tuple(tuple(dict.fromkeys(role.path for role in places[name])) for name in (one, other))
            found.append(Spelling((one, other), slip, (paths[0], paths[1])))
    return tuple(found)


def _named(challenge: Challenge) -> Iterator[tuple[str, str | None, str | None, str | None]]:
    """Each role with the name, the post and the agency that stand there."""
    team = challenge.team or Team()
    people = [("sponsor", challenge.sponsor), ("leader", team.leader), ("coach", team.coach)]
    for role, person in (*people, *(("member", member) for member in team.members)):
        if person:
            yield role, person.name, person.post, person.agency
    for goal in challenge.goals.values():
        yield "goal_owner", goal.owner, None, None
    for milestone in (challenge.acceleration or Acceleration()).milestones.values():
        yield "milestone_owner", milestone.owner, None, None
    after = challenge.sustainability or Sustainability()
    if after.owner:
        yield "handover_owner", after.owner.name, after.owner.post, after.owner.agency
    for pledge in after.pledges:
        yield "pledge", pledge.by, pledge.post, pledge.agency


def _person(roles: list[Role], today: date) -> Person:
    def nearest(role: Role) -> tuple[bool, int, date, str]:
        return not role.is_running, ROLES.index(role.role), role.start or date.max, role.path

    once = dict.fromkeys(sorted(roles, key=nearest))
    names = [role.name for role in roles]
    usual = Counter(names).most_common(1)[0][0]
    return Person(usual, tuple(once), tuple(_clashes(once, today)))


def _clashes(roles: Iterable[Role], today: date) -> Iterator[Clash]:
    """Every two challenges of one person whose clocks overlap; one that runs over ends today at the earliest."""
    clocks: dict[str, tuple[date, date]] = {}
    for role in roles:
        if (
            role.role in ON_THE_CLOCK
            and role.phase == "acceleration"
            and role.challenge
            and role.start
            and role.end
        ):
            clocks[role.challenge] = role.start, max(role.end, today)
    yield from sorted(islice(_overlaps(clocks), MOST_CLASHES))


def _overlaps(clocks: Mapping[str, tuple[date, date]]) -> Iterator[Clash]:
    """The same by their beginnings: each clock beside those that still run when it begins."""
    running: list[str] = []
    for key in sorted(clocks, key=lambda key: (clocks[key], key)):
        first, end = clocks[key]
        running = [one for one in running if clocks[one][1] >= first]
        if first <= end:
            yield from (
                Clash((min(one, key), max(one, key)), first, min(clocks[one][1], end)) for one in running
            )
            running.append(key)


def _may_be_one(some: list[Role], others: list[Role]) -> bool:
    teams = [{role.challenge for role in roles if role.role in ON_THE_CLOCK} for roles in (some, others)]
    if teams[0] & teams[1]:
        return False
    agencies = [{folded(role.agency) for role in roles if role.agency} for roles in (some, others)]
    return not agencies[0] or not agencies[1] or bool(agencies[0] & agencies[1])
