"""Launch all challenges of a cohort on one day."""

from typing import Annotated

import typer

from hundredday.commands.parameters import Because, By, Check, CohortName, Json, Waive
from hundredday.desk.desk import Desk


def launch(
    ctx: typer.Context,
    name: CohortName,
    on: Annotated[
        str | None,
        typer.Option(
            "--on", metavar="DATE", help="Day 0; the cohort's launch date, or today when that is over."
        ),
    ] = None,
    days: Annotated[
        int | None, typer.Option(metavar="N", min=1, max=100, help="Days, 1 to 100; 100 if not given.")
    ] = None,
    each: Annotated[
        bool, typer.Option("--each", help="Launch those that are ready and leave the others.")
    ] = False,
    check: Check = False,
    waive: Waive = None,
    by: By = None,
    because: Because = None,
    json: Json = False,
) -> None:
    """Launch a cohort: the gate of every challenge is looked at first, and then all are launched, or none.

    Each launch is a commit of its own; the goals are frozen. With --each those that are ready are
    launched and the others are told what they lack. Candidates that are not chosen, and challenges
    whose clock runs already, are let be. --check shows all gates and changes nothing; a waiver counts
    for each challenge that needs it.

    Exit codes: 0 all are launched, or could be · 1 a gate is closed.

    Example: hundredday cohort launch 2026-autumn --on 2026-09-07
    """
    from hundredday.desk.cohort.launching import Launch, check_cohort, launch_cohort
    from hundredday.desk.gateways import waivers

    desk = Desk.of(ctx)
    wanted = Launch(name, on, days, each, waivers(desk, waive or [], by, because))
    raise typer.Exit(check_cohort(desk, wanted, json=json) if check else launch_cohort(desk, wanted))
