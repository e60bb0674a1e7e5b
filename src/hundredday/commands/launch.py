"""Start the clock: Day 0."""

from typing import Annotated

import typer

from hundredday.commands.parameters import Because, By, Check, Id, Json, Waive
from hundredday.desk.desk import Desk


def launch(
    ctx: typer.Context,
    id: Id,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="Day 0; the cohort's launch date or today when not given."),
    ] = None,
    days: Annotated[int | None, typer.Option(metavar="N", help="Days, 1 to 100; 100 if not given.")] = None,
    check: Check = False,
    waive: Waive = None,
    by: By = None,
    because: Because = None,
    json: Json = False,
) -> None:
    """Launch a challenge: Day 0 is set, the clock runs for 100 days or less, and the goals are frozen.

    From now on a goal changes only by `amend`, with a reason and an approver, and the original stays visible.

    Example: hundredday launch small-claims --on 2026-04-06
    """
    from hundredday.desk.gateways import show_launch, waivers
    from hundredday.desk.launching import launch_one

    desk = Desk.of(ctx)
    if check:
        raise typer.Exit(show_launch(desk, id, on, days, json=json))
    desk.find(id)
    launch_one(desk, id, on=on, days=days, waivers=waivers(desk, waive or [], by, because))
