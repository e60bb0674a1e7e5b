"""What the pages about all challenges need of each: kept between runs, so that an unchanged file is not read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from hundredday.challenge.people import folded
from hundredday.outlook.agenda import dues
from hundredday.outlook.standing import as_plain, standing_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.challenge.people import Person
    from hundredday.outlook.standing import Standing
    from hundredday.programme import Settings

SOON = 14
"""Days ahead that count as soon."""


class LessonLine(NamedTuple):
    """A lesson of a challenge."""

    kind: str
    text: str
    tags: tuple[str, ...]
    by: str | None


class Part(NamedTuple):
    """Somebody's part in a challenge: `part` is sponsor, leader, coach, member, goal_owner or milestone_owner."""

    part: str
    name: str
    post: str | None
    agency: str | None


class Owed(NamedTuple):
    """What somebody owes on a day, ISO."""

    on: str
    what: str
    who: str


class Extract(NamedTuple):
    """What other pages tell of one challenge."""

    standing: Standing
    lessons: tuple[LessonLine, ...]
    parts: tuple[Part, ...]
    owed: tuple[Owed, ...]
    row: str = ""
    """How it stands in the table of all, drawn."""


def extract(
    challenge: Challenge, standing: Standing, *, settings: Settings, today: date, reviews: Mapping[str, date]
) -> Extract:
    """What other pages tell of a challenge."""
    lessons = tuple(LessonLine(one.kind or "", one.text, one.tags, one.by) for one in challenge.lessons)
    owed = tuple(
        Owed(due.on.isoformat(), due.what, due.who)
        for due in dues(standing.id, challenge, settings=settings, today=today, reviews=reviews)
        if due.who and (due.on - today).days <= SOON
    )
    return Extract(standing, lessons, tuple(_parts(challenge)), owed)


def plain_extract(made: Extract) -> Any:
    """An extract as JSON can hold it."""
    return [as_plain(made.standing), made.lessons, made.parts, made.owed, made.row]


def extract_from(plain: Any) -> Extract:
    """An extract from what `plain_extract` made of it."""
    standing, lessons, parts, owed, row = plain
    return Extract(
        standing_from(standing),
        tuple(LessonLine(kind, text, tuple(tags), by) for kind, text, tags, by in lessons),
        tuple(Part(*one) for one in parts),
        tuple(Owed(*one) for one in owed),
        str(row),
    )


def _parts(challenge: Challenge) -> Iterator[Part]:
    team = challenge.team
    named = [("sponsor", challenge.sponsor)]
    if team:
        named += [("leader", team.leader), ("coach", team.coach), *(("member", one) for one in team.members)]
    yield from (_part(part, person) for part, person in named if person and person.name)
    seen = {folded(person.name) for _, person in named if person and person.name}
    owners = [("goal_owner", goal.owner) for goal in challenge.goals.values()]
    if challenge.acceleration:
        owners += [("milestone_owner", one.owner) for one in challenge.acceleration.milestones.values()]
    for part, name in owners:
        if name and folded(name) not in seen:
            seen.add(folded(name))
            yield Part(part, name, None, None)


def _part(part: str, person: Person) -> Part:
    return Part(part, person.name or "", person.post, person.agency)
