"""Let participants graduate who have what the intake asks for."""

from typing import Annotated

import typer

from hundredday.commands.parameters import IntakeId, On
from hundredday.desk.desk import Desk


def graduate(
    ctx: typer.Context,
    id: IntakeId,
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME…]", help="Who graduates; a part of the name is enough."),
    ] = None,
    ready: Annotated[
        bool, typer.Option("--ready", help="Everybody who has what the intake asks for.")
    ] = False,
    on: On = None,
) -> None:
    """Let participants graduate. Who lacks something that the intake asks for does not, and nobody with them.

    What it asks for stands in its file as graduates_need: closed_challenge (the participant's project is
    closed as completed), all_modules, or both. A graduate may coach the next challenge.

    Example: hundredday training graduate elp-2026 Nurlanova
    """
    from hundredday.desk.registers.training import graduate_from

    desk = Desk.of(ctx)
    graduate_from(desk, id, names=names or [], ready=ready, on=desk.past_day(on))
