"""The data of a text in which nothing is wrong, without marks: twice as quick as `building`, which has the last word.

Whatever is out of the ordinary ends this pass with None: a tag, an anchor, a repeated or empty key, a word
that cannot be read, anything too deep. `building` then reads the text and says what it is.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from hundredday.store.limits import DEEPEST, MOST_EVENTS
from hundredday.store.yaml.events import Parser, fastest
from hundredday.store.yaml.scalars import ODD_KEYS, TELLING, BadScalar, value_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from hundredday.store.yaml.scalars import Data


def quick_data(text: str) -> dict[str, Data] | None:
    """What a text says, or None when it has to be read with care."""
    if fastest() is not Parser.LIBYAML:
        return None
    from yaml import YAMLError
    from yaml._yaml import CParser

    try:
        data = _read(CParser(text).get_event)
    except (YAMLError, BadScalar, _Unusual):
        return None
    return data if isinstance(data, dict) else None


class _Unusual(Exception):  # noqa: N818 - it never leaves this file
    """Something that has to be read with care."""


def _read(step: Callable[[], Any]) -> Any:
    from yaml.events import MappingEndEvent, ScalarEvent, SequenceEndEvent

    root: Any = None
    into: Any = None
    key: str | None = None
    above: list[Any] = []
    for event in islice(iter(step, None), MOST_EVENTS):
        kind = event.__class__
        if kind is ScalarEvent:
            if into.__class__ is list:
                into.append(_value(event))
            elif key is None:
                key = _key(event, into)
            else:
                into[key] = _value(event)
                key = None
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            into, key = above.pop(), None
        elif (made := _opened(event, root, len(above))) is not None:
            root = made if root is None else _with(root, made, into, key)
            above.append(into)
            into, key = made, None
    if above or step() is not None:
        raise _Unusual
    return root


def _with(root: Any, made: Any, into: Any, key: str | None) -> Any:
    """The whole, after a new mapping or list was put into the one that is open."""
    if into.__class__ is list:
        into.append(made)
    elif key is not None:
        into[key] = made
    else:
        raise _Unusual
    return root


def _key(event: Any, into: Any) -> str:
    key = _text(event)
    if into is None or key in into or (key in ODD_KEYS and not event.style):
        raise _Unusual
    return key


def _value(event: Any) -> Data:
    word = _text(event)
    return value_of(word) if word[:1] in TELLING and not event.style else word


def _text(event: Any) -> str:
    text: str = event.value
    if event.tag is not None or event.anchor is not None or (event.style == '"' and not text.isprintable()):
        raise _Unusual
    return text


def _opened(event: Any, root: Any, depth: int) -> Any:
    """What begins here, below so many others: a mapping, a list, or nothing."""
    kind = event.__class__.__name__
    if kind in _OPENING:
        if depth >= DEEPEST or event.tag is not None or event.anchor is not None:
            raise _Unusual
        return {} if kind == "MappingStartEvent" else []
    if kind == "AliasEvent" or (kind == "DocumentStartEvent" and root is not None):
        raise _Unusual
    return None


_OPENING = frozenset({"MappingStartEvent", "SequenceStartEvent"})
