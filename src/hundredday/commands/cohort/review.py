"""Hold a review of all running challenges of a cohort."""

from typing import Annotated

import typer

from hundredday.commands.parameters import By, CohortName, On
from hundredday.desk.desk import Desk


def review(
    ctx: typer.Context,
    name: CohortName,
    which: Annotated[str, typer.Argument(metavar="REVIEW", help="Such as midpoint.")] = "midpoint",
    decided: Annotated[
        list[str] | None, typer.Option(help="What was decided for all; may be repeated.")
    ] = None,
    by: By = None,
    on: On = None,
) -> None:
    """Hold a review of all challenges of a cohort whose clock runs, one commit each.

    Challenges that held it already are let be. What is decided for one challenge alone is written with
    `hundredday review ID midpoint`.

    Example: hundredday cohort review 2026-autumn midpoint --decided "Weekly numbers by Monday noon"
    """
    from hundredday.desk.cohort.launching import review_cohort

    review_cohort(Desk.of(ctx), name, which, decided=tuple(decided or ()), by=by, on=on)
