"""Show where all challenges stand, or the whole story of one."""

from pathlib import Path
from typing import Annotated

import typer

from hundredday.commands.parameters import Json
from hundredday.desk.desk import Desk

Id = Annotated[
    str | None,
    typer.Argument(metavar="[ID]", help="One challenge; all when not given."),
]
Phase = Annotated[str | None, typer.Option(metavar="PHASE", help="Only this phase.")]
Topic = Annotated[str | None, typer.Option(metavar="TOPIC", help="Only this topic.")]
Cohort = Annotated[str | None, typer.Option(metavar="COHORT", help="Only this cohort.")]
Agency = Annotated[str | None, typer.Option(metavar="AGENCY", help="Only this agency.")]
Health = Annotated[str | None, typer.Option(metavar="HEALTH", help="Only this health, such as at_risk.")]
All = Annotated[bool, typer.Option("--all", help="Every challenge, however many there are.")]
Sort = Annotated[str, typer.Option(metavar="ORDER", help="urgency, title, day, health, end or agency.")]
Watch = Annotated[bool, typer.Option("--watch", help="Draw again when a file changes, until Ctrl-C.")]
At = Annotated[str | None, typer.Option(metavar="DATE|REV", help="As it was on that day, or at that commit.")]
Since = Annotated[
    str | None, typer.Option(metavar="DATE|REV", help="What changed since then; also monday or 7d.")
]

Save = Annotated[
    Path | None, typer.Option(metavar="PATH", help="As a picture for slides, into this file: .svg or .html.")
]


def status(
    ctx: typer.Context,
    id: Id = None,
    phase: Phase = None,
    topic: Topic = None,
    cohort: Cohort = None,
    agency: Agency = None,
    health: Health = None,
    all: All = False,
    sort: Sort = "urgency",
    watch: Watch = False,
    at: At = None,
    since: Since = None,
    save: Save = None,
    json: Json = False,
) -> None:
    """Show where every challenge stands, the most urgent first; or, with an ID, the whole story of one.

    A challenge's health is computed from its readings; the colour that people declared stands beside
    it where the two differ. Options that choose challenges may be combined.

    --at shows the files, the settings and the day count of a day, a tag or a commit, without touching
    the folder; --since says in words what changed in each challenge, for Monday's meeting. --save draws
    the same into a picture for slides and web pages, with every challenge that was asked for.

    Example: hundredday status --phase acceleration
    """
    from hundredday.desk import showing
    from hundredday.desk.terminal.picturing import into

    wanted = showing.Wanted(phase, topic, cohort, agency, health, sort, every=all or save is not None)
    desk = into(Desk.of(ctx), save, only=not (json or watch))
    if at is not None or since is not None:
        from hundredday.desk.past import looking_back

        looking_back.show(desk, id, wanted, at=at, since=since, watch=watch, json=json)
    else:
        showing.show(desk, id, wanted, json=json, watch=watch)
