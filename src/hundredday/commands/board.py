"""Show the long list ranked, or a phase as a board of columns."""

from typing import Annotated

import typer

from hundredday.commands.parameters import Json
from hundredday.desk.desk import Desk


def board(
    ctx: typer.Context,
    phase: Annotated[
        str,
        typer.Option(
            metavar="PHASE", help="design, acceleration, sustainability, closed, or all side by side."
        ),
    ] = "design",
    cohort: Annotated[str | None, typer.Option(metavar="COHORT", help="Only this cohort.")] = None,
    topic: Annotated[str | None, typer.Option(metavar="TOPIC", help="Only this topic.")] = None,
    agency: Annotated[str | None, typer.Option(metavar="AGENCY", help="Only this agency.")] = None,
    top: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Draw the cut after the best N, whoever was chosen."),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="With decisions since this day; half a year when not given."),
    ] = None,
    at: Annotated[
        str | None, typer.Option(metavar="DATE|REV", help="As it was on that day, or at that commit.")
    ] = None,
    json: Json = False,
) -> None:
    """Show the long list for the board that chooses: candidates ranked by the weighted mean of their scores.

    The weights stand in accelerator.yaml (settings: weights:). The cut is drawn where the number of
    the chosen ends. Below the ranking the chosen and the declined stand side by side, with who decided
    and why; then which decisions would be others if one weight were a third larger or smaller; then
    who cannot be ranked yet, and what is missing. With --cohort its whole long list is shown, however old.

    --phase acceleration, sustainability or closed shows the challenges of that phase as cards in
    columns, by how far each has come; --phase all shows the phases side by side.

    Example: hundredday board --cohort 2026-autumn
    """
    from hundredday.desk.board import Asked, show_board

    asked = Asked(phase, cohort, topic, agency, top, since)
    show_board(Desk.of(ctx), asked, at=at, json=json)
