"""Texts line by line: the lines of both sides in one, and the markers that git puts around a conflict."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_LINES = 4_000
"""Of longer texts no lines are compared: it takes time that grows with their square."""


class _Change(NamedTuple):
    """Lines in the place of others."""

    start: int
    end: int
    lines: list[str]


class Sides(NamedTuple):
    """The two texts that a text with conflict markers holds."""

    ours: str
    theirs: str


def blended(base: str, ours: str, theirs: str) -> str | None:
    """Ours with every line that only theirs has changed; None where the texts are too long to compare."""
    old, mine, other = _lines(base), _lines(ours), _lines(theirs)
    if max(map(len, (old, mine, other))) > MOST_LINES:
        return None
    changes = list(_changes(old, mine))
    changes += [
        change
        for change in _changes(old, other)
        if not any(one.start <= change.end and change.start <= one.end for one in changes)
    ]
    result, done = [], 0
    for change in sorted(changes, key=lambda one: (one.start, one.end)):
        result += [*old[done : change.start], *change.lines]
        done = change.end
    return "".join([*result, *old[done:]])


def marked(ours: str, theirs: str, size: int = 7) -> str:
    """One text with git's markers around each part in which two texts differ."""
    mine, other = _lines(ours), _lines(theirs)
    end = "\r\n" if mine[:1] and mine[0].endswith("\r\n") else "\n"
    found: list[str] = []
    for kind, start, stop, begin, halt in _compared(mine, other):
        if kind == "equal":
            found += mine[start:stop]
            continue
        found += [f"{'<' * size} ours{end}", *_ended(mine[start:stop], end), f"{'=' * size}{end}"]
        found += [*_ended(other[begin:halt], end), f"{'>' * size} theirs{end}"]
    return "".join(found)


def sides_of(text: str) -> Sides | None:
    """What a text with conflict markers says on each side; None where it has none, or they do not match."""
    ours: list[str] = []
    theirs: list[str] = []
    part, was_marked = "", False
    for line in _lines(text):
        found = _MARKER.match(line)
        if found is None:
            ours += [line] * (part in {"", "<"})
            theirs += [line] * (part in {"", "="})
        elif found["sign"] not in _FOLLOWS[part]:
            return None
        else:
            part, was_marked = found["sign"].replace(">", ""), True
    return Sides("".join(ours), "".join(theirs)) if was_marked and not part else None


_MARKER = re.compile(r"(?P<sign>[<|=>])(?P=sign){6,}(?=[ \r\n]|$)")
_FOLLOWS = {"": "<", "<": "|=", "|": "=", "=": ">"}


def _lines(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _ended(lines: list[str], end: str) -> list[str]:
    return [line if line.endswith("\n") else line + end for line in lines]


def _changes(before: list[str], after: list[str]) -> Iterator[_Change]:
    for kind, start, end, begin, halt in _matcher(before, after).get_opcodes():
        if kind != "equal":
            yield _Change(start, end, after[begin:halt])


def _compared(mine: list[str], other: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    if max(len(mine), len(other)) > MOST_LINES:
        return [("replace", 0, len(mine), 0, len(other))]
    return _matcher(mine, other).get_opcodes()


def _matcher(one: Sequence[str], other: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, one, other, autojunk=False)
