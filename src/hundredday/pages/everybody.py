"""The page of people: everybody whom the files name, with their parts and with what they owe."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from hundredday.challenge.people import folded
from hundredday.language import N_, _, ngettext
from hundredday.outlook.people import Role, people_of
from hundredday.pages import site
from hundredday.pages.drawing import draw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hundredday.outlook.people import Person
    from hundredday.pages.extract import Extract
    from hundredday.pages.site import Office

_PARTS: Mapping[str, str] = {
    "sponsor": N_("sponsor"),
    "leader": N_("leader"),
    "coach": N_("coach"),
    "member": N_("member"),
    "goal_owner": N_("owner of a goal"),
    "milestone_owner": N_("owner of a milestone"),
    "handover_owner": N_("handover owner"),
    "pledge": N_("signs the pledge"),
    "trainee": N_("participant"),
}


class PartIn(NamedTuple):
    """What somebody is in one file, in words, and the page of it."""

    words: Sequence[str]
    page: str
    title: str


class Due(NamedTuple):
    """What somebody owes."""

    on: date
    what: str
    challenge: str
    title: str


class Somebody(NamedTuple):
    """A person, with every part in every file and what is owed."""

    name: str
    about: str
    anchor: str
    parts: Sequence[PartIn]
    owes: Sequence[Due]


def people_page(office: Office, extracts: Sequence[Extract], trainees: Iterable[Role]) -> str:
    """Everybody whom `hundredday people` counts too, by name."""
    roles = [role for one in extracts for role in one.roles]
    everybody = people_of([*roles, *trainees], today=office.today)
    owed: dict[str, list[Due]] = {}
    for one in extracts:
        for due in one.owed:
            on = date.fromisoformat(due.on)
            owed.setdefault(folded(due.who), []).append(
                Due(on, due.what, one.standing.id, one.standing.title)
            )
    many, busy = len(everybody), sum(person.is_on_a_clock for person in everybody)
    said = ngettext("{n} person has a part.", "{n} people have a part.", many).format(n=many)
    clocks = ngettext(" {n} is on a clock.", " {n} are on a clock.", busy).format(n=busy)
    return draw(
        "people.html",
        office=office,
        up="",
        here=site.PEOPLE,
        sentence=f"{said}{clocks}" if busy else said,
        everybody=[_somebody(number, person, owed) for number, person in enumerate(everybody)],
    )


def _somebody(number: int, person: Person, owed: Mapping[str, Sequence[Due]]) -> Somebody:
    about = next((role for role in person.roles if role.post or role.agency), person.roles[0])
    return Somebody(
        name=person.name,
        about=", ".join(said for said in (about.post, about.agency) if said),
        anchor=f"person-{number}",
        parts=[*_parts(person)],
        owes=sorted(owed.get(folded(person.name), ())),
    )


def _parts(person: Person) -> Iterator[PartIn]:
    by_file: dict[str, list[Role]] = {}
    for role in person.roles:
        by_file.setdefault(role.path, []).append(role)
    for roles in by_file.values():
        words = [*dict.fromkeys(_(_PARTS[role.role]) for role in roles)]
        one = roles[0]
        page = site.place_of("training", one.training) if one.training else site.page_of(one.challenge or "")
        yield PartIn(words, page, one.title)
