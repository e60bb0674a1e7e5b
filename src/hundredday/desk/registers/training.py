"""Training at the desk: opening an intake, attendance, graduating, and showing where intakes stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hundredday.challenge.people import folded
from hundredday.days import zone_of
from hundredday.desk.registers.changing import add_register, change_register
from hundredday.desk.registers.kinds import intakes, known_challenges, open_register, read_every
from hundredday.errors import WrongUsage
from hundredday.language import _
from hundredday.moves import training as acts
from hundredday.outlook.training import intake_standing, plain_coach, plain_intake, who_may_coach
from hundredday.problems import Problems
from hundredday.store.ids import make_id
from hundredday.store.walking import TRAINING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from hundredday.desk.desk import Desk
    from hundredday.findings import Finding
    from hundredday.history.timeline import Entry
    from hundredday.outlook.standing import Standing
    from hundredday.outlook.training import IntakeStanding, MayCoach
    from hundredday.store.registers import Register

    StoryOf = Callable[[Desk, str, str], Sequence[Entry]]
    """What happened to the file with an id in a folder, the oldest first."""


def open_training(
    desk: Desk,
    *,
    title: str,
    id: str | None,
    topic: str | None,
    provider: str | None,
    host: str | None,
    needs: Sequence[str],
) -> None:
    """Write and commit a new intake.

    Raises:
        Failure: no id can be made or it is taken, or the accelerator has no such topic.
    """
    from hundredday.desk.accelerator import refuse_unknown

    refuse_unknown(desk, topic=topic)
    made = acts.open_intake(title=title, topic=topic, provider=provider, host=host, needs=needs)
    name = id or readable_id(title)
    add_register(desk, intakes(), name, made)
    desk.hint(
        _("next: {command}").format(command=f'hundredday training module {name} "Online module" --from DATE')
    )


def readable_id(title: str) -> str:
    """An id made from a title.

    Raises:
        WrongUsage: none that reads well can be made of it.
    """
    if made := make_id(title):
        return made
    raise WrongUsage(
        _("No readable id can be made from “{title}”.").format(title=title),
        _("Add --id with a short name in Latin letters, such as --id {example}.").format(example="elp-2026"),
    )


def note_attendance(desk: Desk, id: str, *, module: str, names: Sequence[str], everybody: bool) -> None:
    """Note who attended a module.

    Raises:
        WrongUsage: nobody is named.
    """
    if bool(names) == everybody:
        raise WrongUsage(_("It is not said who was there."), _("Name them, or say --all for everybody."))
    change_register(
        desk,
        intakes(),
        id,
        lambda intake, _challenges: acts.attend(
            intake, module=module, names=names, everybody=everybody, today=desk.today
        ),
    )


def graduate_from(desk: Desk, id: str, *, names: Sequence[str], ready: bool, on: date) -> None:
    """Let participants graduate.

    Raises:
        WrongUsage: nobody is named.
        NotReady: somebody lacks what the intake asks for.
    """
    if bool(names) == ready:
        raise WrongUsage(_("It is not said who graduates."), _("Name them, or say --ready for all who may."))
    file, _register = open_register(desk, intakes(), id)
    change_register(
        desk,
        intakes(),
        file.id,
        lambda intake, challenges: acts.graduate(
            intake, names=names, ready=ready, on=on, challenges=challenges, id=file.id
        ),
    )


def show_training(desk: Desk, beginning: str | None, story_of: StoryOf, *, json: bool) -> None:
    """Show where every intake stands, or one with everybody in it and what `story_of` tells of it.

    Raises:
        Failure: it cannot be shown, and why.
    """
    problems = Problems()
    challenges = known_challenges(desk)
    one = None if beginning is None else open_register(desk, intakes(), beginning)
    registers = [one] if one else read_every(desk, intakes(), challenges, problems)
    standings = standings_by_id(desk) if registers else {}
    shown = tuple(
        intake_standing(file.id, file.path, register.meaning, standings, challenges)
        for file, register in registers
    )
    coaches = who_may_coach(shown, _running_teams(desk, shown, standings))
    if json:
        desk.print_json(
            {
                "today": desk.today.isoformat(),
                "accelerator": desk.accelerator.name or desk.folder.root.name,
                "problems": [finding.plain() for finding in problems],
                "intakes": [plain_intake(one) for one in shown],
                "may_coach": [plain_coach(one) for one in coaches],
            }
        )
    else:
        story = story_of(desk, TRAINING, one[0].id) if one else ()
        _draw(desk, shown, coaches, problems, story, is_one=beginning is not None)
    say_unsound(desk, [register for _file, register in registers])


def say_unsound(desk: Desk, registers: Sequence[Register[Any]]) -> None:
    """Say on standard error that rules are broken in what was shown."""
    if any(not register.is_sound for register in registers):
        desk.hint(_("note: a rule is broken in what is shown; hundredday check says which."))


def standings_by_id(desk: Desk) -> Mapping[str, Standing]:
    """Where all challenges stand, by their ids."""
    from hundredday.desk.survey import survey

    return {one.id: one for one in survey(desk).standings}


def _draw(
    desk: Desk,
    shown: Sequence[IntakeStanding],
    coaches: Sequence[MayCoach],
    problems: Sequence[Finding],
    story: Sequence[Entry],
    *,
    is_one: bool,
) -> None:
    from hundredday.views.training import training

    desk.draw(
        training(
            shown,
            coaches,
            name=desk.accelerator.name or desk.folder.root.name,
            topics=desk.accelerator.topics,
            today=desk.today,
            problems=problems,
            is_one=is_one,
            story=story,
            zone=zone_of(desk.accelerator.timezone),
        )
    )


def _running_teams(
    desk: Desk, shown: Sequence[IntakeStanding], standings: Mapping[str, Standing]
) -> dict[str, set[str]]:
    """The names on each team in Acceleration, by challenge; read only when somebody has graduated."""
    if not any(one.participant.has_graduated for intake in shown for one in intake.takings):
        return {}
    from hundredday.desk.survey import read_all

    running = {one.path for one in standings.values() if one.phase == "acceleration"}
    files = [file for file in desk.folder.challenge_files() if file.path in running]
    return {
        file.id: {folded(person.name) for person in challenge.team.people() if person.name}
        for file, challenge in read_all(desk, files)
        if challenge.team
    }
