"""Name a practice that becomes permanent, and whose it is."""

from enum import StrEnum
from typing import Annotated

import typer

from hundredday.commands.parameters import Id, KeyOption
from hundredday.desk.desk import Desk


class State(StrEnum):
    """How far a practice is."""

    PLANNED = "planned"
    RUNNING = "running"
    STOPPED = "stopped"


def practice(
    ctx: typer.Context,
    id: Id,
    practice: Annotated[
        str,
        typer.Argument(metavar="PRACTICE", help="What is done from now on; a known key changes that one."),
    ],
    owner_post: Annotated[
        str | None, typer.Option(metavar="POST", help="The post that keeps it running.")
    ] = None,
    resources: Annotated[str | None, typer.Option(metavar="TEXT", help="What it takes.")] = None,
    status: Annotated[State | None, typer.Option(help="How far it is.")] = None,
    key: KeyOption = None,
) -> None:
    """Name what becomes permanent, the post that owns it, and the resources it takes.

    Example: hundredday practice small-claims "Same-day list in every court" --owner-post "Court chair" --resources "No new posts"
    """
    from hundredday import moves

    desk = Desk.of(ctx)
    desk.change(
        id,
        lambda challenge: moves.keep_practice(
            challenge,
            practice=practice,
            owner_post=owner_post,
            resources=resources,
            status=status.value if status else None,
            key=key,
        ),
    )
