"""Let a stopped or declined challenge go on, with the reason."""

import typer

from hundredday.commands.parameters import Because, By, Id, On
from hundredday.desk.desk import Desk
from hundredday.desk.terminal.asking import need
from hundredday.language import _


def reopen(ctx: typer.Context, id: Id, because: Because = None, by: By = None, on: On = None) -> None:
    """Take back an early end. The challenge goes on in the phase in which it was stopped or declined.

    How it had ended stays in the file with the reason why it goes on, and stands in every report. The clock
    was never stopped: Day 0 and the last day are what they were. A candidate that had been declined is
    undecided again. What was closed as completed stays closed.

    Example: hundredday reopen small-claims --because "The registry stays with the ministry after all"
    """
    from hundredday import moves

    desk = Desk.of(ctx)
    desk.find(id)
    reason = need(
        "--because",
        _("Why does it go on?"),
        because,
        why=_("The reason stands in every report, beside the end that is taken back."),
        example=_("The registry stays with the ministry after all"),
    )
    desk.change(
        id, lambda challenge: moves.reopen(challenge, because=reason, by=by, on=desk.past_day(on, challenge))
    )
