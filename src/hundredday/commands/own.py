"""Name the handover owner, by post and agency."""

from typing import Annotated

import typer

from hundredday.commands.parameters import Id
from hundredday.desk.desk import Desk
from hundredday.desk.terminal.asking import Question, needed
from hundredday.language import _


def own(
    ctx: typer.Context,
    id: Id,
    post: Annotated[
        str | None, typer.Option(metavar="POST", help="The post that owns the result from now on.")
    ] = None,
    agency: Annotated[str | None, typer.Option(metavar="NAME", help="Its agency.")] = None,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="Who holds the post today.")] = None,
) -> None:
    """Name who owns the result after the team has gone. It is a post, not a person: people move on.

    Example: hundredday own small-claims --post "Head of the court administration" --agency "Supreme Court"
    """
    from hundredday import moves

    desk = Desk.of(ctx)
    desk.find(id)
    the_post, the_agency = needed(
        (
            Question(
                "--post", _("Which post owns the result?"), example=_("Head of the court administration")
            ),
            post,
        ),
        (Question("--agency", _("Of which agency?"), example=_("Supreme Court")), agency),
    )
    desk.change(id, lambda challenge: moves.own(challenge, post=the_post, agency=the_agency, name=name))
