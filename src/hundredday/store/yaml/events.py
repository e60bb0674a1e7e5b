"""What a YAML parser sees: one tuple per event, the same from libyaml and from ruamel.yaml."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

from hundredday.errors import ExitCode, Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SCALAR, MAPPING, LISTING, END, ALIAS, DOCUMENT, OTHER = range(7)
"""The kinds of event: a value, the start of a mapping or of a list, the end of either, and the rest."""

FLOW = "{"
"""The style of a mapping or list in braces or brackets; in block form the style is empty."""

Event = tuple[int, str, str, int, int, "str | None", "str | None"]
"""Kind, value, style, start, end, tag, anchor.

Start and end count characters from the beginning of the text. The style of a scalar is its first
mark: `"`, `'`, `|`, `>`, or nothing when it is plain.
"""


class Parser(Enum):
    """Whose events: libyaml is 25 times faster, ruamel.yaml is there where no wheel is."""

    LIBYAML = "libyaml"
    RUAMEL = "ruamel"


class Unparsable(Failure):
    """The text is not YAML from some place on.

    Args:
        problem: the parser's words.
        context: what it was about to read, in its words.
        index: where it stopped.
        start: where the thing that it was reading began; equal to `index` when it does not say.
    """

    exit_code = ExitCode.BAD_FILE

    def __init__(self, problem: str, context: str, index: int, start: int) -> None:
        super().__init__(problem)
        self.context = context
        self.index = index
        self.start = start


@cache
def fastest() -> Parser:
    """Libyaml when PyYAML brings it, ruamel.yaml otherwise."""
    try:
        from yaml import _yaml  # noqa: F401 - the parser has no public name
    except ImportError:
        return Parser.RUAMEL
    return Parser.LIBYAML


def events(text: str, parser: Parser | None = None) -> Iterator[Event]:
    """The events of a text without a byte order mark.

    Raises:
        Unparsable: at the event that cannot be read; those before it have been given.
    """
    return _libyaml(text) if (parser or fastest()) is Parser.LIBYAML else _ruamel(text)


_KINDS = {
    "ScalarEvent": SCALAR,
    "MappingStartEvent": MAPPING,
    "SequenceStartEvent": LISTING,
    "MappingEndEvent": END,
    "SequenceEndEvent": END,
    "AliasEvent": ALIAS,
    "DocumentStartEvent": DOCUMENT,
}


def _libyaml(text: str) -> Iterator[Event]:
    from yaml import YAMLError
    from yaml._yaml import CParser

    try:
        step = CParser(text).get_event
        yield from _plain(iter(step, None))
    except YAMLError as error:
        raise _unparsable(error) from None


def _ruamel(text: str) -> Iterator[Event]:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    from hundredday.store.yaml.pure import LikeLibyaml

    parser = YAML(typ="safe", pure=True)
    parser.Scanner = LikeLibyaml
    try:
        yield from _plain(parser.parse(text))
    except YAMLError as error:
        raise _unparsable(error) from None
    except (ValueError, OverflowError) as error:  # an escape such as "\UFFFFFFFF"
        raise Unparsable(str(error), "while scanning a double-quoted scalar", 0, 0) from None


def _plain(found: Iterator[Any]) -> Iterator[Event]:
    kinds: dict[type, int] = {}
    for event in found:
        kind = kinds.get(event.__class__)
        if kind is None:
            kind = kinds[event.__class__] = _KINDS.get(event.__class__.__name__, OTHER)
        if kind == SCALAR:
            yield (
                SCALAR,
                event.value,
                event.style or "",
                event.start_mark.index,
                event.end_mark.index,
                event.tag,
                event.anchor,
            )
        elif kind == END:
            yield END, "", "", event.start_mark.index, event.end_mark.index, None, None
        else:
            style = FLOW if getattr(event, "flow_style", None) else ""
            tag, anchor = getattr(event, "tag", None), getattr(event, "anchor", None)
            yield kind, "", style, event.start_mark.index, event.end_mark.index, tag, anchor


def _unparsable(error: Any) -> Unparsable:
    place: Callable[[str], int | None] = lambda name: getattr(getattr(error, name, None), "index", None)  # noqa: E731
    index = place("problem_mark")
    if index is None:
        index = getattr(error, "position", None) or 0
    start = place("context_mark")
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    context = getattr(error, "context", None) or ""
    return Unparsable(problem, context, index, index if start is None else start)
