"""Showing people: everybody whom the files name, gathered anew each time, and nothing stored."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from hundredday.errors import WrongUsage
from hundredday.harmless import one_line
from hundredday.language import _
from hundredday.nearest import bare, did_you_mean, is_part_of, nearest_names
from hundredday.outlook.people import Clash, Person, Role, Spelling, people_of, roles_in, spellings_of
from hundredday.problems import Problems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from hundredday.challenge import Challenge
    from hundredday.desk.desk import Desk


def show_people(desk: Desk, name: str | None, *, json: bool) -> None:
    """Show everybody, or whoever is called so.

    Raises:
        WrongUsage: nobody is called so.
    """
    from hundredday.desk.showing import warn

    problems = Problems()
    everybody = people_of(_roles(desk, problems), today=desk.today)
    spellings = spellings_of(everybody)
    shown = everybody if name is None else _called(name, everybody)
    if name is not None:
        known = {role.name for person in shown for role in person.roles}
        spellings = tuple(one for one in spellings if known & set(one.names))
    warn(problems)
    title = desk.accelerator.name or desk.folder.root.name
    if json:
        desk.print_json(
            {
                "today": desk.today.isoformat(),
                "accelerator": title,
                "people": [_plain(person) for person in shown],
                "spellings": [_plain_spelling(one) for one in spellings],
                "problems": [finding.plain() for finding in problems],
            }
        )
        return
    from hundredday.desk.terminal.screen import draw_long
    from hundredday.views.everybody import everybody_view, person_view

    if name is None:
        drawn = everybody_view(shown, spellings, name=title, today=desk.today, problems=problems)
    else:
        drawn = person_view(shown, spellings, today=desk.today)
    draw_long(drawn, desk.given)


def warn_of_two_clocks(desk: Desk, launched: Mapping[str, Challenge]) -> None:
    """Say who of these challenges leads or works on another clock on the same days."""
    from hundredday.desk.survey import read_all, survey

    standings = survey(desk).standings
    running = {one.path for one in standings if one.phase == "acceleration" and one.id not in launched}
    files = [file for file in desk.folder.challenge_files() if file.path in running]
    roles: list[Role] = []
    for key, challenge in launched.items():
        roles += roles_in(key, "", challenge, today=desk.today)
    for file, other in read_all(desk, files):
        roles += roles_in(file.id, file.path, other, today=desk.today)
    for person in people_of(roles, today=desk.today):
        for clash in person.clashes:
            if not launched.keys().isdisjoint(clash.challenges):
                desk.hint(_warning(person, clash))


def _warning(person: Person, clash: Clash) -> str:
    said = _("warning: {name} is on two clocks at once, {one} and {other}, from {first} to {last}.").format(
        name=one_line(person.name),
        one=clash.challenges[0],
        other=clash.challenges[1],
        first=clash.first,
        last=clash.last,
    )
    return f"{said}\n  hundredday people {shlex.quote(one_line(person.name))}"


def _of_challenges(desk: Desk, problems: Problems) -> Iterator[Role]:
    from hundredday.desk.survey import read_all

    for file, challenge in read_all(desk, tuple(desk.folder.challenge_files()), problems):
        yield from roles_in(file.id, file.path, challenge, today=desk.today)


def _of_training(desk: Desk, problems: Problems) -> Iterator[Role]:
    from hundredday.desk.registers.kinds import intakes, known_challenges, read_every
    from hundredday.outlook.people import trainees_in

    for file, intake in read_every(desk, intakes(), known_challenges(desk), problems):
        yield from trainees_in(file.id, file.path, intake.meaning)


SOURCES: tuple[Callable[[Desk, Problems], Iterator[Role]], ...] = (_of_challenges, _of_training)
"""Where people are found; what cannot be read is added to the findings."""


def _roles(desk: Desk, problems: Problems) -> Iterator[Role]:
    for source in SOURCES:
        yield from source(desk, problems)


def refuse_nobody(desk: Desk, name: str) -> None:
    """Refuse a name, or a part of one, that nobody has whom the files name.

    Raises:
        WrongUsage: with the nearest names.
    """
    _called(name, people_of(_roles(desk, Problems()), today=desk.today))


def _called(name: str, everybody: Sequence[Person]) -> tuple[Person, ...]:
    """Who is called so in full, else whose name has this part in any of its spellings."""
    wanted = bare(name)
    exactly = [one for one in everybody if any(bare(spelt) == wanted for spelt in one.spellings)]
    partly = [one for one in everybody if any(is_part_of(name, spelt) for spelt in one.spellings)]
    if found := exactly or partly:
        return tuple(found)
    raise WrongUsage(
        _("No file names anybody called “{name}”.").format(name=name),
        did_you_mean(
            nearest_names(name, (one.name for one in everybody)), _("hundredday people shows everybody.")
        ),
    )


def _plain(person: Person) -> dict[str, object]:
    return {
        "name": person.name,
        "spellings": list(person.spellings),
        "posts": list(person.posts),
        "agencies": list(person.agencies),
        "on_a_clock": person.is_on_a_clock,
        "two_clocks": [
            {"challenges": list(one.challenges), "from": one.first.isoformat(), "to": one.last.isoformat()}
            for one in person.clashes
        ],
        "finished": sorted(
            {role.challenge for role in person.of(*_TEAM) if role.is_finished and role.challenge}
        ),
        "roles": [_plain_role(role) for role in person.roles],
    }


_TEAM = ("leader", "coach", "member")


def _plain_role(role: Role) -> dict[str, object]:
    return {
        "role": role.role,
        "challenge": role.challenge,
        "training": role.training,
        "title": role.title,
        "path": role.path,
        "phase": role.phase,
        "start": role.start.isoformat() if role.start else None,
        "end": role.end.isoformat() if role.end else None,
        "running": role.is_running,
        "finished": role.is_finished,
    }


def _plain_spelling(spelling: Spelling) -> dict[str, object]:
    written = zip(spelling.names, spelling.paths, strict=True)
    return {
        "differ_by": spelling.slip,
        "names": [{"name": name, "paths": list(paths)} for name, paths in written],
    }
