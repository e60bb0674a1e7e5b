"""Write a file in house format; its meaning and its comments stay."""

from typing import Annotated

import typer

from hundredday.desk.desk import Desk


def tidy(
    ctx: typer.Context,
    id: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="One challenge, intake or partner; every file when not given."),
    ] = None,
) -> None:
    """Write files in house format: two spaces, one reading a line, sections in the order of the story.

    This is the only command that changes layout. What the file means stays the same, and so does every
    comment; a file for which that cannot be held is left as it is, and said.

    Example: hundredday tidy small-claims-in-a-day
    """
    from hundredday.desk.files.tidying import tidy_all, tidy_one
    from hundredday.desk.registers.kinds import every_file, file_meant

    desk = Desk.of(ctx)
    if id is None:
        raise typer.Exit(tidy_all(desk, every_file(desk)))
    tidy_one(desk, file_meant(desk, id))
