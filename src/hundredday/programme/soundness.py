"""What is unsound in a training intake or a partner's file: what no field can hold on its own."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from hundredday.findings import Finding
from hundredday.language import _
from hundredday.nearest import did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from datetime import date

    from hundredday.findings import Where
    from hundredday.programme.exchange import Partner
    from hundredday.programme.training import Intake, Participant


@dataclass(frozen=True, slots=True)
class Challenges:
    """The challenges of the accelerator as these files refer to them.

    `is_completed` is asked only for those that a graduate names.
    """

    ids: Collection[str]
    is_completed: Callable[[str], bool]


def intake_problems(intake: Intake, challenges: Challenges) -> Iterator[Finding]:
    """What is unsound in a training intake, with the way to each value."""
    for key, module in intake.modules.items():
        yield from _backwards(module.from_, module.to, ("modules", key, "to"))
    seen: set[str] = set()
    for index, one in enumerate(intake.participants):
        where = ("participants", index)
        name = " ".join(one.name.casefold().split())
        if name in seen:
            yield Finding(
                "listed-twice",
                _("“{name}” takes part twice.").format(name=one.name),
                _("Keep one of the two, or tell them apart by their names."),
                where=(*where, "name"),
            )
        seen.add(name)
        yield from _attendance(intake, one, where)
        if one.project:
            yield from _unknown(one.project, challenges, (*where, "project"))
        yield from _graduation(intake, one, challenges, where)


def partner_problems(partner: Partner, challenges: Challenges) -> Iterator[Finding]:
    """What is unsound in a partner's file, with the way to each value."""
    for index, visit in enumerate(partner.visits):
        yield from _backwards(visit.from_, visit.to, ("visits", index, "to"))
    for key, practice in partner.practices.items():
        for index, id_ in enumerate(practice.used_in):
            yield from _unknown(id_, challenges, ("practices", key, "used_in", index))


def still_needed(intake: Intake, participant: Participant, challenges: Challenges) -> Iterator[str]:
    """What a participant still lacks to graduate, in words; nothing when they may."""
    needs = intake.graduates_need
    if "all_modules" in needs and (missed := [k for k in intake.modules if k not in participant.attended]):
        yield _("has not attended {modules}").format(modules=", ".join(missed))
    if "closed_challenge" not in needs:
        return
    if participant.project is None:
        yield _("has no project: the intake asks for a closed challenge")
    elif participant.project in challenges.ids and not challenges.is_completed(participant.project):
        yield _("{challenge} is not closed as completed").format(challenge=participant.project)


def _attendance(intake: Intake, one: Participant, where: Where) -> Iterator[Finding]:
    for at, key in enumerate(one.attended):
        if key not in intake.modules:
            yield Finding(
                "unknown-module",
                _("There is no module “{key}” in this intake.").format(key=key),
                _meant(key, intake.modules, _("The modules are: {known}.")),
                where=(*where, "attended", at),
            )


def _graduation(intake: Intake, one: Participant, challenges: Challenges, where: Where) -> Iterator[Finding]:
    if not one.has_graduated:
        return
    for lack in still_needed(intake, one, challenges):
        yield Finding(
            "graduated-too-early",
            _("{name} is called a graduate, but {lack}.").format(name=one.name, lack=lack),
            _("Take the status out until it is so, or change what graduates_need asks for."),
            where=(*where, "status"),
        )


def _unknown(id_: str, challenges: Challenges, where: Where) -> Iterator[Finding]:
    if id_ not in challenges.ids:
        yield Finding(
            "unknown-challenge",
            _("There is no challenge with the id “{id}”.").format(id=id_),
            _meant(id_, challenges.ids, _("hundredday status lists them all.")),
            where=where,
        )


def _backwards(start: date | None, end: date | None, where: Where) -> Iterator[Finding]:
    if start and end and end < start:
        yield Finding(
            "dates-out-of-order",
            _("This ends on {end}, before it begins on {start}.").format(start=start, end=end),
            _("Mend one of the two dates."),
            where=where,
        )


def _meant(word: str, known: Collection[str], otherwise: str) -> str:
    if not known:
        return _("Take it out: there is none yet.")
    shown = ", ".join(islice(known, _MOST_SHOWN))
    return did_you_mean(nearest(word, known), otherwise.format(known=shown))


_MOST_SHOWN = 10
