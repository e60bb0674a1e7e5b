"""Show who leads, coaches, sponsors and owns, from the files."""

from typing import Annotated

import typer

from hundredday.commands.parameters import Json
from hundredday.desk.desk import Desk


def people(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="One person, by a part of the name; everybody when not given."),
    ] = None,
    json: Json = False,
) -> None:
    """Show everybody whom the files name: on teams, as sponsors, coaches, owners, and with pledges.

    Who is on a clock now comes first; an exclamation mark stands before somebody who leads or works on
    two clocks at once, and a tick counts the challenges that somebody has finished. Nothing of it is
    stored. Names that are probably one person's in two spellings are named below, with their files:
    capitals, ё and е, the order of the words, another alphabet, one letter.

    Example: hundredday people Omarova
    """
    from hundredday.desk.people import show_people

    show_people(Desk.of(ctx), name, json=json)
