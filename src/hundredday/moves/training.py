"""Acts on a training intake: modules, enrolling, attending, graduating."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from hundredday.challenge.people import Person, folded
from hundredday.errors import Refused
from hundredday.findings import Finding
from hundredday.harmless import one_line
from hundredday.language import _
from hundredday.moves.filling import filled, placed
from hundredday.moves.keys import make_key
from hundredday.nearest import did_you_mean, meant, nearest
from hundredday.programme.soundness import still_needed
from hundredday.programme.training import Intake, Module, Participant

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from hundredday.programme.soundness import Challenges


class NotReady(Refused):
    """Somebody was to graduate who lacks what the intake asks for."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(_("Nobody graduates yet; the file is as it was."))
        self.findings = findings


def open_intake(
    *,
    title: str,
    topic: str | None = None,
    provider: str | None = None,
    host: str | None = None,
    needs: Sequence[str] = (),
) -> Intake:
    """A new intake, without modules and participants.

    Raises:
        Refused: a text is empty, or an unknown need.
    """
    asked = tuple(dict.fromkeys(need.replace("-", "_") for need in needs)) or None
    return filled(
        Intake, format=1, title=title, topic=topic, provider=provider, host=host, graduates_need=asked
    )


def set_module(
    intake: Intake, *, title: str, start: date | None = None, end: date | None = None, key: str | None = None
) -> Intake:
    """The intake with a module, or with more said about one, by key or title.

    Raises:
        Refused: a text is empty, or the key cannot be one.
    """
    named = next((k for k, one in intake.modules.items() if folded(one.title or k) == folded(title)), None)
    here = key or (title if title in intake.modules else named) or make_key(title, intake.modules)
    stands = intake.modules.get(here)
    said = title if title != here and (stands is None or key) else None
    module = filled(stands or Module, title=said, from_=start, to=end)
    return filled(intake, modules={**intake.modules, here: module})


def enrol(
    intake: Intake, *, people: Iterable[Person], group: str | None = None, project: str | None = None
) -> Intake:
    """The intake with these people in it; of one who takes part already, what is said anew is changed.

    Raises:
        Refused: a text is empty.
    """
    there = intake.participants
    for person in people:
        name = folded(person.name or "")
        stands = next((one for one in there if folded(one.name) == name), None)
        entry = filled(
            stands or Participant,
            name=None if stands else person.name,
            post=person.post,
            agency=person.agency,
            group=group,
            project=project,
        )
        there = placed(there, entry, stands)
    return filled(intake, participants=there)


def attend(intake: Intake, *, module: str, names: Sequence[str], everybody: bool, today: date) -> Intake:
    """The intake with these people having attended a module; `everybody` is all who have not left.

    Raises:
        Refused: no such module or participant, or the module has not begun.
    """
    key = _module_key(intake, module)
    begins = intake.modules[key].from_
    if begins is not None and begins > today:
        raise Refused(
            _("{module} begins on {day}; today is {today}.").format(
                module=intake.modules[key].title or key, day=begins, today=today
            ),
            _("Note attendance when it has begun."),
        )
    if everybody:
        there = {index for index, one in enumerate(intake.participants) if one.status != "left"}
    else:
        there = {_index(intake, name) for name in names}
    changed = tuple(
        filled(one, attended=(*one.attended, key)) if index in there and key not in one.attended else one
        for index, one in enumerate(intake.participants)
    )
    return filled(intake, participants=changed)


def graduate(
    intake: Intake, *, names: Sequence[str], ready: bool, on: date, challenges: Challenges, id: str
) -> Intake:
    """The intake with these people graduated; `ready` is everybody who has what the intake asks for.

    Raises:
        NotReady: somebody lacks it, with all that each of them lacks; then nobody graduates.
        Refused: no such participant.
    """
    enrolled = [index for index, one in enumerate(intake.participants) if one.is_enrolled]
    chosen = enrolled if ready else [_index(intake, name) for name in names]
    may = [i for i in chosen if not any(still_needed(intake, intake.participants[i], challenges))]
    # Where nobody is ready, it is said what each of them lacks.
    chosen = may if ready and may else chosen
    lacking = [
        Finding("graduated-too-early", f"{one.name}: {lack}.", _mend(intake, one, id))
        for one in (intake.participants[index] for index in chosen)
        for lack in still_needed(intake, one, challenges)
    ]
    if lacking:
        raise NotReady(tuple(lacking))
    changed = tuple(
        filled(one, status="graduated", date=on) if index in chosen and not one.has_graduated else one
        for index, one in enumerate(intake.participants)
    )
    return filled(intake, participants=changed)


def _mend(intake: Intake, one: Participant, id: str) -> str:
    """The command that brings a participant nearer to graduating."""
    missed = next((key for key in intake.modules if key not in one.attended), None)
    if "all_modules" in intake.graduates_need and missed:
        return shlex.join(["hundredday", "training", "attend", id, missed, one_line(one.name)])
    if one.project:
        return shlex.join(["hundredday", "status", one.project])
    return shlex.join(["hundredday", "training", "enrol", id, one_line(one.name), "--project", "ID"])


def _module_key(intake: Intake, word: str) -> str:
    fitting = [
        key
        for key, module in intake.modules.items()
        if word == key or folded(module.title or "") == folded(word)
    ] or [key for key in intake.modules if key.startswith(word)]
    if len(fitting) == 1:
        return fitting[0]
    raise Refused(
        _("There is no module “{word}” in this intake.").format(word=word),
        meant(word, intake.modules, _("modules")),
    )


def _index(intake: Intake, name: str) -> int:
    """The participant of this name, or the only one in whose name it stands."""
    wanted = folded(name)
    names = [folded(one.name) for one in intake.participants]
    fitting = [index for index, one in enumerate(names) if one == wanted]
    fitting = fitting or [index for index, one in enumerate(names) if wanted and wanted in one]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        listed = ", ".join(intake.participants[index].name for index in fitting[:_SHOWN])
        raise Refused(
            _("“{name}” stands in several names: {listed}.").format(name=name, listed=listed),
            _("Write the whole name."),
        )
    raise Refused(
        _("“{name}” does not take part in this intake.").format(name=name),
        did_you_mean(
            nearest(name, (one.name for one in intake.participants)),
            _("Enrol them first: {command}").format(command="hundredday training enrol ID NAME"),
        ),
    )


_SHOWN = 5
