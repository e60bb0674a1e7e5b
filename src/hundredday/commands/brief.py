"""Write one page: midpoint, closing, or for the minister."""

from pathlib import Path
from typing import Annotated

import typer

from hundredday.commands.parameters import Id, Json
from hundredday.desk.desk import Desk


def brief(
    ctx: typer.Context,
    id: Id,
    form: Annotated[
        str | None, typer.Option("--for", metavar="FORM", help="midpoint, closing or minister.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help="Into this file, .html or .md; Markdown on the screen otherwise."),
    ] = None,
    at: Annotated[
        str | None, typer.Option(metavar="DATE|REV", help="As it was on that day, or at that commit.")
    ] = None,
    json: Json = False,
) -> None:
    """Write the paper that is handed in today as a form, made from what the files and their history say.

    midpoint: will the goal be met by the last day, results apart from activities, what is asked of whom.
    closing: impact, what becomes permanent and which post owns it, resources, reset, build or scale and
    why. minister: half a page that can be believed. Amendments, waivers and what the audit found stand
    in each of them.

    Example: hundredday brief small-claims --for minister --output brief.html
    """
    from hundredday.desk.briefing import brief as run

    here = ctx.obj.directory or Path.cwd()
    run(Desk.of(ctx), id, form, here / output if output else None, at, json=json)
