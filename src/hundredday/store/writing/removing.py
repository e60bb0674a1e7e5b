"""Entries out of a mapping or list, with their lines, and with nothing that stands between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.store.lines import line_end, line_start, next_line
from hundredday.store.writing.layout import begins_line, content_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hundredday.store.nodes import Listing, Mapping, Node
    from hundredday.store.writing.splices import Splices


def remove(
    splices: Splices, node: Mapping | Listing, starts: Sequence[int], values: Sequence[Node], gone: set[int]
) -> None:
    """Take entries out; at least one other stays."""
    kept = [index for index in range(len(starts)) if index not in gone]
    first = kept[0]
    by_lines = not node.flow and begins_line(splices.text, starts[0])
    if first and not by_lines:
        first = _remove_first(splices, node, starts, values, first)
    for index in sorted(gone):
        if by_lines or (index >= first and not node.flow):
            splices.remove_lines(starts[index], content_end(splices.text, values[index]))
        elif index > first:
            before = max((i for i in kept if i < index), default=0)
            if index == before + 1:
                _remove_run(splices, starts, values, before, [i for i in kept if i > index])


def _remove_first(
    splices: Splices, node: Mapping | Listing, starts: Sequence[int], values: Sequence[Node], first: int
) -> int:
    """Entries that begin on the line of a dash or bracket; the number of those that are done.

    What stays moves up to the dash, unless a person wrote something in between.
    """
    end = content_end(splices.text, values[0])
    between = splices.text[next_line(splices.text, end) : line_start(splices.text, starts[1])]
    if node.flow or not between.strip():
        splices.replace(starts[0], starts[first], "")
        return first
    begin = len(splices.text[: starts[0]].rstrip(" "))
    splices.replace(begin, line_end(splices.text, end), "")
    return 1


def _remove_run(
    splices: Splices, starts: Sequence[int], values: Sequence[Node], before: int, later: list[int]
) -> None:
    """The entries of a line between one that stays and the next that does, or the closing bracket."""
    if later:
        splices.replace(starts[before + 1], starts[later[0]], "")
    else:
        splices.replace(values[before].end, values[-1].end, "")
