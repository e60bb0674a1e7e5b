"""Open a cohort, or change what is said of one."""

from typing import Annotated

import typer

from hundredday.desk.desk import Desk


def open(
    ctx: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="How challenges refer to it, such as 2026-autumn.")
    ],
    title: Annotated[str | None, typer.Option(help="What it is called; the name when not given.")] = None,
    launch: Annotated[str | None, typer.Option(metavar="DATE", help="Day 0 of all its challenges.")] = None,
    review: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=DATE", help="A review that all hold on one day; may be repeated."),
    ] = None,
) -> None:
    """Open a cohort in accelerator.yaml, in one commit; of one that is open, what is given is changed.

    Challenges join it with `new --cohort`, `describe ID --cohort` or `cohort add`.

    Example: hundredday cohort open 2026-autumn --title "Autumn 2026" --launch 2026-09-07 --review midpoint=2026-10-27
    """
    from hundredday.desk.cohort.opening import open_cohort

    open_cohort(Desk.of(ctx), name, title=title, launch=launch, reviews=review or ())
