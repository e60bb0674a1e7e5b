"""Sign a pledge: a leader's promise that the result will last."""

from typing import Annotated

import typer

from hundredday.commands.parameters import Id
from hundredday.desk.desk import Desk
from hundredday.desk.terminal.asking import Question, needed
from hundredday.language import _


def pledge(
    ctx: typer.Context,
    id: Id,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who signs.")] = None,
    post: Annotated[str | None, typer.Option(metavar="POST", help="Their post.")] = None,
    agency: Annotated[
        str | None, typer.Option(metavar="NAME", help="Their agency; one pledge is the lead agency's.")
    ] = None,
    text: Annotated[str | None, typer.Option(metavar="TEXT", help="What is promised.")] = None,
    signed: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day of the signature; today when not given.")
    ] = None,
) -> None:
    """Record a signed pledge.

    Example: hundredday pledge small-claims --by "Aigerim Bekova" --post "Vice-Minister" --agency "Ministry of Justice"
    """
    from hundredday import moves

    desk = Desk.of(ctx)
    desk.find(id)
    who, whose = needed(
        (Question("--by", _("Who signs?"), example=_("Aigerim Bekova")), by),
        (Question("--agency", _("For which agency?"), example=_("Ministry of Justice")), agency),
    )
    desk.change(
        id,
        lambda challenge: moves.pledge(
            challenge,
            by=who,
            post=post,
            agency=whose,
            text=text,
            signed=desk.day(signed, challenge),
            today=desk.today,
        ),
    )
