"""The manual page of the program for `man`: every command with its options, from the same texts as the help."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Any

from hundredday import __version__, commands
from hundredday.manual import topic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

HEAD = """\
.\\" Written by docs/generate.py from the code: change the code, then run `make fix`.
.TH HUNDREDDAY 1 "" "hundredday {version}" "User Commands"
.SH NAME
hundredday \\- run 100-day challenges from YAML files in git
.SH SYNOPSIS
.B hundredday
[\\fIOPTIONS\\fR] \\fICOMMAND\\fR ...
.SH DESCRIPTION
A government accelerator is a folder in git with one YAML file for each challenge. Each command changes one file and
makes one commit, or shows what the files say. Without a command the dashboard is shown.
.PP
Any unique beginning of an id stands for the id.
.SH OPTIONS
They may stand before or after the command.
"""


def man_page(front: Iterable[Any], command_of: Callable[[str], Any]) -> str:
    """The whole page in the language of man."""
    lines = [HEAD.format(version=__version__), *_entries(_option(one) for one in front), ".SH COMMANDS\n"]
    for group, names in commands.GROUPS.items():
        lines.append(f".SS {_text(group)}\n")
        for name in (typed for typed in commands.EVERY if typed.split()[0] in names):
            lines += _command(name, command_of(name))
    for heading, name in (("EXIT STATUS", "exit-codes"), ("ENVIRONMENT", "environment"), ("FILES", "files")):
        lines += [f".SH {heading}\n", *_entries(topic(name).rows())]
    return "".join(lines)


def _command(name: str, command: Any) -> Iterator[str]:
    page, _, example = inspect.cleandoc(command.callback.__doc__ or "").partition("Example: ")
    places = " ".join(one.make_metavar(None) for one in command.params if one.param_type_name == "argument")
    yield f".TP\n.B hundredday {_text(name)} \\fI{_text(places)}\\fR\n"
    yield ".sp\n".join(f"{_text(part.strip())}\n" for part in page.strip().split("\n\n"))
    yield f".sp\nExample: \\fB{_text(example.strip())}\\fR\n"
    told = [
        (one.make_metavar(None), one.help or "")
        for one in command.params
        if one.param_type_name == "argument"
    ]
    told += [_option(one) for one in command.params if one.param_type_name == "option"]
    if told:
        yield from (".RS\n", *_entries(told), ".RE\n")


def _option(param: Any) -> tuple[str, str]:
    value = "" if getattr(param, "is_flag", False) else f" {param.metavar or 'VALUE'}"
    return f"{', '.join(param.opts)}{value}", param.help or ""


def _entries(told: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, said in told:
        yield f".TP\n.B {_text(name)}\n{_text(said)}\n"


def _text(text: str) -> str:
    """A text in which nothing is read as an order to the formatter."""
    plain = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^(?=[.'])", r"\\&", plain, flags=re.MULTILINE)
