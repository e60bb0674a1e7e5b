"""Say whether what happened was allowed, and history is whole."""

from typing import Annotated

import typer

from hundredday.commands.parameters import Json
from hundredday.desk.desk import Desk


def audit(
    ctx: typer.Context,
    id: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="One challenge; all when not given."),
    ] = None,
    seal: Annotated[
        bool, typer.Option("--seal", help="Seal the present state with a tag, whatever was found.")
    ] = False,
    json: Json = False,
) -> None:
    """Read every version of every challenge from git and say what was not allowed, who did it, and when.

    Goals that moved without an amendment, gates passed unmet, readings that were removed, dated ahead or
    entered late, files deleted, commits that vanished: each finding says what to ask whom. The manual
    has a page for every rule. Nothing is believed because a message says so. What was put back as it
    stood before (git revert) is told once, as undone.

    --seal makes a tag over the present state. Pushed to a place of its own, it shows for good whether
    the history was rewritten after it.

    Exit codes: 0 nothing but warnings · 1 errors.

    Example: hundredday audit small-claims-in-a-day
    """
    from hundredday.desk.past.auditing import audit as run

    raise typer.Exit(run(Desk.of(ctx), id, json=json, seals_it=seal))
