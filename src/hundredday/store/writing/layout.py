"""The shape of a file: where an entry ends, where its dash stands, how far a person indents."""

from __future__ import annotations

from typing import NamedTuple

from hundredday.store.lines import line_end, line_start, next_line
from hundredday.store.nodes import Leaf, Listing, Mapping, Node

STEP = 2
"""Spaces of the house, where a file does not show its own."""


class Indents(NamedTuple):
    """Spaces before a mapping under its key, and before the dashes of a list under its key."""

    step: int
    dash: int


def last_leaf(node: Node) -> Node:
    """The last value in a node of block form; what is in braces or quotes is one piece."""
    while not isinstance(node, Leaf) and not node.flow:
        node = node.items[-1] if isinstance(node, Listing) else list(node.entries.values())[-1][1]
    return node


def content_end(text: str, node: Node) -> int:
    """Behind the last character of a value, before comments and blank lines."""
    last = last_leaf(node)
    if not isinstance(last, Leaf) or last.style not in {"|", ">"}:
        return last.end
    body = text[last.start : last.end]
    header = body.splitlines()[0] if body else ""
    kept = body.removesuffix("\n").removesuffix("\r") if "+" in header.partition("#")[0] else body.rstrip()
    return last.start + len(kept)


def behind_colon(text: str, key: Leaf) -> int | None:
    """Where the value of a key may begin; None when its colon is not beside it (`? key`)."""
    at = key.end
    while text.startswith((" ", "\t"), at):
        at += 1
    return at + 1 if text.startswith(":", at) else None


def dash_of(text: str, listing: Listing, index: int) -> int:
    """The `-` of an item of a list in block form."""
    if index == 0:
        return listing.start
    column = column_of(text, listing.start)
    start = line_start(text, listing.items[index].start)
    while start > listing.start:
        dash = start + column
        if text.startswith("-", dash) and not text[start:dash].strip() and dash <= listing.items[index].start:
            return dash
        start = line_start(text, start - (2 if text.startswith("\r\n", start - 2) else 1))
    return listing.start


def column_of(text: str, index: int) -> int:
    """How many characters stand before an index on its line."""
    return index - line_start(text, index)


def begins_line(text: str, index: int) -> bool:
    """Whether nothing but spaces stands before it on its line."""
    return not text[line_start(text, index) : index].strip()


def break_at(text: str, index: int) -> str:
    """The line break that the line of `index` ends with; that of the first line, at the end of a file."""
    for at in (line_end(text, index), line_end(text, 0)):
        if at < len(text):
            return text[at : next_line(text, at)]
    return "\n"


def indents_of(text: str, root: Mapping) -> Indents:
    """How this file indents, by its first mapping and its first list that stand below a key."""
    step: int | None = None
    dash: int | None = None
    waiting: list[Node] = [root]
    while waiting and (step is None or dash is None):
        node = waiting.pop()
        if isinstance(node, Leaf) or node.flow:
            continue
        if isinstance(node, Listing):
            waiting.extend(node.items)
            continue
        for key, value in node.entries.values():
            if not isinstance(value, Leaf) and not value.flow:
                gap = column_of(text, value.start) - column_of(text, key.start)
                if isinstance(value, Mapping):
                    step = gap if step is None else step
                else:
                    dash = gap if dash is None else dash
                waiting.append(value)
    step = step or STEP
    return Indents(step, step if dash is None else dash)
