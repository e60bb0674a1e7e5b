"""Comments that came in on lines which both sides changed: put beside the same entry in the merged text."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from hundredday.merging.entries import slots_of
from hundredday.store.differences import same
from hundredday.store.lines import line_end, line_start, next_line
from hundredday.store.nodes import Leaf, Listing, Mapping
from hundredday.store.writing.splices import Splices
from hundredday.store.yaml.document import BadFile
from hundredday.store.yaml.reading import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.merging.values import Labels
    from hundredday.store.nodes import Node
    from hundredday.store.yaml.document import Document
    from hundredday.store.yaml.scalars import Data


class Remark(NamedTuple):
    """A comment, with its sign; `beside` is the entry whose line it ends, or the one below its own line."""

    text: str
    is_trailing: bool
    beside: Labels | None


def with_remarks(source: bytes, before: Document | None, theirs: Document) -> bytes:
    """The merged text with the comments that theirs has put in and that are not in it yet.

    One whose entry is not there any more goes above what the entry stood in; the data stays the same.
    """
    document = parse(source, theirs.path)
    known = Counter(remark.text for remark in remarks_of(before)) if before else Counter()
    known |= Counter(remark.text for remark in remarks_of(document))
    new = [remark for remark in remarks_of(theirs) if _is_new(remark.text, known)]
    if not new:
        return source
    places = {labels: start for start, labels in _entries((), document.root, document.data, document.text)}
    taken = {line_start(document.text, index) for index, *_ in _comments(document)}
    splices = Splices(document.text)
    for remark in new:
        _put(splices, remark, places, taken)
    text = splices.applied()
    bom = source[: len(source) - len(document.text.encode())]
    try:
        again = parse(bom + text.encode(), theirs.path)
    except BadFile:
        return source
    return again.source if same(again.data, document.data) and not again.broken else source


def remarks_of(document: Document) -> Iterator[Remark]:
    """Every comment of a text, from its top."""
    if "#" not in document.text:
        return
    starts = list(_entries((), document.root, document.data, document.text))
    by_line = {line_start(document.text, start): labels for start, labels in reversed(starts)}
    for index, text, is_trailing in _comments(document):
        if is_trailing:
            yield Remark(text, is_trailing, by_line.get(line_start(document.text, index)))
        else:
            below = next((labels for start, labels in sorted(starts) if start > index), None)
            yield Remark(text, is_trailing, below)


def _is_new(text: str, known: Counter[str]) -> bool:
    known[text] -= 1
    return known[text] < 0


def _put(splices: Splices, remark: Remark, places: dict[Labels, int], taken: set[int]) -> None:
    text, beside = splices.text, remark.beside
    while beside and beside not in places:
        beside = beside[:-1]
    at = places.get(beside) if beside else None
    if at is None:
        splices.put_lines_below(len(text), [remark.text])
        return
    start, end = line_start(text, at), line_end(text, at)
    ends_plainly = re.search(r"[|>][0-9+-]*$", text[start:end]) is None
    if remark.is_trailing and beside == remark.beside and start not in taken and ends_plainly:
        splices.put(end, f"  {remark.text}")
        taken.add(start)
    else:
        indent = re.match(r" *", text[start:])
        splices.put(start, f"{indent[0] if indent else ''}{remark.text}{splices.line_break(start)}")


def _comments(document: Document) -> Iterator[tuple[int, str, bool]]:
    """Where each comment begins, its text, and whether something stands before it on its line."""
    text = document.text
    values = sorted(_leaves(document.root))
    at = turn = 0
    while at < len(text):
        end = line_end(text, at)
        for found in re.finditer(r"(?:^|(?<=[ \t]))#", text[at:end]):
            index = at + found.start()
            while turn < len(values) and values[turn][1] <= index:
                turn += 1
            if turn == len(values) or index < values[turn][0]:
                yield index, text[index:end].rstrip(), bool(text[at:index].strip())
                break
        at = next_line(text, at) if end < len(text) else len(text)


def _leaves(node: Node) -> Iterator[tuple[int, int]]:
    if isinstance(node, Leaf):
        end = node.end
        yield node.start, end
    elif isinstance(node, Listing):
        for item in node.items:
            yield from _leaves(item)
    else:
        for key, value in node.entries.values():
            yield key.start, key.end
            yield from _leaves(value)


def _entries(where: Labels, node: Node, data: Data, text: str) -> Iterator[tuple[int, Labels]]:
    """Where each entry begins that begins a line, the outer ones first."""
    if isinstance(node, Mapping) and isinstance(data, dict):
        for key, (leaf, value) in node.entries.items():
            yield leaf.start, (*where, key)
            if not _is_flow(value):
                yield from _entries((*where, key), value, data[key], text)
    elif isinstance(node, Listing) and isinstance(data, list):
        for slot, item, entry in zip(slots_of(where[-1], data), node.items, data, strict=True):
            yield item.start, (*where, slot.label)
            if not _is_flow(item):
                yield from _entries((*where, slot.label), item, entry, text)


def _is_flow(node: Node) -> bool:
    return isinstance(node, Leaf) or node.flow
