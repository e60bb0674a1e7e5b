"""Completion for the shell: which argument or option is being typed, and the words that can stand there."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hundredday.desk.offering import Offer, Typed, of_kind
from hundredday.harmless import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Table:
    """The commands as completion needs them; a command is made only when its own words are typed."""

    front: Sequence[Any]
    """The global options."""
    names: Mapping[str, tuple[str, ...]]
    """Every command that is shown, with its verbs where it has any."""
    line_of: Callable[[str], str]
    command_of: Callable[[str], Any]


@dataclass(slots=True)
class _Line:
    """The words before the one that is typed, told apart."""

    command: str = ""
    directory: str | None = None
    values: list[str] = field(default_factory=list)
    """What stands for arguments, in order."""
    waiting: Any = None
    """The option whose value is typed now."""
    used: set[str] = field(default_factory=set)


def complete(words: Sequence[str], table: Table) -> None:
    """Print what can stand for the last word: each on a line, with what it is behind a tab."""
    *before, typed = words or [""]
    for offer in offers([_plain(word) for word in before], _plain(typed), table):
        sys.stdout.write(f"{offer.word}\t{one_line(offer.about)}\n")


def offers(before: Sequence[str], typed: str, table: Table) -> list[Offer]:
    """What can stand for the word that is typed, of which a part may be there already."""
    option, equals, value = typed.partition("=")
    line = _read([*before, option] if equals and option.startswith("--") else before, table)
    begun = value if equals and option.startswith("--") else typed
    wanted, fitting = begun.casefold(), dict[str, Offer]()
    for offer in _possible(line, begun, table):
        fits = offer.word.casefold().startswith(wanted)
        if fits and offer.word == one_line(offer.word):
            fitting.setdefault(offer.word, offer)
    return list(fitting.values())


def _possible(line: _Line, begun: str, table: Table) -> Iterable[Offer]:
    if line.waiting is not None:
        return _values_of(line.waiting, line)
    if line.values and not line.command:
        return ()  # no such command
    name, _, verb = line.command.partition(" ")
    if not line.command or (table.names[name] and not verb):
        named = table.names[name] if line.command else table.names
        prefix = f"{name} " if line.command else ""
        shown = [Offer(word, table.line_of(prefix + word)) for word in named]
        return [*shown, *_options(table.front)] if begun.startswith("-") else shown
    params = table.command_of(line.command).params
    if begun.startswith("-"):
        unused = [one for one in params if one.name not in line.used or getattr(one, "multiple", False)]
        return _options([*unused, *table.front])
    places = [one for one in params if one.param_type_name == "argument"]
    open_ended = [one for one in places[-1:] if one.nargs != 1]
    here = [*places[len(line.values) :], *open_ended][:1]
    return [offer for one in here for offer in _values_of(one, line)]


def _read(before: Sequence[str], table: Table) -> _Line:
    line = _Line()
    known = _by_name(table.front)
    for word in before:
        name = word.partition("=")[0]
        if line.waiting is not None:
            _take(line, word)
        elif word.startswith("-") and name in known:
            _take_option(line, known[name], word)
        elif not line.command or word in table.names.get(line.command, ()):
            line.command = f"{line.command} {word}".strip()
            if line.command.split()[0] not in table.names:
                return _Line(values=[word])
            if not table.names.get(line.command):
                known |= _by_name(table.command_of(line.command).params)
        else:
            line.values.append(word)
    return line


def _take_option(line: _Line, option: Any, word: str) -> None:
    _, equals, value = word.partition("=")
    line.used.add(option.name)
    if not getattr(option, "is_flag", False):
        line.waiting = option
    if equals:
        _take(line, value)


def _take(line: _Line, word: str) -> None:
    """A word as the value of the option that waits for one."""
    if line.waiting is not None and line.waiting.name == "directory":
        line.directory = word
    line.waiting = None


def _values_of(param: Any, line: _Line) -> Iterable[Offer]:
    choices = getattr(param.type, "choices", None)
    if choices:
        return [Offer(str(getattr(choice, "value", choice))) for choice in choices]
    return of_kind(param.name, Typed(line.command, line.directory, tuple(line.values)))


def _options(params: Iterable[Any]) -> Iterator[Offer]:
    for param in params:
        if param.param_type_name == "option" and not getattr(param, "hidden", False):
            yield Offer(param.opts[-1], param.help or "")
    yield Offer("--help", "Say more about it.")


def _by_name(params: Iterable[Any]) -> dict[str, Any]:
    return {name: one for one in params if one.param_type_name == "option" for name in one.opts}


def _plain(word: str) -> str:
    """A word as the shell would read it: without quotes and backslashes, also while it is being typed."""
    import shlex

    for ending in ("", '"', "'"):
        try:
            return " ".join(shlex.split(word + ending)) if word else ""
        except ValueError:
            continue
    return word
