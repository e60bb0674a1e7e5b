"""Show the intakes: attendance, projects, graduates, who may coach."""

from typing import Annotated

import typer

from hundredday.commands.parameters import Json
from hundredday.desk.desk import Desk


def status(
    ctx: typer.Context,
    id: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="One intake with everybody in it; all when not given."),
    ] = None,
    json: Json = False,
) -> None:
    """Show where training stands: who takes part, what they attended, where their projects are, who graduated.

    Graduates may coach the next challenge; those who work on a running one are marked as busy. One intake is
    shown with what happened to it lately.

    Example: hundredday training status elp-2026
    """
    from hundredday.desk.past.lately import lately
    from hundredday.desk.registers.training import show_training

    show_training(Desk.of(ctx), id, lately, json=json)
