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


def line_and_column(text: str, index: int) -> tuple[int, int]:
    """Both from 1, as editors count; CR LF is one line break, and so is a lonely CR."""
    breaks = text.count("\n", 0, index)
    if "\r" in text:
        breaks += text.count("\r", 0, index) - text.count("\r\n", 0, index)
        if text.startswith("\r\n", index - 1) and index:
            breaks -= 1
    return breaks + 1, index - line_start(text, index) + 1


def line_start(text: str, index: int) -> int:
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1


def line_end(text: str, index: int) -> int:
    """Where the line ends, before its line break."""
    ends = [at for at in (text.find("\n", index), text.find("\r", index)) if at >= 0]
    return min(ends, default=len(text))


def next_line(text: str, index: int) -> int:
    """Where the line below begins; the end of the text when there is none."""
    end = line_end(text, index)
    if text.startswith("\r\n", end):
        return end + 2
    return min(end + 1, len(text))
