"""Plan the follow-up: which goal is watched, and when."""

from typing import Annotated

import typer

from hundredday.commands.parameters import Id
from hundredday.desk.desk import Desk


def follow_up(
    ctx: typer.Context,
    id: Id,
    watch: Annotated[
        str | None, typer.Option(metavar="GOAL", help="Which goal; the primary one when not given.")
    ] = None,
    on: Annotated[
        list[str] | None, typer.Option(metavar="DATE", help="A day to look again; may be repeated.")
    ] = None,
) -> None:
    """Plan when the result is looked at again: 30, 90 and 180 days after the last day when no days are given.

    Example: hundredday follow-up small-claims --watch days-to-judgment
    """
    from hundredday import moves

    desk = Desk.of(ctx)
    desk.change(
        id,
        lambda challenge: moves.plan_follow_up(
            challenge,
            watch=watch,
            dates=tuple(desk.day(day, challenge) for day in on or ()),
            settings=desk.accelerator.settings,
        ),
    )
