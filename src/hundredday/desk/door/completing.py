"""Completion for the shell: which argument or option is being typed, and the words that can stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from hundredday.desk.door.glancing import speak_of
from hundredday.desk.door.offering import Offer, Typed, of_kind
from hundredday.harmless import one_line
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


class Word(NamedTuple):
    """An argument or an option of a command.

    Args:
        name: of the parameter; what is offered for its value hangs on it.
        options: how an option is typed, such as `-C` and `--directory`; none for an argument.
        help: its line in the help, in English.
        is_flag: whether no value follows.
        repeats: whether it may stand there several times.
        choices: the values, where they are few.
    """

    name: str
    options: tuple[str, ...] = ()
    help: str = ""
    is_flag: bool = False
    repeats: bool = False
    choices: tuple[str, ...] = ()

    @property
    def plain(self) -> dict[str, Any]:
        """What differs from an argument of one word."""
        default = Word(self.name)
        return {
            name: value
            for name, value in self._asdict().items()
            if name == "name" or value != getattr(default, name)
        }


class Table(NamedTuple):
    """The commands as completion needs them.

    Args:
        front: the global options.
        names: every command that is shown, with its verbs where it has any.
        lines: what each command and each verb does, in a line of English.
        words: the arguments and options of what can be run, by its name as typed.
    """

    front: tuple[Word, ...]
    names: Mapping[str, tuple[str, ...]]
    lines: Mapping[str, str]
    words: Mapping[str, tuple[Word, ...]]


def table_from(plain: Mapping[str, Any]) -> Table:
    """A table as it was written down."""
    return Table(
        front=_words_from(plain["front"]),
        names={name: tuple(verbs) for name, verbs in plain["names"].items()},
        lines=plain["lines"],
        words={name: _words_from(words) for name, words in plain["words"].items()},
    )


def _words_from(plain: Iterable[Mapping[str, Any]]) -> tuple[Word, ...]:
    return tuple(
        Word(**{**one, "options": tuple(one.get("options", ())), "choices": tuple(one.get("choices", ()))})
        for one in plain
    )


class _Line:
    """The words before the one that is typed, told apart: `values` stand for arguments, in order.

    `waiting` is the option whose value is typed now, `used` are the names of those that were typed.
    """

    def __init__(self, *values: str) -> None:
        self.command = ""
        self.directory: str | None = None
        self.values = list(values)
        self.waiting: Word | None = None
        self.used = set[str]()


def offers(words: Sequence[str], table: Table) -> list[Offer]:
    """What can stand for the last word, of which a part may be there already."""
    *before, typed = map(_plain, words or [""])
    option, equals, value = typed.partition("=")
    is_value = bool(equals) and option.startswith("--")
    line = _read([*before, option] if is_value else before, table)
    begun = value if is_value else typed
    speak_of(before, line.directory)
    wanted, fitting = begun.casefold(), dict[str, Offer]()
    for offer in _possible(line, begun, table):
        fits = offer.word.casefold().startswith(wanted)
        if fits and offer.word == one_line(offer.word):
            fitting.setdefault(offer.word, offer)
    return list(fitting.values())


def _possible(line: _Line, begun: str, table: Table) -> Iterable[Offer]:
    if line.waiting is not None:
        return _values_of(line.waiting, line, begun)
    if line.values and not line.command:
        return ()  # no such command
    name, _space, verb = line.command.partition(" ")
    if not line.command or (table.names[name] and not verb):
        named = table.names[name] if line.command else table.names
        prefix = f"{name} " if line.command else ""
        shown = [Offer(word, _(table.lines[prefix + word])) for word in named]
        return [*shown, *_options(table.front)] if begun.startswith("-") else shown
    words = table.words[line.command]
    if begun.startswith("-"):
        unused = [one for one in words if one.name not in line.used or one.repeats]
        return _options([*unused, *table.front])
    places = [one for one in words if not one.options]
    open_ended = [one for one in places[-1:] if one.repeats]
    here = [*places[len(line.values) :], *open_ended][:1]
    return [offer for one in here for offer in _values_of(one, line, begun)]


def _read(before: Sequence[str], table: Table) -> _Line:
    line = _Line()
    known = _by_option(table.front)
    for word in before:
        option = known.get(word.partition("=")[0])
        if line.waiting is not None:
            _take(line, word)
        elif option is not None:
            _take_option(line, option, word)
        elif not line.command or word in table.names.get(line.command, ()):
            line.command = f"{line.command} {word}".strip()
            if line.command.split()[0] not in table.names:
                return _Line(word)
            known |= _by_option(table.words.get(line.command, ()))
        else:
            line.values.append(word)
    return line


def _take_option(line: _Line, option: Word, word: str) -> None:
    _option, equals, value = word.partition("=")
    line.used.add(option.name)
    if not option.is_flag:
        line.waiting = option
    if equals:
        _take(line, value)


def _take(line: _Line, word: str) -> None:
    """A word as the value of the option that waits for one."""
    if line.waiting is not None and line.waiting.name == "directory":
        line.directory = word
    line.waiting = None


def _values_of(word: Word, line: _Line, begun: str) -> Iterable[Offer]:
    if word.choices:
        return [Offer(choice) for choice in word.choices]
    return of_kind(word.name, Typed(line.command, line.directory, tuple(line.values), begun))


def _options(words: Iterable[Word]) -> Iterator[Offer]:
    for word in words:
        if word.options:
            yield Offer(word.options[-1], _(" ".join(word.help.split())))
    yield Offer("--help", _("Say more about it."))


def _by_option(words: Iterable[Word]) -> dict[str, Word]:
    return {option: word for word in words for option in word.options}


def _plain(word: str) -> str:
    """A word as the shell would read it: without quotes and backslashes, also while it is being typed."""
    if not set(word) & set("\\\"' \t\n#"):
        return word
    import shlex

    for ending in ("", '"', "'"):
        try:
            return " ".join(shlex.split(word + ending)) if word else ""
        except ValueError:
            continue
    return word
