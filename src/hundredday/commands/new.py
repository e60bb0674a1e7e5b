"""Propose a candidate challenge."""

from typing import Annotated

import typer

from hundredday.commands.parameters import On
from hundredday.desk.desk import Desk


def new(
    ctx: typer.Context,
    title: Annotated[str | None, typer.Argument(metavar="TITLE", help="What will be different.")] = None,
    id: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Its id; made from the title when not given.")
    ] = None,
    topic: Annotated[
        str | None, typer.Option(metavar="KEY", help="The topic of the accelerator it belongs to.")
    ] = None,
    cohort: Annotated[str | None, typer.Option(metavar="KEY", help="The cohort it is launched with.")] = None,
    agency: Annotated[str | None, typer.Option(metavar="NAME", help="The lead agency.")] = None,
    sponsor: Annotated[str | None, typer.Option(metavar="PERSON", help='"Name; post; agency"')] = None,
    priority: Annotated[
        str | None, typer.Option(metavar="TEXT", help="The national objective it serves.")
    ] = None,
    problem: Annotated[str | None, typer.Option(metavar="TEXT", help="What is wrong today.")] = None,
    affected: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Who suffers from it, and how many they are.")
    ] = None,
    evidence: Annotated[str | None, typer.Option(metavar="TEXT", help="How one knows.")] = None,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="ID|FILE", help="Start from another challenge, also of another accelerator."
        ),
    ] = None,
    on: On = None,
) -> None:
    """Propose a candidate: a new file in Design, with what is known so far.

    On a terminal it asks for topic, agency, sponsor and problem; Enter leaves one open. The nearest lessons are shown. With
    --from problem, stakeholders' roles, counting of goals and lessons come along, without names of people.

    Example: hundredday new "Small claims settled in one day" --topic public-services --agency "Ministry of Justice"
    """
    from hundredday.desk.proposing import Proposal, propose

    desk = Desk.of(ctx)
    given = Proposal(title, topic, cohort, agency, sponsor, priority, problem, affected, evidence)
    propose(desk, given, id=id, origin=from_, on=desk.past_day(on))
