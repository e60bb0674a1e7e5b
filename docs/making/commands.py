"""The page of the commands: each with its page, its arguments and its options."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand
from typer.main import get_command_from_info
from typer.models import CommandInfo

from hundredday import commands

if TYPE_CHECKING:
    from collections.abc import Iterator


def commands_page() -> str:
    """Every command with its page, its arguments and its options."""
    return "# Commands\n\n" + "\n".join(_commands())


def command_of(name: str) -> Any:
    info = CommandInfo(name=name, cls=TyperCommand, callback=commands.function_of(name))
    return get_command_from_info(info, pretty_exceptions_short=True, rich_markup_mode=None)


def _commands() -> Iterator[str]:
    for group, names in commands.GROUPS.items():
        yield f"## {group}\n"
        for name in (typed for typed in commands.EVERY if typed.split()[0] in names):
            command = command_of(name)
            page, _, example = inspect.cleandoc(command.callback.__doc__ or "").partition("Example: ")
            yield f"### {name}\n\n{page.strip()}\n\n```sh\n{example.strip()}\n```\n"
            yield from _parameters(command)


def _parameters(command: Any) -> Iterator[str]:
    rows = [
        f"| `{' '.join(parameter.opts) if parameter.param_type_name == 'option' else parameter.make_metavar(None)}` "
        f"| {parameter.help or ''} |"
        for parameter in command.params
    ]
    if rows:
        yield "\n".join(["| argument or option | |", "| --- | --- |", *rows, ""])
