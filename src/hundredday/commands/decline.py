"""Decline candidates: the board's decision, who made it and why."""

from typing import Annotated

import typer

from hundredday.commands.parameters import Because, By, On
from hundredday.desk.desk import Desk
from hundredday.desk.terminal.asking import Question, needed
from hundredday.language import _


def decline(
    ctx: typer.Context,
    id: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID…]", help="One challenge or several, each by its id or any unique beginning of it."
        ),
    ] = None,
    rest: Annotated[
        bool, typer.Option("--rest", help="All of the cohort on which nothing is decided.")
    ] = False,
    cohort: Annotated[str | None, typer.Option(metavar="COHORT", help="Whose rest.")] = None,
    by: By = None,
    because: Because = None,
    on: On = None,
) -> None:
    """Decline a candidate, or several. It is closed, and stays in the long list with the reason.

    Each is a commit of its own; where one cannot be declined, none is. After the chosen have been
    selected, --rest declines all others of a cohort with one reason. hundredday reopen takes it back.

    Example: hundredday decline one-stop-shop --by "Accelerator board" --because "No data on waiting times yet"
    """
    from hundredday import moves
    from hundredday.desk.deciding import asked_for, decide

    desk = Desk.of(ctx)
    files = asked_for(desk, id or [], rest=rest, cohort=cohort)
    who, why = needed(
        (Question("--by", _("Who decided?"), example=_("Accelerator board")), by),
        (Question("--because", _("Why not this one?"), example=_("No data on waiting times yet")), because),
    )
    decide(
        desk,
        files,
        lambda challenge: moves.decline(challenge, by=who, because=why, on=desk.past_day(on, challenge)),
    )
