"""What is said when no command is given: the dashboard inside an accelerator, the first steps outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from hundredday.language import _
from hundredday.store.folder import Folder, NotAnAccelerator

if TYPE_CHECKING:
    from hundredday.desk.given import Given


def first_steps() -> str:
    """What to type where there is no accelerator."""
    steps = {
        "hundredday demo DIR": _("see a living example, with months of history"),
        "hundredday init DIR": _("start your own"),
        "hundredday --help": _("all commands"),
    }
    lines = "\n".join(f"  {command:<24}{does}" for command, does in steps.items())
    return f"{_('This folder is not an accelerator yet.')}\n\n{lines}\n"


def welcome(ctx: typer.Context) -> None:
    """Show the dashboard, or the first steps where there is no accelerator."""
    from pathlib import Path

    given: Given = ctx.obj
    try:
        Folder.find(given.directory or Path.cwd())
    except NotAnAccelerator:
        typer.echo(first_steps(), nl=False)
        return
    status = ctx.command.get_command(ctx, "status")  # type: ignore[attr-defined]  # the command is our group
    with status.make_context("status", [], parent=ctx) as inner:
        status.invoke(inner)
