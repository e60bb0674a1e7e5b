"""Select candidates: the board's decision, who made it and why."""

import typer

from hundredday.commands.parameters import Because, By, Ids, On
from hundredday.desk.desk import Desk
from hundredday.desk.terminal.asking import Question, needed
from hundredday.language import _


def select(ctx: typer.Context, id: Ids, by: By = None, because: Because = None, on: On = None) -> None:
    """Select a candidate, or several. The decision stands in the file with its day, who made it, and the reason.

    Each is a commit of its own; where one cannot be selected, none is.

    Example: hundredday select small-claims --by "Accelerator board" --because "Highest score of 14 candidates"
    """
    from hundredday import moves
    from hundredday.desk.deciding import asked_for, decide

    desk = Desk.of(ctx)
    files = asked_for(desk, id)
    who, why = needed(
        (Question("--by", _("Who decided?"), example=_("Accelerator board")), by),
        (Question("--because", _("Why this one?"), example=_("Highest score of 14 candidates")), because),
    )
    decide(
        desk,
        files,
        lambda challenge: moves.select(challenge, by=who, because=why, on=desk.past_day(on, challenge)),
    )
