"""Put challenges into a cohort."""

from typing import Annotated

import typer

from hundredday.commands.parameters import CohortName
from hundredday.desk.desk import Desk


def add(
    ctx: typer.Context,
    name: CohortName,
    ids: Annotated[list[str], typer.Argument(metavar="ID…", help="The challenges.")],
) -> None:
    """Put challenges into a cohort, one commit each. Their files stay where they are.

    Example: hundredday cohort add 2026-autumn small-claims building-permits
    """
    from hundredday.desk.cohort.opening import add_to_cohort

    add_to_cohort(Desk.of(ctx), name, ids)
