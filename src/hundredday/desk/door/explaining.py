"""The help on a word: a command, a topic, a gate condition or a rule of the audit."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

from hundredday.errors import WrongUsage
from hundredday.harmless import one_line
from hundredday.language import _
from hundredday.manual import TOPICS, line_of, page_of, topic, words
from hundredday.views.manual import page, table

if TYPE_CHECKING:
    from collections.abc import Iterable

    import typer

    from hundredday.desk.given import Given


def explain(word: str, given: Given, commands: Iterable[str]) -> None:
    """Show the page of a topic, of a gate condition or of a rule of the audit.

    Raises:
        WrongUsage: there is no page on it, with the nearest words that have one.
    """
    from hundredday.desk.terminal.screen import draw

    name = word.lower().replace("_", "-").replace(" ", "-")
    if name in TOPICS:
        module = topic(name)
        draw(page(inspect.cleandoc(module.__doc__ or ""), module.rows()), given)
    elif text := page_of(name):
        draw(page(inspect.cleandoc(text), ()), given)
    else:
        raise _unknown(word, (*commands, *words()))


def explain_command(ctx: typer.Context, name: str) -> None:
    """Show the help of a command, as `--help` does."""
    import typer

    here, command = ctx.find_root(), ctx.find_root().command
    for word in name.split():
        command = command.get_command(here, word)  # type: ignore[attr-defined]  # the front door and its groups
        here = typer.Context(command, info_name=word, parent=here)
    typer.echo(command.get_help(here))


def list_topics(given: Given) -> None:
    """Show every topic with its line."""
    from hundredday.desk.terminal.screen import draw

    told = [(name, _(line_of(name))) for name in TOPICS]
    told += [("commands", _("Every command with its line."))]
    told += [("COMMAND", _("One command with its options, such as hundredday help record."))]
    told += [("NAME", _("One gate condition or one rule of the audit, such as has-a-sponsor."))]
    draw(table(told), given)


def list_commands(lines: Iterable[tuple[str, str]], given: Given) -> None:
    """Show every command with its line; a name alone opens a group."""
    from hundredday.desk.terminal.screen import draw

    draw(table((name, _(line)) if line else (_(name), "") for name, line in lines), given)


def _unknown(word: str, known: tuple[str, ...]) -> WrongUsage:
    from hundredday.nearest import LOOSE, did_you_mean, nearest

    mend = did_you_mean(nearest(word, known, most=3, cutoff=LOOSE), _("hundredday help lists all."))
    return WrongUsage(_("There is no help on “{word}”.").format(word=one_line(word)), mend)
