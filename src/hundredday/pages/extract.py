"""What the pages about all challenges need of each: kept between runs, so that an unchanged file is not read again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from hundredday.outlook.agenda import dues
from hundredday.outlook.people import Role, roles_in
from hundredday.outlook.standing import as_plain, standing_from

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hundredday.challenge import Challenge
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


class Owed(NamedTuple):
    """What somebody owes on a day, ISO."""

    on: str
    what: str
    who: str


class Extract(NamedTuple):
    """What other pages tell of one challenge."""

    standing: Standing
    lessons: tuple[LessonLine, ...]
    roles: tuple[Role, ...]
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
    roles = tuple(roles_in(standing.id, standing.path, challenge, today=today))
    return Extract(standing, lessons, roles, owed)


def plain_extract(made: Extract) -> Any:
    """An extract as JSON can hold it."""
    roles = [role._replace(start=_plain(role.start), end=_plain(role.end)) for role in made.roles]
    return [as_plain(made.standing), made.lessons, roles, made.owed, made.row]


def extract_from(plain: Any) -> Extract:
    """An extract from what `plain_extract` made of it."""
    standing, lessons, roles, owed, row = plain
    return Extract(
        standing_from(standing),
        tuple(LessonLine(kind, text, tuple(tags), by) for kind, text, tags, by in lessons),
        tuple(_role(*one) for one in roles),
        tuple(Owed(*one) for one in owed),
        str(row),
    )


def _plain(day: date | None) -> Any:
    return day and day.isoformat()


def _role(*plain: Any) -> Role:
    made = Role(*plain)
    start, end = (str(day) if day else None for day in (made.start, made.end))
    return made._replace(start=_day(start), end=_day(end))


def _day(plain: str | None) -> date | None:
    return date.fromisoformat(plain) if plain else None
