"""Settle what could not be merged: both sides in sentences."""

from typing import Annotated

import typer

from hundredday.desk.desk import Desk


def resolve(
    ctx: typer.Context,
    id: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]", help="A challenge, or accelerator.yaml; everything that is open when not given."
        ),
    ] = None,
    ours: Annotated[bool, typer.Option("--ours", help="Take ours wherever the sides disagree.")] = False,
    theirs: Annotated[bool, typer.Option("--theirs", help="Take theirs wherever they disagree.")] = False,
    take: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD=SIDE", help="Take one side of one field: target=ours; may be repeated."),
    ] = None,
) -> None:
    """Settle what two sides disagree about, field by field, with what each of them did in a sentence.

    On a terminal you are asked which one is right. Everything that does not clash is merged without a
    question, also where git or the merge button of a web page has left conflict markers or the same key
    twice. The file is staged, and when nothing is left open the merge is committed.

    Ours is what was done here, theirs is what came in.

    Exit codes: 0 settled · 1 something is still open · 2 nobody says which side is right · 3 a file is
    broken in another way.

    Example: hundredday resolve small-claims --take target=ours
    """
    from hundredday.desk.together.choosing import read_choices
    from hundredday.desk.together.resolving import resolve as run

    choices = read_choices(ours=ours, theirs=theirs, takes=take or [])
    raise typer.Exit(run(Desk.of(ctx), id, choices))
