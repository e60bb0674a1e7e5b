"""Commit what was edited by hand, with sentences of what it means."""

from typing import Annotated

import typer

from hundredday.desk.desk import Desk


def save(
    ctx: typer.Context,
    id: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="One challenge; every changed one when not given."),
    ] = None,
) -> None:
    """Commit files that were edited by hand: one commit for each challenge, with the same sentences as commands make.

    Without an ID also accelerator.yaml, the training intakes and the partners. A file with problems is not committed;
    they are shown, and the other files are committed all the same.

    Example: hundredday save small-claims-in-a-day
    """
    from hundredday.desk.files.saving import save_all

    desk = Desk.of(ctx)
    raise typer.Exit(save_all(desk, None if id is None else desk.find(id)))
