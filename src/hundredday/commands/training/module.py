"""Add a module to an intake, or change one."""

from typing import Annotated

import typer

from hundredday.commands.parameters import IntakeId, KeyOption, Until
from hundredday.desk.desk import Desk


def module(
    ctx: typer.Context,
    id: IntakeId,
    title: Annotated[
        str,
        typer.Argument(metavar="TITLE|KEY", help="What is taught; a known key or title changes that one."),
    ],
    start: Annotated[str | None, typer.Option("--from", metavar="DATE", help="The first day.")] = None,
    end: Until = None,
    key: KeyOption = None,
) -> None:
    """Add a module to an intake, or say more about one.

    Example: hundredday training module elp-2026 "Intensive in Astana" --from 2026-05-15 --to 2026-05-17 --key astana
    """
    from hundredday.desk.registers.changing import change_register
    from hundredday.desk.registers.kinds import intakes
    from hundredday.moves.training import set_module

    desk = Desk.of(ctx)
    first, last = desk.maybe_day(start), desk.maybe_day(end)
    change_register(
        desk,
        intakes(),
        id,
        lambda intake, _challenges: set_module(intake, title=title, start=first, end=last, key=key),
    )
