"""Set a guardrail: a number that must not get worse."""

from enum import StrEnum
from typing import Annotated

import typer

from hundredday.commands.parameters import Id, KeyOption
from hundredday.desk.desk import Desk


class Worse(StrEnum):
    """On which side of the limit it is worse."""

    ABOVE = "above"
    BELOW = "below"


def guardrail(
    ctx: typer.Context,
    id: Id,
    metric: Annotated[
        str, typer.Argument(metavar="METRIC", help="What is counted; a known key or metric changes that one.")
    ],
    unit: Annotated[str | None, typer.Option(metavar="TEXT", help="In what.")] = None,
    limit: Annotated[
        str | None, typer.Option(metavar="N", help="The number that must not be passed.")
    ] = None,
    worse: Annotated[Worse | None, typer.Option(help="On which side of the limit it is worse.")] = None,
    key: KeyOption = None,
) -> None:
    """Set a number that must not get worse while the goal is reached. Its readings come by `record ID KEY VALUE`.

    Example: hundredday guardrail small-claims "Appeals a week" --unit appeals --limit 12 --worse above
    """
    from hundredday import moves
    from hundredday.numbers import number_typed

    number = None if limit is None else number_typed(limit)
    desk = Desk.of(ctx)
    desk.change(
        id,
        lambda challenge: moves.set_guardrail(
            challenge, metric=metric, unit=unit, limit=number, worse=worse.value if worse else None, key=key
        ),
    )
