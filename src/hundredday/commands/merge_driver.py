"""Merge three versions of a file: what git runs, not you."""

from pathlib import Path
from typing import Annotated

import typer


def merge_driver(
    base: Annotated[Path, typer.Argument(metavar="BASE", help="The version both come from: %O of git.")],
    ours: Annotated[Path, typer.Argument(metavar="OURS", help="Ours, and where the result goes: %A.")],
    theirs: Annotated[Path, typer.Argument(metavar="THEIRS", help="Theirs: %B.")],
    path: Annotated[str, typer.Argument(metavar="PATH", help="The name of the file: %P.")],
    size: Annotated[int, typer.Argument(metavar="SIZE", help="How long markers are: %L.", min=1)] = 7,
) -> None:
    """Merge a file by what it means, as git's merge driver; init and setup tell git to run it.

    One word on standard output says what came of it: merged, or conflict.

    Exit codes: 0 merged · 1 the sides disagree, and markers stand in OURS · 3 a version cannot be read.

    Example: hundredday merge-driver base.yaml ours.yaml theirs.yaml challenges/small-claims.yaml
    """
    from hundredday.desk.together.driving import drive

    raise typer.Exit(drive(base, ours, theirs, path, size))
