"""Declare a colour, beside what the readings say."""

from enum import StrEnum
from typing import Annotated

import typer

from hundredday.commands.parameters import Because, By, Id, On
from hundredday.desk.desk import Desk
from hundredday.desk.terminal.asking import need
from hundredday.language import _


class Colour(StrEnum):
    """The colours that can be declared."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


def declare(
    ctx: typer.Context,
    id: Id,
    colour: Annotated[Colour, typer.Argument(metavar="green|amber|red", help="The colour.")],
    because: Because = None,
    by: By = None,
    on: On = None,
) -> None:
    """Declare a challenge green, amber or red. The computed health stands beside it, and a difference is shown.

    Example: hundredday declare small-claims amber --because "Two courts start late"
    """
    from hundredday import moves

    desk = Desk.of(ctx)
    desk.find(id)
    reason = need(
        "--because",
        _("Why this colour?"),
        because,
        why=_("A colour without a reason is not believed."),
        example=_("Two courts start late"),
    )
    desk.change(
        id,
        lambda challenge: moves.declare(
            challenge,
            status=colour.value,
            because=reason,
            by=by,
            on=desk.day(on, challenge),
            today=desk.today,
        ),
    )
