"""Say what a challenge is about: problem, sponsor, priority."""

from functools import partial
from typing import Annotated

import typer

from hundredday.commands.parameters import Id
from hundredday.desk.asking import refuse_silence
from hundredday.desk.desk import Desk


def describe(
    ctx: typer.Context,
    id: Id,
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What will be different, in a few words.")
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
) -> None:
    """Set or change what a challenge says of itself; what you leave out stays as it is.

    Example: hundredday describe small-claims --problem "A small claim waits six weeks for its first hearing"
    """
    from hundredday import moves
    from hundredday.challenge.people import read_person
    from hundredday.desk.proposing import refuse_unknown

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
