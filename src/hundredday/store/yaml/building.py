"""From events to data and marks, in one pass without recursion; what is wrong is collected, not raised."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hundredday.findings import Finding
from hundredday.language import _
from hundredday.store.limits import DEEPEST, MOST_EVENTS, MOST_PROBLEMS
from hundredday.store.lines import line_and_column
from hundredday.store.nodes import Leaf, Listing, Mapping, Node
from hundredday.store.yaml import objections
from hundredday.store.yaml.events import (
    ALIAS,
    DOCUMENT,
    END,
    FLOW,
    LISTING,
    MAPPING,
    SCALAR,
    Parser,
    Unparsable,
    events,
)
from hundredday.store.yaml.guards import unwelcome_in
from hundredday.store.yaml.objections import merge_key, second_document
from hundredday.store.yaml.scalars import MERGE, ODD_KEYS, TELLING, BadScalar, value_of

if TYPE_CHECKING:
    from hundredday.findings import Where
    from hundredday.store.yaml.scalars import Data


@dataclass(slots=True)
class Built:
    """What one pass over a text gave.

    `problems` are findings beside the character at which each stands. `stopped` says that the rest
    of the text was not read; `error` why, when it cannot be parsed; `last` is the scalar before.
    """

    root: Node | None = None
    data: Data = None
    problems: list[tuple[int, Finding]] = field(default_factory=list)
    stopped: bool = False
    error: Unparsable | None = None
    last: Leaf | None = None


def build(text: str, parser: Parser | None = None) -> Built:
    """The first document of a text."""
    builder = _Builder(text)
    take_scalar, take_other = builder.take_scalar, builder.take_other
    try:
        for number, (kind, value, style, start, end, tag, anchor) in enumerate(events(text, parser)):
            if number == MOST_EVENTS:
                builder.stop(start)
                break
            if tag is not None or anchor is not None:
                builder.refuse_marks(start, tag, anchor)
            if kind == SCALAR:
                take_scalar(value, style, start, end)
            elif not take_other(kind, style, start, end):
                break
    except Unparsable as error:
        # Its frames hold what was built, and what was built holds the error: nobody would free them.
        builder.built.error = error.with_traceback(None)
        builder.built.stopped = True
    builder.built.last = builder.last
    return builder.built


class _Open:
    """A mapping or list that has begun: its marks, its data, and the key that waits for a value.

    The value of a key that is dropped is read and left out.
    """

    __slots__ = ("data", "dropped", "entries", "items", "key", "key_leaf", "node")

    def __init__(self, node: Mapping | Listing) -> None:
        self.node = node
        self.entries = node.entries if isinstance(node, Mapping) else None
        self.items = node.items if isinstance(node, Listing) else None
        self.data: Any = {} if self.items is None else []
        self.key = ""
        self.key_leaf: Leaf | None = None
        self.dropped = False


class _Builder:
    """Not a dataclass and not polymorphic: a file is read in under a millisecond because of it."""

    __slots__ = ("built", "documents", "last", "opened", "text", "top")

    def __init__(self, text: str) -> None:
        self.text = text
        self.built = Built()
        self.opened: list[_Open] = []
        self.top: _Open | None = None
        self.last: Leaf | None = None
        self.documents = 0

    def take_scalar(self, value: str, style: str, start: int, end: int) -> None:
        leaf = self.last = Leaf(start, end, style)
        data: Data = value
        if style == '"' and not value.isprintable():
            self._refuse_escapes(value, start)
        top = self.top
        if top is None or top.entries is None:
            self._add(leaf, self._plain(value, start) if style == "" else value)
        elif top.key_leaf is None:
            top.key, top.key_leaf = value, leaf
            top.dropped = value in top.data or (value in ODD_KEYS and not style)
            if top.dropped:
                self._refuse_key(top, value, leaf)
        else:
            if style == "" and value[:1] in TELLING:
                data = self._plain(value, start)
                if start == end:
                    leaf.start = leaf.end = self._behind_colon(top.key_leaf)
            if not top.dropped:
                top.entries[top.key] = (top.key_leaf, leaf)
                top.data[top.key] = data
            top.key_leaf = None

    def take_other(self, kind: int, style: str, start: int, end: int) -> bool:
        """Whether to go on."""
        if kind == END:
            self._close(end)
        elif kind in {MAPPING, LISTING}:
            return self._begin(kind, style, start, end)
        elif kind == ALIAS:
            self._add(Leaf(start, end, ""), None)
        elif kind == DOCUMENT:
            return self._document(start)
        return True

    def stop(self, start: int) -> None:
        self._object(objections.too_many(), start)
        self.built.stopped = True

    def refuse_marks(self, start: int, tag: str | None, anchor: str | None) -> None:
        if anchor is not None:
            self._object(objections.reference(self._word(start)), start)
        if tag is not None:
            self._object(objections.tagged(self._word(start)), start)

    def _plain(self, word: str, start: int) -> Data:
        try:
            return value_of(word)
        except BadScalar as bad:
            self._object(Finding(bad.code, bad.text, bad.mend), start)
            return None

    def _refuse_key(self, top: _Open, key: str, leaf: Leaf) -> None:
        if len(self.built.problems) == MOST_PROBLEMS:  # not one more, and none is put into words
            return
        if key in top.data:
            line, __ = line_and_column(self.text, (top.entries or {})[key][0].start)
            self._object(objections.repeated(key, line), leaf.start)
        elif key == MERGE:
            self._object(merge_key(), leaf.start)
        else:
            self._object(objections.no_name(f'"{key}"' if key else "empty"), leaf.start)

    def _begin(self, kind: int, style: str, start: int, end: int) -> bool:
        if len(self.opened) == DEEPEST:
            self._object(objections.too_deep(DEEPEST), start)
            self.built.stopped = True
            return False
        flow = style == FLOW
        new = _Open(Mapping(start, end, flow, {}) if kind == MAPPING else Listing(start, end, flow, []))
        top = self.top
        if top is not None and top.key_leaf is None and top.items is None:
            self._object(objections.no_name(_("a list or a group of keys")), start)
        self._add(new.node, new.data, closes=False)
        self.opened.append(new)
        self.top = new
        return True

    def _close(self, end: int) -> None:
        closed = self.opened.pop()
        closed.node.end = end
        self.top = top = self.opened[-1] if self.opened else None
        if top is None:
            return
        top.key_leaf = self._as_key(top, closed) if top.key_leaf is None else None

    def _as_key(self, top: _Open, closed: _Open) -> Leaf | None:
        """The place of a list or group where a key belongs: its value is left out."""
        if top.items is not None:
            return None
        top.dropped = True
        return Leaf(closed.node.start, closed.node.end, "")

    def _add(self, node: Node, data: Data, *, closes: bool = True) -> None:
        top = self.top
        if top is None:
            self.built.root, self.built.data = node, data
        elif top.items is not None:
            top.items.append(node)
            top.data.append(data)
        elif top.key_leaf is None:
            if closes:  # an alias where a key belongs
                top.key_leaf, top.dropped = Leaf(node.start, node.end, ""), True
        else:
            if not top.dropped and top.entries is not None:
                top.entries[top.key] = (top.key_leaf, node)
                top.data[top.key] = data
            if closes:
                top.key_leaf = None

    def _behind_colon(self, key: Leaf) -> int:
        """The parsers place an empty value each in its own way; here it stands behind the colon."""
        at = key.end
        while self.text.startswith((" ", "\t"), at):
            at += 1
        return at + 1 if self.text.startswith(":", at) else key.end

    def _document(self, start: int) -> bool:
        self.documents += 1
        if self.documents == 1:
            return True
        self._object(second_document(), start)
        return False

    def _word(self, start: int) -> str:
        return (self.text[start : start + 60].split() or [""])[0]

    def _refuse_escapes(self, value: str, start: int) -> None:
        found = unwelcome_in(value)
        if found:
            self._object(found, start)

    def _object(self, finding: Finding, start: int) -> None:
        if len(self.built.problems) < MOST_PROBLEMS:
            self.built.problems.append((start, finding._replace(where=self._where())))

    def _where(self) -> Where:
        return tuple(
            top.key if top.items is None else len(top.items) - (top is not self.top)
            for top in self.opened
            if top.items is not None or top.key_leaf is not None
        )
