"""Decide how the result goes on: reset, build, scale, embed, none."""

from enum import StrEnum
from typing import Annotated

import typer

from hundredday.commands.parameters import Because, By, Id, On
from hundredday.desk.desk import Desk


class Path(StrEnum):
    """How a result goes on."""

    RESET = "reset"
    BUILD = "build"
    SCALE = "scale"
    EMBED = "embed"
    NONE = "none"


def scale(
    ctx: typer.Context,
    id: Id,
    path: Annotated[Path, typer.Argument(metavar="reset|build|scale|embed|none", help="How it goes on.")],
    where: Annotated[
        list[str] | None, typer.Option(metavar="PLACE", help="Where to; may be repeated.")
    ] = None,
    by: By = None,
    because: Because = None,
    on: On = None,
) -> None:
    """Record the scale decision: try again otherwise, build on it, take it elsewhere, make it routine, or none of these.

    Example: hundredday scale small-claims scale --where Astana --where Shymkent --by "Accelerator board"
    """
    from hundredday import moves

    desk = Desk.of(ctx)
    desk.change(
        id,
        lambda challenge: moves.decide_scale(
            challenge,
            path=path.value,
            where=tuple(where or ()),
            by=by,
            because=because,
            on=desk.past_day(on, challenge),
        ),
    )
