"""Enrol people, with the challenge they must finish."""

from typing import Annotated

import typer

from hundredday.commands.parameters import IntakeId
from hundredday.desk.desk import Desk


def enrol(
    ctx: typer.Context,
    id: IntakeId,
    people: Annotated[
        list[str], typer.Argument(metavar="PERSON…", help='"Name; post; agency", one or several.')
    ],
    project: Annotated[
        str | None,
        typer.Option(metavar="ID", help="The challenge that they must finish."),
    ] = None,
    group: Annotated[str | None, typer.Option(metavar="NAME", help="Their project group.")] = None,
) -> None:
    """Enrol people in an intake; of somebody who takes part already, what is said anew is changed.

    Example: hundredday training enrol elp-2026 "Saule Nurlanova; Chief specialist; Ministry of Justice" --project small-claims
    """
    from hundredday.challenge.people import read_person
    from hundredday.desk.registers.changing import change_register
    from hundredday.desk.registers.kinds import intakes
    from hundredday.moves.training import enrol

    desk = Desk.of(ctx)
    read = [read_person(typed) for typed in people]
    challenge = desk.find(project).id if project else None
    change_register(
        desk,
        intakes(),
        id,
        lambda intake, _challenges: enrol(intake, people=read, group=group, project=challenge),
    )
