"""Nominate the Acceleration Team."""

from typing import Annotated

import typer

from hundredday.commands.parameters import Id
from hundredday.desk.desk import Desk


def team(
    ctx: typer.Context,
    id: Id,
    leader: Annotated[str | None, typer.Option(metavar="PERSON", help='"Name; post; agency"')] = None,
    coach: Annotated[
        str | None, typer.Option(metavar="PERSON", help="Who coaches the team and does not lead it.")
    ] = None,
    member: Annotated[
        list[str] | None, typer.Option(metavar="PERSON", help="A member; may be repeated.")
    ] = None,
    remove: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Who leaves the team; may be repeated.")
    ] = None,
) -> None:
    """Nominate the team: a leader, a coach and members from at least two agencies. The team, not the sponsor, sets the goals.

    On a terminal the people whom the team still lacks are asked for when nothing is said.

    Example: hundredday team small-claims --leader "Dana Omarova; Court registrar; Supreme Court" --coach "Yerlan Saparov"
    """
    from hundredday import moves
    from hundredday.challenge.people import read_person
    from hundredday.desk.terminal.asking_teams import team_typed

    desk = Desk.of(ctx)
    leader, coach, member = team_typed(desk, id, leader=leader, coach=coach, member=member, remove=remove)
    desk.change(
        id,
        lambda challenge: moves.nominate(
            challenge,
            leader=None if leader is None else read_person(leader),
            coach=None if coach is None else read_person(coach),
            members=tuple(read_person(person) for person in member),
            remove=tuple(remove or ()),
        ),
    )
