"""Decline a candidate: the board's decision, who made it and why."""

import typer

from hundredday.commands.parameters import Because, By, Id, On
from hundredday.desk.asking import Question, needed
from hundredday.desk.desk import Desk
from hundredday.language import _


def decline(ctx: typer.Context, id: Id, by: By = None, because: Because = None, on: On = None) -> None:
    """Decline a candidate. It is closed, and stays in the long list with the reason.

    Example: hundredday decline one-stop-shop --by "Accelerator board" --because "No data on waiting times yet"
    """
    from hundredday import moves

    desk = Desk.of(ctx)
    desk.find(id)
    who, why = needed(
        (Question("--by", _("Who decided?"), example=_("Accelerator board")), by),
        (Question("--because", _("Why not this one?"), example=_("No data on waiting times yet")), because),
    )
    desk.change(
        id, lambda challenge: moves.decline(challenge, by=who, because=why, on=desk.past_day(on, challenge))
    )
