"""Open a training intake."""

from enum import StrEnum
from typing import Annotated

import typer

from hundredday.desk.desk import Desk


class Need(StrEnum):
    """What a graduate must have."""

    CLOSED_CHALLENGE = "closed-challenge"
    ALL_MODULES = "all-modules"


def new(
    ctx: typer.Context,
    title: Annotated[str, typer.Argument(metavar="TITLE", help="What the programme is called.")],
    id: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Its id; made from the title when not given.")
    ] = None,
    topic: Annotated[
        str | None, typer.Option(metavar="KEY", help="The topic of the accelerator it serves.")
    ] = None,
    provider: Annotated[str | None, typer.Option(metavar="NAME", help="The school that teaches.")] = None,
    host: Annotated[
        str | None, typer.Option(metavar="NAME", help="The institution that receives it.")
    ] = None,
    needs: Annotated[
        list[Need] | None,
        typer.Option("--needs", help="What a graduate must have; may be repeated."),
    ] = None,
) -> None:
    """Open a training intake, such as one year of an Executive Leadership Program or of a diploma.

    Capacity building counts results, not attendance: with --needs closed-challenge nobody graduates
    before the challenge that is their project is closed as completed.

    Example: hundredday training new "Executive Leadership Program" --id elp-2026 --needs closed-challenge
    """
    from hundredday.desk.registers.training import open_training

    said = [need.value for need in needs or ()]
    open_training(Desk.of(ctx), title=title, id=id, topic=topic, provider=provider, host=host, needs=said)
