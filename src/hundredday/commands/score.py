"""Score a candidate, criterion by criterion."""

from typing import Annotated

import typer

from hundredday.commands.parameters import Id
from hundredday.desk.desk import Desk


def score(
    ctx: typer.Context,
    id: Id,
    grades: Annotated[
        list[str], typer.Argument(metavar="CRITERION=1..5 …", help="Such as impact=5 urgency=4.")
    ],
) -> None:
    """Score a candidate from 1 (low) to 5 (high): impact, urgency, feasibility, cross_agency, data, backing.

    Example: hundredday score small-claims impact=5 urgency=4 feasibility=4 cross_agency=3 data=5 backing=5
    """
    from hundredday import moves

    desk = Desk.of(ctx)
    desk.change(id, lambda challenge: moves.score(challenge, grades=tuple(grades)))
