"""Check files: every problem of every file, with place and mend."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hundredday.commands.parameters import Json
from hundredday.desk.desk import Desk


class Format(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def check(
    ctx: typer.Context,
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE…]", help="These only, by path or id; all when not given."),
    ] = None,
    json: Json = False,
    format: Annotated[Format | None, typer.Option("--format", help="How findings are printed.")] = None,
) -> None:
    """Check the files of the accelerator and say every problem of every file in one run.

    Nothing is changed. Each problem comes with its place (path:line:column), the line itself, one
    sentence, and the way to mend it. With --format github a pull request shows each beside its line; sarif is for
    any other code scanner.

    Exit codes: 0 all is well (warnings may be shown) · 1 findings · 3 a file cannot be read as a challenge.

    Example: hundredday check challenges/2026-spring/small-claims-in-a-day.yaml
    """
    from hundredday.desk.files.checking import check_files
    from hundredday.desk.files.findings import form_of, show

    desk = Desk.of(ctx)
    form = form_of(format and format.value, json=json)
    checked = check_files(desk, files or [])
    show(desk, checked, form)
    raise typer.Exit(checked.exit_code)
