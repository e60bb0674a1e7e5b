"""Show what came of a cohort, beside the one before."""

from typing import Annotated

import typer

from hundredday.commands.parameters import CohortName, Json
from hundredday.desk.desk import Desk


def show(
    ctx: typer.Context,
    name: CohortName,
    against: Annotated[
        str | None,
        typer.Option(metavar="COHORT", help="Compare with this one; the one launched before when not given."),
    ] = None,
    json: Json = False,
) -> None:
    """Show a cohort on one screen: targets met, missed and met late, median attainment, and what was learnt.

    The figures of the cohort before stand beside it. Attainment is the part of the way from baseline to
    target that was gone when the goal was due; the day of success is the first on which the target was
    met. `hundredday cohort NAME` says the same.

    Example: hundredday cohort show 2026-spring
    """
    from hundredday.desk.cohort.showing import show_cohort

    show_cohort(Desk.of(ctx), name, against, json=json)
