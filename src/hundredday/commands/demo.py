"""Make a living example: months of real git history, ending today."""

from pathlib import Path
from typing import Annotated

import typer


def demo(
    ctx: typer.Context,
    directory: Annotated[Path, typer.Argument(metavar="[DIR]", help="A new folder.")] = Path(
        "demo-accelerator"
    ),
) -> None:
    """Make a complete example accelerator in a new folder, to look at and to play with.

    The sample challenges are lived through again by running the real commands, day by day over the
    last months: every commit is one that a team could have made, and the history ends today.

    Example: hundredday demo my-first-look
    """
    from hundredday.desk.demonstrating import demonstrate

    demonstrate(ctx, (ctx.obj.directory or Path.cwd()) / directory)
