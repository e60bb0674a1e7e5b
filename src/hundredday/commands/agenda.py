"""Show what is due or overdue, by date and by person."""

from typing import Annotated

import typer

from hundredday.commands.parameters import Json
from hundredday.desk.desk import Desk


def agenda(
    ctx: typer.Context,
    days: Annotated[
        int, typer.Option(metavar="DAYS", min=0, max=3650, help="How many days to look ahead.")
    ] = 14,
    person: Annotated[
        str | None,
        typer.Option("--for", metavar="NAME", help="Only what this person owes; a part of the name."),
    ] = None,
    at: Annotated[
        str | None, typer.Option(metavar="DATE|REV", help="As it was on that day, or at that commit.")
    ] = None,
    all: Annotated[
        bool, typer.Option("--all", help="Everything that is due, however much there is.")
    ] = False,
    json: Json = False,
) -> None:
    """Show what is overdue, and what is due in the next days: what, who owes it, and in which challenge.

    Readings, milestones, blockers, midpoint reviews, last days, pledges, follow-ups, and gates that
    could be passed now. A reading is (stale) when a forecast can no longer be made from it.
    --at shows what was due on an earlier day, without touching the folder.

    What does not fit on the screen is counted, and --all shows it.

    Example: hundredday agenda --days 7 --for Omarova
    """
    from hundredday.desk.agenda import show_agenda

    show_agenda(Desk.of(ctx), days=days, person=person, every=all, json=json, at=at)
