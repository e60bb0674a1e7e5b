"""Keys that stand twice in one group: what is left when two texts were merged that both add the same section."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hundredday.store.lines import line_start, next_line
from hundredday.store.writing.layout import begins_line
from hundredday.store.yaml.events import END, FLOW, LISTING, MAPPING, SCALAR, Unparsable, events

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.store.yaml.events import Event


@dataclass(slots=True)
class _Entry:
    """One key with its value, from its first character to behind its last."""

    key: str
    start: int
    end: int = 0


@dataclass(slots=True)
class _Open:
    is_group: bool
    flow: bool
    entries: list[_Entry] = field(default_factory=list)
    waits: bool = False


def told_apart(text: str) -> list[str] | None:
    """A text for each time that a key stands: the first with the first of all, and so on; None where none is doubled.

    Of keys doubled inside a group that is doubled itself, only the outer ones are told apart.
    """
    doubled = list(_outermost(_doubled(text)))
    if not doubled:
        return None
    most = max(len(entries) for entries, _ in doubled)
    return [_with(text, doubled, turn) for turn in range(most)]


def _with(text: str, doubled: list[tuple[list[_Entry], bool]], turn: int) -> str:
    gone = [
        (entry, flow)
        for entries, flow in doubled
        for index, entry in enumerate(entries)
        if index != min(turn, len(entries) - 1)
    ]
    for entry, flow in sorted(gone, key=lambda one: one[0].start, reverse=True):
        text = _without(text, entry, flow=flow)
    return text


def _without(text: str, entry: _Entry, *, flow: bool) -> str:
    if not flow and begins_line(text, entry.start):
        return text[: line_start(text, entry.start)] + text[next_line(text, entry.end) :]
    rest = text[entry.end :].lstrip(" ")
    if rest.startswith(","):
        return text[: entry.start] + rest[1:].lstrip(" ")
    return text[: entry.start].rstrip(" ").removesuffix(",") + text[entry.end :]


def _outermost(found: list[tuple[list[_Entry], bool]]) -> Iterator[tuple[list[_Entry], bool]]:
    for entries, flow in found:
        inside = any(
            other.start < entries[0].start and entries[-1].end <= other.end
            for others, _ in found
            for other in others
        )
        if not inside:
            yield entries, flow


def _doubled(text: str) -> list[tuple[list[_Entry], bool]]:
    walk = _Walk(text)
    try:
        for event in events(text):
            walk.take(event)
    except Unparsable:
        return []
    return walk.found


class _Walk:
    """Goes through the events of a text and remembers the keys of each group, doubled ones too."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.opened: list[_Open] = []
        self.last = 0
        self.found: list[tuple[list[_Entry], bool]] = []

    def take(self, event: Event) -> None:
        kind, value, style, start, end = event[:5]
        top = self.opened[-1] if self.opened else None
        if kind == SCALAR:
            if style in {"|", ">"}:
                end = start + len(self.text[start:end].rstrip())
            self.last = max(self.last, end)
            if top and top.is_group and not top.waits:
                top.entries.append(_Entry(value, start))
                top.waits = True
            else:
                self._end_value(top)
        elif kind in {MAPPING, LISTING}:
            self.opened.append(_Open(kind == MAPPING, style == FLOW))
        elif kind == END:
            self._close(end)

    def _close(self, end: int) -> None:
        closed = self.opened.pop()
        if closed.flow:
            self.last = end
        self._end_value(self.opened[-1] if self.opened else None)
        by_key: dict[str, list[_Entry]] = {}
        for entry in closed.entries:
            by_key.setdefault(entry.key, []).append(entry)
        self.found += [(entries, closed.flow) for entries in by_key.values() if len(entries) > 1]

    def _end_value(self, top: _Open | None) -> None:
        if top and top.is_group and top.waits:
            top.entries[-1].end = self.last
            top.waits = False
