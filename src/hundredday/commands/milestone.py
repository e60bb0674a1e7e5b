"""Set a milestone, or mark it done."""

from typing import Annotated

import typer

from hundredday.commands.parameters import Id, KeyOption
from hundredday.desk.desk import Desk


def milestone(
    ctx: typer.Context,
    id: Id,
    title: Annotated[
        str,
        typer.Argument(
            metavar="TITLE|KEY", help="What will be there; a known key or title changes that one."
        ),
    ],
    due: Annotated[str | None, typer.Option(metavar="DATE", help="By when.")] = None,
    owner: Annotated[str | None, typer.Option(metavar="NAME", help="Who sees to it.")] = None,
    critical: Annotated[
        bool, typer.Option("--critical", help="Overdue, it puts the whole challenge at risk.")
    ] = False,
    done: Annotated[bool, typer.Option("--done", help="It is reached.")] = False,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day it was reached; today when not given.")
    ] = None,
    key: KeyOption = None,
) -> None:
    """Set a step on the way, or mark it done. One that is due by Day 15 is an early win.

    Example: hundredday milestone small-claims "First same-day hearing" --due "day 14" --owner "Madina Akhmetova"
    """
    from hundredday import moves

    desk = Desk.of(ctx)
    desk.change(
        id,
        lambda challenge: moves.set_milestone(
            challenge,
            title=title,
            due=desk.maybe_day(due, challenge),
            owner=owner,
            critical=critical or None,
            done=desk.day(on, challenge) if done or on else None,
            key=key,
            today=desk.today,
        ),
    )
