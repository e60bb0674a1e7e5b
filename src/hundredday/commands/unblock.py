"""Close a blocker."""

from typing import Annotated

import typer

from hundredday.commands.parameters import Id, On
from hundredday.desk.desk import Desk


def unblock(
    ctx: typer.Context,
    id: Id,
    key: Annotated[str, typer.Argument(metavar="KEY", help="Which blocker, by its key.")],
    how: Annotated[str | None, typer.Option(metavar="TEXT", help="How it was removed.")] = None,
    on: On = None,
) -> None:
    """Close a blocker that is no longer in the way.

    Example: hundredday unblock small-claims e-signature --how "The ministry lent its own"
    """
    from hundredday import moves

    desk = Desk.of(ctx)
    desk.change(
        id,
        lambda challenge: moves.unblock(
            challenge, key=key, how=how, on=desk.day(on, challenge), today=desk.today
        ),
    )
