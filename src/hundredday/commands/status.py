"""Show where all challenges stand, or the whole story of one."""

from typing import Annotated

import typer

from hundredday.commands.parameters import Json, complete_ids
from hundredday.desk.desk import Desk


def status(
    ctx: typer.Context,
    id: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]", help="One challenge; all when not given.", autocompletion=complete_ids
        ),
    ] = None,
    phase: Annotated[str | None, typer.Option(metavar="PHASE", help="Only this phase.")] = None,
    topic: Annotated[str | None, typer.Option(metavar="TOPIC", help="Only this topic.")] = None,
    cohort: Annotated[str | None, typer.Option(metavar="COHORT", help="Only this cohort.")] = None,
    agency: Annotated[str | None, typer.Option(metavar="AGENCY", help="Only this agency.")] = None,
    health: Annotated[
        str | None, typer.Option(metavar="HEALTH", help="Only this health, such as at_risk.")
    ] = None,
    all: Annotated[bool, typer.Option("--all", help="Every challenge, however many there are.")] = False,
    json: Json = False,
) -> None:
    """Show where every challenge stands, the most urgent first; or, with an ID, the whole story of one.

    A challenge's health is computed from its readings; the colour that people declared stands beside
    it where the two differ.

    Example: hundredday status --phase acceleration
    """
    from hundredday.desk import showing

    desk = Desk.of(ctx)
    wanted = showing.Wanted(phase, topic, cohort, agency, health)
    if id is not None:
        showing.show_one(desk, id, json=json)
    else:
        showing.show_all(desk, wanted, every=all, json=json)
