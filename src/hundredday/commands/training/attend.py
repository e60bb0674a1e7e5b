"""Note who attended a module."""

from typing import Annotated

import typer

from hundredday.commands.parameters import IntakeId
from hundredday.desk.desk import Desk


def attend(
    ctx: typer.Context,
    id: IntakeId,
    module: Annotated[str, typer.Argument(metavar="MODULE", help="The module, by its key or title.")],
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME…]", help="Who was there; a part of the name is enough."),
    ] = None,
    everybody: Annotated[bool, typer.Option("--all", help="Everybody who has not left.")] = False,
) -> None:
    """Note who attended a module of an intake.

    Example: hundredday training attend elp-2026 astana Nurlanova Ospanov
    """
    from hundredday.desk.registers.training import note_attendance

    note_attendance(Desk.of(ctx), id, module=module, names=names or [], everybody=everybody)
