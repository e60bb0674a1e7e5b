"""Keep a lesson: what worked, what failed, what surprised."""

from enum import StrEnum
from typing import Annotated

import typer

from hundredday.commands.parameters import By, Id, On
from hundredday.desk.desk import Desk


class Kind(StrEnum):
    """What a lesson tells of."""

    WORKED = "worked"
    FAILED = "failed"
    SURPRISED = "surprised"


def lesson(
    ctx: typer.Context,
    id: Id,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What was learnt, in one sentence.")],
    kind: Annotated[Kind | None, typer.Option(help="What it tells of.")] = None,
    tag: Annotated[
        list[str] | None, typer.Option(metavar="WORD", help="To find it by; may be repeated.")
    ] = None,
    by: By = None,
    on: On = None,
) -> None:
    """Keep a lesson, at any time. The last gate asks for three, one of them of what failed.

    Example: hundredday lesson small-claims "Judges adopt what a judge shows them" --kind worked --tag courts
    """
    from hundredday import moves

    desk = Desk.of(ctx)
    desk.change(
        id,
        lambda challenge: moves.keep_lesson(
            challenge,
            text=text,
            kind=kind.value if kind else None,
            tags=tuple(tag or ()),
            by=by,
            on=desk.past_day(on, challenge),
        ),
    )
