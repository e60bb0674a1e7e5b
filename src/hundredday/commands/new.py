"""Propose a candidate challenge."""

from typing import Annotated

import typer

from hundredday.commands.parameters import (
    Affected,
    Agency,
    Cohort,
    Evidence,
    On,
    Priority,
    Problem,
    Sponsor,
    Topic,
)
from hundredday.desk.desk import Desk


def new(
    ctx: typer.Context,
    title: Annotated[str | None, typer.Argument(metavar="TITLE", help="What will be different.")] = None,
    id: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Its id; made from the title when not given.")
    ] = None,
    topic: Topic = None,
    cohort: Cohort = None,
    agency: Agency = None,
    sponsor: Sponsor = None,
    priority: Priority = None,
    problem: Problem = None,
    affected: Affected = None,
    evidence: Evidence = None,
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
