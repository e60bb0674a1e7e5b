"""Say what a challenge is about: problem, sponsor, priority."""

from functools import partial
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
from hundredday.desk.terminal.asking import refuse_silence


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

    Example: hundredday describe small-claims --problem "A small claim waits six weeks for its first hearing"
    """
    from hundredday import moves
    from hundredday.challenge.people import read_person
    from hundredday.desk.accelerator import refuse_unknown

    said = {"topic": topic, "cohort": cohort, "agency": agency, "sponsor": sponsor, "priority": priority}
    refuse_silence("describe", title=title, **said, problem=problem, affected=affected, evidence=evidence)
    desk = Desk.of(ctx)
    refuse_unknown(desk, topic=topic, cohort=cohort)
    offices = partial(
        moves.describe, title=title, topic=topic, cohort=cohort, agency=agency, priority=priority
    )
    act = partial(offices, statement=problem, affected=affected, evidence=evidence)
    desk.change(
        id, lambda challenge: act(challenge, sponsor=None if sponsor is None else read_person(sponsor))
    )
