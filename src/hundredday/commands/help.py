"""Explain a topic, a command, a condition or a rule."""

from typing import Annotated

import typer

from hundredday import commands


def help(
    ctx: typer.Context,
    word: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TOPIC|COMMAND|NAME]", help="On what; all topics when not given."),
    ] = None,
) -> None:
    """Explain a topic such as dates or metrics, a command, a gate condition or a rule of the audit.

    Without a word every topic is listed; `hundredday help commands` lists every command.

    Example: hundredday help metrics
    """
    from hundredday.desk.door import explaining

    name = " ".join(word or ())
    if not name:
        explaining.list_topics(ctx.obj)
    elif name == "commands":
        explaining.list_commands(commands.lines(), ctx.obj)
    elif name in (*commands.NAMES, *commands.EVERY):
        explaining.explain_command(ctx, name)
    else:
        explaining.explain(name, ctx.obj, commands.NAMES)
