"""The commands that a text of the program names, and what the real commands say to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import typer

from hundredday import commands
from hundredday.app import app

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FILLED_IN = "X"
"""Stands where the program fills something in."""
SPOKEN_OF = frozenset({"for", "hundredday", "offers", "survive", FILLED_IN, "COMMAND"})
"""What follows the name of the program where the program itself is spoken of, and no command."""
WORD = re.compile(r""""[^"]*"|'[^']*'|\S+""")
NAMED = re.compile(r"(?<![-\w/.])hundredday (?=([-\w][^\n`]*))")


def complaints(text: str) -> Iterator[str]:
    """What the commands that a text names say to the words behind them; nothing when all can be typed."""
    for found in NAMED.finditer(re.sub(r"(?<!\{)\{[^{}]*\}(?!\})", FILLED_IN, text)):
        words = list(_words_of(found[1]))
        name = words[0][0]
        if name.startswith("-") or name in SPOKEN_OF or not name.isascii():
            continue
        typed, taken = _command_in(words)
        if said := complaint(typed, taken):
            yield f"hundredday {found[1]}: {said}"


def complaint(typed: str, words: Sequence[str]) -> str:
    """What a command says to its words; nothing of the values that are filled in."""
    if typed in commands.VERBS:
        return ""  # alone it shows its status
    if typed not in commands.EVERY:
        return "no such command"
    try:
        _command_of(typed).make_context(typed, list(words))
    except Exception as error:  # noqa: BLE001 (every way in which Typer refuses)
        return "" if type(error).__name__ in {"BadParameter", "Exit"} else f"{type(error).__name__}: {error}"
    return ""


def takes_a_value(typed: str, option: str) -> bool:
    """Whether a word belongs behind an option; an option that the command does not have takes none."""
    params = _command_of(typed).params
    return any(option in param.opts and not getattr(param, "is_flag", False) for param in params)


def _words_of(said: str) -> Iterator[tuple[str, bool]]:
    """The words of a command line, each with whether a sentence ends or pauses behind it."""
    for found in WORD.finditer(said):
        word = found[0] if found[0][0] in "\"'" else found[0].rstrip(".,;:)”»،؛")
        yield (word.strip("\"'") if len(word) > 1 else word), word != found[0]


def _command_in(words: list[tuple[str, bool]]) -> tuple[str, list[str]]:
    """The name and the arguments of a command that a sentence begins with.

    What follows the name belongs to it as long as it is an option with its value, a word before an option,
    a word to be filled in, or one that the command cannot do without: a sentence may go on behind it.
    """
    typed = words[0][0]
    if typed in commands.VERBS and words[1:] and not words[0][1]:
        typed = f"{typed} {words[1][0]}" if words[1][0] in commands.VERBS[typed] else typed
    if typed not in commands.EVERY:
        return typed, []
    rest, ends = words[len(typed.split()) :], words[len(typed.split()) - 1][1]
    needed = sum(one.required for one in _command_of(typed).params if one.param_type_name == "argument")
    taken: list[str] = []
    value_due = False
    while rest and not ends:
        word, ends = rest.pop(0)
        is_option = word.startswith("-") and word != "-"
        before_option = bool(rest) and not ends and rest[0][0].startswith("--")
        to_fill_in = word.isupper() or bool(re.search(r"[\d=…]|[A-ZА-Я] |^[^\W\d_]+ ", word))
        if not (is_option or value_due or before_option or to_fill_in or needed > 0):
            break
        taken.append(word)
        needed -= not (is_option or value_due)
        value_due = is_option and takes_a_value(typed, word)
    return typed, taken


def _command_of(typed: str) -> Any:
    command: Any = typer.main.get_command(app)
    for word in typed.split():
        command = command.get_command(typer.Context(command), word)
    return command
