"""Write HTML pages for people who never open a terminal."""

from pathlib import Path
from typing import Annotated

import typer

from hundredday.commands.parameters import Json
from hundredday.desk.desk import Desk


def report(
    ctx: typer.Context,
    directory: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="A folder of its own; report/ when not given.")
    ] = None,
    at: Annotated[
        str | None, typer.Option(metavar="DATE|REV", help="As it was on that day, or at that commit.")
    ] = None,
    opens: Annotated[bool, typer.Option("--open", help="Open the first page in the browser.")] = False,
    json: Json = False,
) -> None:
    """Write a page of all challenges, a page for each, the lessons, the people, training and exchange, and the audit.

    The pages need no server, no script and no network: send the folder, or one page of it, as it is.
    They print on A4, read well on a phone, and show amendments, waivers and what the audit found.
    Only what has changed since the last report is written again. A folder that holds anything else
    than an earlier report is refused.

    Example: hundredday report --open
    """
    from hundredday.desk.reporting import report as run

    here = ctx.obj.directory or Path.cwd()
    run(Desk.of(ctx), here / directory if directory else None, at, opens=opens, json=json)
