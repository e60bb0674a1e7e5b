"""List all cohorts, the newest launch first."""

import typer

from hundredday.commands.parameters import Json
from hundredday.desk.desk import Desk


def list(ctx: typer.Context, json: Json = False) -> None:
    """List all cohorts: when they were launched, how many challenges they have, and what came of them.

    Cohorts that only a challenge names are listed too.

    Example: hundredday cohort list
    """
    from hundredday.desk.cohort.showing import show_cohorts

    show_cohorts(Desk.of(ctx), json=json)
