"""Where lines begin, how far they are indented, and how parts of a text are blanked out."""

from __future__ import annotations

import re

from hundredday.store.nodes import line_end, line_start, next_line

_INK = re.compile(r"[^\r\n]")


def block_end(text: str, index: int) -> int:
    """Where the lines end that belong to the line of `index`: those below it and further in."""
    deep = depth(text, index)
    at = next_line(text, index)
    while at < len(text):
        if text[at : line_end(text, at)].strip() and depth(text, at) <= deep:
            break
        at = next_line(text, at)
    return at


def blanked(text: str, start: int, end: int) -> str:
    """The text with spaces for everything from `start` to `end` but line breaks: all marks stay."""
    return text[:start] + _INK.sub(" ", text[start:end]) + text[end:]


def without(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with all these parts blanked, in one pass; they come in order and may overlap."""
    kept: list[str] = []
    done = 0
    for start, end in spans:
        kept += [text[done:start], _INK.sub(" ", text[max(start, done) : end])]
        done = max(done, end)
    return "".join([*kept, text[done:]])


def is_item(text: str, index: int) -> bool:
    """Whether a line is an item of a list in block form."""
    return text.startswith("- ", content(text, index))


def depth(text: str, index: int) -> int:
    """How far a line is indented."""
    start = line_start(text, index)
    return content(text, start) - start


def content(text: str, index: int) -> int:
    """The first character of a line that is no space."""
    return ink(text, line_start(text, index))


def ink(text: str, at: int) -> int:
    """The first character from here on that is no space."""
    while text.startswith((" ", "\t"), at):
        at += 1
    return at


def line_above(text: str, start: int) -> int | None:
    """The nearest line above that says something."""
    while start > 0:
        start = line_start(text, start - (2 if text.startswith("\r\n", start - 2) else 1))
        line = text[start : line_end(text, start)].strip()
        if line and not line.startswith("#"):
            return start
    return None
