"""What can be typed, written down for completion, so that a Tab needs neither Typer nor the commands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hundredday import commands
from hundredday.desk.door.completing import Word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


def words_text(front: Sequence[Any], command_of: Callable[[str], Any]) -> str:
    """The file: every command with its line, its arguments and its options, one to a line."""
    shown = [name for name in commands.NAMES if name not in commands.HIDDEN]
    run = [typed for typed in commands.EVERY if typed.split()[0] in shown]
    parts = {
        "front": _list_of(_words_of(front)),
        "names": _mapping_of({name: json.dumps(commands.VERBS.get(name, ())) for name in shown}),
        "lines": _mapping_of(
            {name: json.dumps(commands.line_of(name)) for name in dict.fromkeys([*shown, *run])}
        ),
        "words": _mapping_of({typed: _list_of(_words_of(command_of(typed).params)) for typed in run}),
    }
    return _mapping_of(parts) + "\n"


def _words_of(params: Iterable[Any]) -> list[Word]:
    return [_word_of(param) for param in params if not getattr(param, "hidden", False)]


def _word_of(param: Any) -> Word:
    is_option = param.param_type_name == "option"
    return Word(
        param.name,
        tuple(param.opts) if is_option else (),
        " ".join((param.help or "").split()) if is_option else "",
        is_flag=is_option and param.is_flag,
        repeats=param.multiple if is_option else param.nargs != 1,
        choices=tuple(str(getattr(one, "value", one)) for one in getattr(param.type, "choices", ())),
    )


def _list_of(words: Iterable[Word]) -> str:
    lines = ",\n".join(json.dumps(word.plain, ensure_ascii=False) for word in words)
    return f"[\n{lines}\n]" if lines else "[]"


def _mapping_of(parts: dict[str, str]) -> str:
    return "{\n" + ",\n".join(f'"{name}": {text}' for name, text in parts.items()) + "\n}"
