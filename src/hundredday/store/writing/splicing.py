"""New data into an old text: only the lines that must change do, and what comes out is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hundredday.errors import Failure
from hundredday.language import _
from hundredday.store.differences import aligned, first_difference, same, settled
from hundredday.store.nodes import Leaf, Listing, Mapping, Node
from hundredday.store.writing.house import ORDER, stands_in_block
from hundredday.store.writing.layout import (
    Indents,
    behind_colon,
    column_of,
    content_end,
    dash_of,
    indents_of,
)
from hundredday.store.writing.quoting import entry, flow, key_text
from hundredday.store.writing.removing import remove
from hundredday.store.writing.replacing import Slot, close_last_text, replace
from hundredday.store.writing.splices import Overlapping, Splices
from hundredday.store.yaml.document import BadFile
from hundredday.store.yaml.guards import BOM
from hundredday.store.yaml.reading import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hundredday.findings import Where
    from hundredday.store.differences import Alignment
    from hundredday.store.yaml.document import Document
    from hundredday.store.yaml.scalars import Data


class Unwritable(Failure):
    """A change that cannot be made in this text without touching what a person wrote around it."""

    def __init__(self, document: Document, where: Where) -> None:
        place = document.place(where)
        name = ".".join(map(str, where)) or _("the file")
        super().__init__(
            _("{path}:{line}:{column}: {name} cannot be changed without harm to the rest.").format(
                path=place.path, line=place.line, column=place.column, name=name
            ),
            _("Edit this place by hand, then run “hundredday save”."),
        )
        self.place = place
        self.where = where


def rewritten(document: Document, wanted: dict[str, Data], order: Sequence[str] = ORDER) -> bytes:
    """The bytes of the file after a change, so that it says `wanted` and nothing else is touched.

    Args:
        document: the file as it is; without findings that block.
        wanted: all of its data as it shall be.
        order: the keys of the top mapping in the order in which new ones take their place; a key
            that is not in it, and every key further in, follows the one before it in `wanted`.

    Raises:
        Unwritable: the text cannot be changed so; nothing is lost, and a person can do it by hand.
        Refused: a new text holds an invisible character, or a number has no end.
    """
    new = settled(wanted)
    assert isinstance(new, dict)
    if same(document.data, new):
        return document.source
    if document.broken:
        raise Unwritable(document, first_difference(document.data, new) or ())
    splicer = _Splicer(document, tuple(order))
    try:
        splicer.change_mapping(
            Slot((), document.root, 0, 0, inside_flow=document.root.flow), document.data, new
        )
        close_last_text(splicer.splices, document.root)
        text = splicer.splices.applied()
    except Overlapping:
        raise Unwritable(document, first_difference(document.data, new) or ()) from None
    return _proved(document, text, new)


def _proved(document: Document, text: str, wanted: dict[str, Data]) -> bytes:
    """The text as bytes, once reading it again has given exactly what was meant."""
    bom = BOM if document.source.startswith(BOM.encode()) else ""
    source = (bom + text).encode()
    try:
        again = parse(source, document.path)
    except BadFile:
        raise Unwritable(document, first_difference(document.data, wanted) or ()) from None
    wrong = first_difference(again.data, wanted)
    if wrong is not None or len(again.findings) > len(document.findings) or again.broken:
        raise Unwritable(document, wrong or first_difference(document.data, wanted) or ())
    return source


class _Joint(NamedTuple):
    """Where something new goes in: behind a node that stays, or before the first that does."""

    behind: Node | None
    before: int


class _Splicer:
    """Collects what has to change in one document."""

    def __init__(self, document: Document, order: tuple[str, ...]) -> None:
        self.document = document
        self.text = document.text
        self.order = order
        self.splices = Splices(document.text)
        self.indents: Indents = indents_of(document.text, document.root)

    def change(self, slot: Slot, old: Data, new: Data) -> None:
        if same(old, new):
            return
        node = slot.node
        if (
            isinstance(node, Mapping)
            and isinstance(old, dict)
            and isinstance(new, dict)
            and old.keys() & new.keys()
        ):
            self.change_mapping(slot, old, new)
        elif isinstance(node, Listing) and isinstance(old, list) and isinstance(new, list) and old and new:
            self._change_list(slot, node, old, new)
        else:
            replace(self.splices, slot, new, self.indents)

    def change_mapping(self, slot: Slot, old: dict[str, Data], new: dict[str, Data]) -> None:
        node = slot.node
        if not isinstance(node, Mapping) or not old.keys() & new.keys():
            raise Unwritable(self.document, slot.where)
        for key, (leaf, value) in node.entries.items():
            after = behind_colon(self.text, leaf)
            if key in new and not same(old[key], new[key]):
                if after is None and not (node.flow and isinstance(value, Leaf) and value.start == leaf.end):
                    raise Unwritable(self.document, (*slot.where, key))
                below = Slot(
                    (*slot.where, key),
                    value,
                    leaf.end if after is None else after,
                    column_of(self.text, leaf.start),
                    inside_flow=node.flow,
                    lacks_colon=after is None,
                )
                self.change(below, old[key], new[key])
        names = list(node.entries)
        starts = [leaf.start for leaf, __ in node.entries.values()]
        values = [value for __, value in node.entries.values()]
        gone = {index for index, name in enumerate(names) if name not in new}
        remove(self.splices, node, starts, values, gone)
        self._add_keys(slot, node, [name for name in names if name in new], new)

    def _add_keys(self, slot: Slot, node: Mapping, kept: list[str], new: dict[str, Data]) -> None:
        first = node.entries[kept[0]][0].start
        come = [key for key in new if key not in node.entries]
        ranked = [key for key in self.order if key in come] if not slot.where else []
        placed = set(kept)
        behind: dict[str, list[str]] = {}
        for key in ranked + [key for key in come if key not in ranked]:
            line = self.order if key in ranked else tuple(new)
            before = [name for name in line[: line.index(key)] if name in placed]
            behind.setdefault(before[-1] if before else "", []).append(key)
        for name, keys in behind.items():
            joint = _Joint(node.entries[name][1] if name else None, first)
            pieces = [self._entry((*slot.where, key), new[key], node.flow) for key in keys]
            self._join(node, joint, pieces, column_of(self.text, first))

    def _entry(self, where: Where, value: Data, inside_flow: bool) -> list[str]:
        if inside_flow:
            return [f"{key_text(str(where[-1]))}: {flow(value)}"]
        lines = entry(where, value, self.indents.step, self.indents.dash)
        apart = len(where) == 1 and isinstance(value, dict) and stands_in_block(where, value)
        return ["", *lines] if apart else lines

    def _change_list(self, slot: Slot, node: Listing, old: list[Data], new: list[Data]) -> None:
        alignment = aligned(old, new)
        starts = [node.start if node.flow else dash_of(self.text, node, i) for i in range(len(old))]
        for before, after in alignment.pairs:
            where = (*slot.where, before)
            column = column_of(self.text, starts[before])
            below = Slot(where, node.items[before], starts[before] + 1, column, inside_flow=node.flow)
            self.change(below, old[before], new[after])
        if node.flow:
            starts = [item.start for item in node.items]
        remove(self.splices, node, starts, node.items, set(alignment.gone))
        self._add_items(node, starts, alignment, new)

    def _add_items(self, node: Listing, starts: list[int], alignment: Alignment, new: list[Data]) -> None:
        kept = [index for index in range(len(starts)) if index not in alignment.gone]
        for follows, index in alignment.come:
            before = [i for i in kept if i <= follows]
            joint = _Joint(node.items[before[-1]] if before else None, starts[kept[0]])
            if node.flow:
                self._join(node, joint, [[flow(new[index])]], 0)
                continue
            last = before[-1] if before else kept[0]
            gap = self.text[starts[last] + 1 : node.items[last].start]
            dash = f"-{gap if gap and not gap.strip(' ') else ' '}"
            self._join(node, joint, [[dash + flow(new[index])]], column_of(self.text, starts[0]))

    def _join(self, node: Mapping | Listing, joint: _Joint, pieces: list[list[str]], column: int) -> None:
        """Put new entries in: one after the other on a line, or on lines of their own."""
        lines = [line for piece in pieces for line in piece]
        indent = " " * column
        if node.flow:
            words = ", ".join(lines)
            if joint.behind is None:
                self.splices.put(joint.before, f"{words}, ")
            else:
                empty = isinstance(joint.behind, Leaf) and joint.behind.start == joint.behind.end
                self.splices.put(joint.behind.end, f" null, {words}" if empty else f", {words}")
        elif joint.behind is None:
            below = self.splices.line_break(joint.before) + indent
            self.splices.put(joint.before, below.join([*(line for line in lines if line), ""]))
        else:
            whole = [indent + line if line else "" for line in lines]
            self.splices.put_lines_below(content_end(self.text, joint.behind), whole)
