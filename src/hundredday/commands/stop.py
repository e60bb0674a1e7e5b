"""End a challenge early, from any phase, with the reason."""

import typer

from hundredday.commands.parameters import Because, By, Id, On
from hundredday.desk.desk import Desk
from hundredday.desk.terminal.asking import need
from hundredday.language import _


def stop(ctx: typer.Context, id: Id, because: Because = None, by: By = None, on: On = None) -> None:
    """End a challenge before its last gate. The file and its history stay, and so do its lessons.

    Where that was a mistake, hundredday reopen lets it go on, with the reason.

    Example: hundredday stop small-claims --because "The registry moves to another ministry in May"
    """
    from hundredday import moves

    desk = Desk.of(ctx)
    desk.find(id)
    reason = need(
        "--because",
        _("Why does it end?"),
        because,
        why=_("The reason stands in every report."),
        example=_("The registry moves to another ministry"),
    )
    desk.change(
        id, lambda challenge: moves.stop(challenge, because=reason, by=by, on=desk.past_day(on, challenge))
    )
