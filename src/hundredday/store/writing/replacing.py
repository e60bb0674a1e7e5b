"""One value in the place of another: on the line of its key, or on lines of its own below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from hundredday.store.nodes import Leaf, Node
from hundredday.store.writing.house import stands_in_block
from hundredday.store.writing.layout import break_at, content_end, last_leaf
from hundredday.store.writing.quoting import block, double_quoted, flow, refuse_unwelcome, single_quoted

if TYPE_CHECKING:
    from hundredday.findings import Where
    from hundredday.store.writing.layout import Indents
    from hundredday.store.writing.splices import Splices
    from hundredday.store.yaml.scalars import Data


class Slot(NamedTuple):
    """A place for a value.

    Args:
        where: its way from the top.
        node: what stands in it.
        after: behind the `:` or the `-` that it follows.
        column: of its key or dash, from 0.
        inside_flow: it stands in braces or brackets.
        lacks_colon: it follows a key that has none, as in `{a, b}`.
    """

    where: Where
    node: Node
    after: int
    column: int
    inside_flow: bool
    lacks_colon: bool = False


def replace(splices: Splices, slot: Slot, new: Data, indents: Indents) -> None:
    """Put a new value into a slot, whatever was there."""
    if not slot.inside_flow and stands_in_block(slot.where, new):
        _put_block(splices, slot, new, indents)
        return
    node = slot.node
    old = node if isinstance(node, Leaf) else None
    if old and old.style in {"|", ">"} and isinstance(new, str) and _put_literal(splices, old, new):
        return
    words = _in_style(old, new)
    if old and old.start == old.end:
        _put_where_nothing_was(splices, slot, words)
    elif _is_block(node) and "\n" in splices.text[slot.after : node.start].replace("\r", "\n"):
        splices.put(slot.after, " " + words)
        splices.remove_lines(node.start, content_end(splices.text, node))
    else:
        splices.replace(node.start, content_end(splices.text, node), words)


def close_last_text(splices: Splices, root: Node) -> None:
    """Keep the value of a `|` text that ends the file without a line break, when lines come below it.

    Its value has no line break at its end; with lines below it would get one, unless `-` says not to.
    """
    last = last_leaf(root)
    text = splices.text
    grows = any(start == end == len(text) for start, end, _ in splices.made)
    if not grows or not isinstance(last, Leaf) or last.style not in {"|", ">"} or last.end != len(text):
        return
    header = _HEADER.match(text, last.start)
    if header and header["chomp"] != "-" and not splices.touches(last.start, last.end):
        splices.replace(header.start("chomp"), header.end(), "-")


_HEADER = re.compile(r"[|>][0-9]?(?P<chomp>[-+]?)")


def _is_block(node: Node) -> bool:
    return not isinstance(node, Leaf) and not node.flow


def _in_style(old: Leaf | None, new: Data) -> str:
    """A text takes over the quotes of the text before it."""
    if old and isinstance(new, str) and old.style == '"':
        return double_quoted(new)
    if old and isinstance(new, str) and old.style == "'":
        return single_quoted(new)
    return flow(new)


def _put_where_nothing_was(splices: Splices, slot: Slot, words: str) -> None:
    follows = splices.text[slot.node.start : slot.node.start + 1]
    behind = " " if follows and follows not in " \t\r\n,]}" else ""
    splices.put(slot.node.start, f"{':' if slot.lacks_colon else ''} {words}{behind}")


def _put_block(splices: Splices, slot: Slot, new: Data, indents: Indents) -> None:
    text, node = splices.text, slot.node
    end = content_end(text, node)
    if "\n" in text[slot.after : node.start].replace("\r", "\n"):
        splices.remove_lines(node.start, end)
    else:
        splices.replace(slot.after, end, "")
    indent = " " * (slot.column + (indents.dash if isinstance(new, list) else indents.step))
    splices.put_lines_below(
        end, [indent + line for line in block(slot.where, new, indents.step, indents.dash)]
    )


def _put_literal(splices: Splices, old: Leaf, new: str) -> bool:
    """Keep a text of several lines on several lines; false when its form cannot hold the new text."""
    body = new.rstrip("\n")
    lines = body.split("\n")
    ends = len(new) - len(body)
    if not body or ends > 1 or any(line != line.strip() or "\r" in line or "\t" in line for line in lines):
        return False
    refuse_unwelcome(new)
    text = splices.text
    end = content_end(text, old)
    found = re.compile(r"[^\r\n]*(?:[\r\n][ \t]*)+").match(text, old.start, end)
    if not found:
        return False
    indent = found[0][max(found[0].rfind("\n"), found[0].rfind("\r")) + 1 :]
    eol = break_at(text, old.start)
    head = "|" if ends else "|-"
    close = eol if ends and end == len(text) else ""
    header = re.compile(r"[|>][0-9+-]*").match(text, old.start)
    assert header is not None
    splices.replace(old.start, header.end(), head)
    start = found.end() - len(indent)
    splices.replace(start, end, eol.join(indent + line if line else "" for line in lines) + close)
    return True
