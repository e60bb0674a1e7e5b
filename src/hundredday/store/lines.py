"""Where lines begin, how far they are indented, and how parts of a text are blanked out."""

from __future__ import annotations

import re

_INK = re.compile(r"[^\r\n]")


def line_and_column(text: str, index: int) -> tuple[int, int]:
    """Both from 1, as editors count; CR LF is one line break, and so is a lonely CR."""
    breaks = text.count("\n", 0, index)
    if "\r" in text:
        breaks += text.count("\r", 0, index) - text.count("\r\n", 0, index)
        if text.startswith("\r\n", index - 1) and index:
            breaks -= 1
    return breaks + 1, index - line_start(text, index) + 1


def line_start(text: str, index: int) -> int:
    """Where the line of an index begins, after any kind of line break."""
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
