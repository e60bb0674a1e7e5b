"""Say what a challenge is about: problem, sponsor, priority."""

from typing import Annotated

import typer

from hundredday.commands.parameters import (
    Affected,
    Agency,
    Cohort,
    Evidence,
    Id,
    Priority,
    Problem,
    Sponsor,
    Topic,
)
from hundredday.desk.desk import Desk


def describe(
    ctx: typer.Context,
    id: Id,
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What will be different, in a few words.")
    ] = None,
    topic: Topic = None,
    cohort: Cohort = None,
    agency: Agency = None,
    sponsor: Sponsor = None,
    priority: Priority = None,
    problem: Problem = None,
    affected: Affected = None,
    evidence: Evidence = None,
) -> None:
    """Set or change what a challenge says of itself; what you leave out stays as it is.

    On a terminal what is still lacking is asked for when nothing is said.

    Example: hundredday describe small-claims --problem "A small claim waits six weeks for its first hearing"
    """
    from hundredday.desk.describing import describe as run

    typed = {"title": title, "topic": topic, "cohort": cohort, "agency": agency, "sponsor": sponsor}
    about = {"priority": priority, "problem": problem, "affected": affected, "evidence": evidence}
    run(Desk.of(ctx), id, typed | about)
