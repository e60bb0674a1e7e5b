"""Tell what happened, to one or to all: who, when and what."""

from typing import Annotated

import typer

from hundredday.commands.parameters import Json
from hundredday.desk.desk import Desk


def log(
    ctx: typer.Context,
    id: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="One challenge; all when not given."),
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="From this day on; also monday or 7d.")
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Up to this day.")] = None,
    who: Annotated[str | None, typer.Option(metavar="NAME", help="Only what this person committed.")] = None,
    event: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Only this event, such as amended; may be repeated."),
    ] = None,
    at: Annotated[
        str | None, typer.Option(metavar="DATE|REV", help="As it read on that day, or at that commit.")
    ] = None,
    reverse: Annotated[bool, typer.Option("--reverse", help="The oldest first.")] = False,
    json: Json = False,
) -> None:
    """Tell what happened as a timeline, the newest first: the day of the clock, the date, who, and what.

    The story is told from what changed in the files between commits; what a commit's message says of
    itself is not believed. Renamed and moved files are followed, and edits by hand are told like the rest.
    The story of all tells of training, exchange and the accelerator's settings too; the id of an intake or
    a partner tells its own, and `accelerator` that of accelerator.yaml: its topics, cohorts and settings.
    --at tells the story up to a day, a tag or a commit, as it would have read then.

    Example: hundredday log small-claims --since "day 30" --reverse
    """
    from hundredday.desk.past.telling import Asked, list_ahead, show_log

    asked = Asked(since, until, who, tuple(event or ()))
    if at is None:
        show_log(Desk.of(ctx, list_ahead(id)), id, asked, json=json, reverse=reverse)
    else:
        from hundredday.desk.past.looking_back import show_log_at

        show_log_at(Desk.of(ctx), id, asked, at=at, json=json, reverse=reverse)
