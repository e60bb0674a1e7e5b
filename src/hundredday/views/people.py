"""Who is in it: the Acceleration Team, and the stakeholders by influence and interest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from hundredday.challenge.people import person_words
from hundredday.language import N_, _
from hundredday.views.bars import dots
from hundredday.views.dates import count_words
from hundredday.views.fitting import fact, flow, heading, piece, row
from hundredday.views.palette import BAD, FAINT, GOOD

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hundredday.challenge.acceleration import Team
    from hundredday.challenge.design import Stakeholder
    from hundredday.challenge.people import Person

_STANCES = {
    "supports": (N_("+ supports"), GOOD),
    "neutral": (N_("= neutral"), FAINT),
    "opposes": (N_("- opposes"), BAD),
}
_NARROW = 76


def team_lines(team: Team, *, brief: bool = False, width: int) -> Iterator[Text]:
    """The leader, the coach and the members, with the agencies they come from; brief, members by name."""
    people = list(team.people())
    agencies = len({person.agency.casefold() for person in people if person.agency})
    counted = f"{count_words(len(people), 'person')}, {count_words(agencies, 'agency')}"
    yield from heading(_("Acceleration Team"), counted, width=width)
    if team.leader:
        yield from fact(_("Leader"), _person(team.leader), width)
    if team.coach:
        yield from fact(_("Coach"), _person(team.coach), width)
    if brief:
        yield from fact(_("Members"), ", ".join(person_words(member) for member in team.members), width)
        return
    for number, member in enumerate(team.members):
        yield from fact("" if number else _("Members"), _person(member), width)


def stakeholder_lines(
    stakeholders: Mapping[str, Stakeholder], *, brief: bool = False, width: int
) -> Iterator[Text]:
    """One line each, the most influential first, then the most interested; what they promised below.

    Brief, without what they promised.
    """
    ranked = sorted(
        stakeholders.items(), key=lambda entry: (-(entry[1].influence or 0), -(entry[1].interest or 0))
    )
    yield from heading(_("Stakeholders"), _("influence, interest"), width=width)
    room = min(max(piece(entry.name or key).cell_len for key, entry in ranked), width - 42)
    for key, entry in ranked:
        stance, style = _STANCES.get(entry.stance or "", ("", ""))
        if width < _NARROW:
            name = row("  ", piece(entry.name or key))
            grades = f"{entry.influence or '–'} / {entry.interest or '–'}"
            yield from flow(
                row(
                    name,
                    Text(f", {_(entry.role) if entry.role else _('no role')}, {grades} ", FAINT),
                    Text(_(stance), style),
                ),
                width,
                indent=4,
            )
            continue
        grades = f"{dots(entry.influence)} {dots(entry.interest)}"
        yield row(
            "  ",
            piece(entry.name or key, width=room),
            "  ",
            f"{_(entry.role or ''):<9}",
            grades,
            "  ",
            Text(_(stance), style),
        )
        if entry.commitment and not brief:
            yield from flow(row("    ", piece(entry.commitment, FAINT)), width, indent=4, most=2)


def _person(person: Person) -> str:
    about = [part for part in (person.post, person.agency) if part] if person.name else []
    return ", ".join([person_words(person), *about])
