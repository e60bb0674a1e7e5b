"""Record that a review was held, and what was decided."""

from typing import Annotated

import typer

from hundredday.commands.parameters import By, Id, On
from hundredday.desk.desk import Desk


def review(
    ctx: typer.Context,
    id: Id,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Which review, such as midpoint.")],
    decided: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="A decision; may be repeated.")
    ] = None,
    by: By = None,
    on: On = None,
) -> None:
    """Record a review. The midpoint review belongs between Day 40 and Day 60.

    Example: hundredday review small-claims midpoint --decided "Add two courts" --on "day 50"
    """
    from hundredday import moves

    desk = Desk.of(ctx)
    desk.change(
        id,
        lambda challenge: moves.review(
            challenge,
            name=name,
            decided=tuple(decided or ()),
            by=by,
            on=desk.day(on, challenge),
            today=desk.today,
        ),
    )
