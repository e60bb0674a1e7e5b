"""Where each value of a file stands in its text: the marks that readers and splicers share."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Leaf:
    """A scalar, from its first character to behind its last; an empty one stands behind its `:` or `-`."""

    start: int
    end: int
    style: str


@dataclass(slots=True)
class Listing:
    """A list; in block form its end is not telling, the end of its last item is."""

    start: int
    end: int
    flow: bool
    items: list[Node]


@dataclass(slots=True)
class Mapping:
    """A mapping: for every key its own marks, and the node of its value."""

    start: int
    end: int
    flow: bool
    entries: dict[str, tuple[Leaf, Node]]


Node = Leaf | Listing | Mapping


def below(node: Node, part: str | int) -> tuple[Leaf | None, Node] | None:
    """What stands in a node under a key or at an index, with the marks of the key; None where nothing does."""
    if isinstance(node, Mapping):
        return node.entries.get(str(part))
    if isinstance(node, Listing) and isinstance(part, int) and 0 <= part < len(node.items):
        return None, node.items[part]
    return None
