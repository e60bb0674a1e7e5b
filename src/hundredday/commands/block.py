"""Raise a blocker that somebody above the team must remove."""

from typing import Annotated

import typer

from hundredday.commands.parameters import Id, KeyOption, On
from hundredday.desk.desk import Desk


def block(
    ctx: typer.Context,
    id: Id,
    what: Annotated[str, typer.Argument(metavar="WHAT", help="What stops the team, in one sentence.")],
    asked_of: Annotated[str | None, typer.Option(metavar="WHO", help="Who is asked to remove it.")] = None,
    needed_by: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day by which it must be gone.")
    ] = None,
    key: KeyOption = None,
    on: On = None,
) -> None:
    """Raise a blocker: what stops the team, who is asked to remove it, and by when.

    It stands in `status` and at the top of what is due until `unblock` closes it.

    Example: hundredday block small-claims "Registry has no e-signature" --asked-of "Aigerim Bekova" --needed-by +14
    """
    from hundredday import moves

    desk = Desk.of(ctx)
    desk.change(
        id,
        lambda challenge: moves.block(
            challenge,
            what=what,
            asked_of=asked_of,
            needed_by=desk.maybe_day(needed_by, challenge),
            key=key,
            on=desk.day(on, challenge),
            today=desk.today,
        ),
    )
