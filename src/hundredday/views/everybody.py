"""Everybody in the programme on one list, the card of one person, and names that are spelt in two ways."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from rich.text import Text

from hundredday.days import day_number, day_words
from hundredday.harmless import one_line
from hundredday.language import N_, NN_, _, ngettext
from hundredday.language.keywords import phase_name
from hundredday.views.dates import count_words, short_date
from hundredday.views.fitting import Lines, clip, flow, heading, packed, piece, row, spread
from hundredday.views.frame import framed
from hundredday.views.mend import mend_lines
from hundredday.views.palette import BAD, DOUBTFUL, FAINT, GOOD, PHASES, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from rich.console import RenderableType

    from hundredday.findings import Finding
    from hundredday.outlook.people import Person, Role, Spelling

ROOMY = 100

_ROLES: Mapping[str, str] = {
    "leader": N_("leads"),
    "coach": N_("coaches"),
    "member": N_("on the team"),
    "sponsor": N_("sponsors"),
    "goal_owner": N_("owns a goal"),
    "milestone_owner": N_("owns a milestone"),
    "handover_owner": N_("owns the result"),
    "pledge": N_("pledged"),
    "trainee": N_("is trained"),
}
_SLIPS: Mapping[str, str] = {
    "capitals": N_("capitals or spaces"),
    "yo": N_("ё and е"),
    "order": N_("the order of the names"),
    "alphabet": N_("one sound in two spellings"),
    "one_letter": N_("one letter"),
}
_WIDEST_NAME = 28


def everybody_view(
    people: Sequence[Person],
    spellings: Sequence[Spelling],
    *,
    name: str,
    today: date,
    problems: Sequence[Finding] = (),
    width: int | None = None,
) -> RenderableType:
    """One line for each person: on a clock now, in other work that is open, and what is over."""

    def inside(room: int) -> Iterator[Text]:
        if not people:
            yield from flow(piece(_("No file names anybody yet.")), room)
        else:
            yield from _counts(people, spellings, room)
        for title, these in _groups(people):
            if these:
                yield from heading(title, str(len(these)), width=room)
                for person in these:
                    yield _line(person, _name_width(people), room)
        yield from _spelling_lines(spellings, room)

    return framed(inside, name=name, today=today, problems=problems, width=width)


def person_view(
    people: Sequence[Person], spellings: Sequence[Spelling], *, today: date, width: int | None = None
) -> RenderableType:
    """Everything that the files say of one person, or of several whose names fit."""

    def draw(room: int) -> Iterator[Text]:
        for number, person in enumerate(people):
            if number:
                yield Text()
            yield from _card(person, today, room)
        yield from _spelling_lines(spellings, room)

    return Lines(draw, width)


def _counts(people: Sequence[Person], spellings: Sequence[Spelling], width: int) -> Iterator[Text]:
    twice = sum(bool(person.clashes) for person in people)
    told = [piece(count_words(len(people), "person"))]
    on_a_clock = sum(person.is_on_a_clock for person in people)
    told.append(Text(ngettext(*_ON_A_CLOCK, on_a_clock).format(n=on_a_clock)))
    if twice:
        told.append(Text("! " + ngettext(*_TWICE, twice).format(n=twice), BAD))
    if spellings:
        told.append(Text("≈ " + ngettext(*_SPELT, len(spellings)).format(n=len(spellings)), DOUBTFUL))
    yield from packed(told, width, between=" · ")


_ON_A_CLOCK = NN_("{n} on a clock", "{n} on a clock")
_TWICE = NN_("{n} on two clocks at once", "{n} on two clocks at once")
_SPELT = NN_("{n} name spelt in two ways", "{n} names spelt in two ways")


def _groups(people: Sequence[Person]) -> tuple[tuple[str, list[Person]], ...]:
    now = [person for person in people if person.is_on_a_clock]
    open_ = [person for person in people if not person.is_on_a_clock and _is_open(person)]
    over = [person for person in people if not person.is_on_a_clock and not _is_open(person)]
    return (_("On a clock"), now), (_("In other open work"), open_), (_("In what is over"), over)


def _is_open(person: Person) -> bool:
    return any(role.phase != "closed" for role in person.roles)


def _name_width(people: Sequence[Person]) -> int:
    return min(max(piece(person.name).cell_len for person in people), _WIDEST_NAME)


def _line(person: Person, name_width: int, width: int) -> Text:
    mark = Text("!", BAD) if person.clashes else Text(" ")
    agency = 24 if width >= ROOMY else 0
    shown: list[Text | str] = [piece(", ".join(person.agencies), FAINT, width=agency), "  "] if agency else []
    left = row(mark, " ", piece(person.name, width=name_width), "  ", *shown, _does(person))
    finished = len({role.challenge for role in person.of("leader", "coach", "member") if role.is_finished})
    right = Text(f"✓ {finished}", GOOD) if finished else Text()
    return spread(left, right, width)


def _does(person: Person) -> Text:
    """What somebody does: of what runs now only that, and in each challenge what is nearest to its clock."""
    nearest = list({role.path: role for role in reversed(person.roles)}.values())[::-1]
    open_ = [role for role in nearest if role.phase != "closed"]
    telling = [role for role in nearest if role.is_running] or open_ or nearest
    said: list[Text] = []
    for role in dict.fromkeys(one.role for one in telling):
        of = list(dict.fromkeys(one.training or one.challenge or "" for one in telling if one.role == role))
        what = of[0] if len(of) == 1 else str(len(of))
        said.append(row(piece(_(_ROLES[role])), " ", piece(what, FAINT)))
    return row(*[part for one in said for part in (Text(", ", FAINT), one)][1:])


def _card(person: Person, today: date, width: int) -> Iterator[Text]:
    about = ", ".join((*person.posts[:2], *person.agencies[:2]))
    yield spread(piece(person.name, TITLE), clip(piece(about, FAINT), width * 2 // 3), width)
    for clash in person.clashes:
        days = f"{short_date(clash.first, today)} – {short_date(clash.last, today)}"
        said = _("On two clocks at once: {one} and {other}, {days}").format(
            one=clash.challenges[0], other=clash.challenges[1], days=days
        )
        yield from flow(piece(f"! {said}", BAD), width, indent=2)
    by_file: dict[str, list[Role]] = {}
    for role in person.roles:
        by_file.setdefault(role.path, []).append(role)
    for roles in by_file.values():
        words = ", ".join(dict.fromkeys(_(_ROLES[role.role]) for role in roles))
        state = piece(_state(roles[0], today), GOOD if roles[0].is_finished else FAINT)
        yield spread(row("  ", piece(roles[0].title)), state, width)
        places = [place for place in (roles[0].training, roles[0].challenge) if place]
        yield from flow(row("    ", piece(" · ".join((words, *places)), FAINT)), width, indent=4)
    if any(role.is_running for role in person.roles):
        command = f"hundredday agenda --for {shlex.quote(one_line(person.name))}"
        yield from mend_lines(command, width, indent=2)


def _state(role: Role, today: date) -> str:
    if role.is_running and role.start and role.end:
        return day_words(day_number(role.start, today), day_number(role.start, role.end))
    if role.is_finished:
        return _("finished")
    return phase_name(role.phase) if role.phase in PHASES else _("enrolled")


def _spelling_lines(spellings: Sequence[Spelling], width: int) -> Iterator[Text]:
    if not spellings:
        return
    yield from heading(_("Perhaps one person, spelt in two ways"), width=width)
    for spelling in spellings:
        one, other = spelling.names
        differ = _(_SLIPS[spelling.slip])
        yield from flow(
            row("  ", piece(f"{one} ≈ {other}", DOUBTFUL), "  ", piece(differ, FAINT)), width, indent=4
        )
        for name, paths in zip(spelling.names, spelling.paths, strict=True):
            more = f" (+{len(paths) - 1})" if len(paths) > 1 else ""
            yield from flow(row("    ", piece(f"{name}: {paths[0]}{more}", FAINT)), width, indent=6)
