"""Make an accelerator: folder, repository, settings, first commit."""

from pathlib import Path
from typing import Annotated

import typer


def init(
    ctx: typer.Context,
    directory: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="The folder; here when not given.")
    ] = None,
    name: Annotated[str | None, typer.Option(help="What the accelerator is called.")] = None,
    host: Annotated[str | None, typer.Option(help="The office that runs it.")] = None,
    country: Annotated[
        str | None, typer.Option(help="ISO code whose public holidays count, such as KZ.")
    ] = None,
    timezone: Annotated[str | None, typer.Option(help="Whose today counts, such as Asia/Almaty.")] = None,
) -> None:
    """Make an accelerator: folder, git repository, accelerator.yaml, .gitattributes, .gitignore, first commit.

    What is there already stays as it is, so it is safe to run again. In a folder of a larger
    repository no new repository is made. With --lang the accelerator speaks that language from then on.

    Example: hundredday init my-accelerator --name "National Accelerator" --country KZ --timezone Asia/Almaty
    """
    from hundredday.desk.founding import Founding, found

    here = (ctx.obj.directory or Path.cwd()).resolve()
    founding = Founding(name, host, country, timezone, ctx.obj.language)
    found(here / directory if directory else here, founding, ctx.obj)
