"""Search what was learnt, here and in other accelerators."""

from pathlib import Path
from typing import Annotated

import typer

from hundredday.commands.lesson import Kind
from hundredday.commands.parameters import Json
from hundredday.desk.desk import Desk


def lessons(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS…]", help="What to look for; every lesson when not given."),
    ] = None,
    kind: Annotated[Kind | None, typer.Option(help="Only lessons of this kind.")] = None,
    tag: Annotated[str | None, typer.Option(metavar="WORD", help="Only lessons with this tag.")] = None,
    also: Annotated[
        list[Path] | None,
        typer.Option(metavar="DIR", help="Another accelerator's folder, or shared files; may be repeated."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="All that fit, not only the best.")] = False,
    json: Json = False,
) -> None:
    """Search the lessons of all challenges, the best first, in any language that they were written in.

    A word counts most among the tags, less in the lesson, least in the title or the problem of its challenge.
    Words that only begin alike, such as court and courts, count half. It is said why a lesson was found.

    Example: hundredday lessons courts judges --kind failed --also ../other-accelerator
    """
    from hundredday.desk.lessons import Asked, show_lessons

    asked = Asked(tuple(words or ()), kind and kind.value, tag, tuple(also or ()), every)
    show_lessons(Desk.of(ctx), asked, json=json)
