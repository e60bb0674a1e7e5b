"""Why a text is not YAML, in plain words, and which lines to leave out so that the rest can be read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hundredday.store.nodes import line_and_column, line_end, line_start, next_line

if TYPE_CHECKING:
    from hundredday.store.events import Unparsable
    from hundredday.store.nodes import Leaf


@dataclass(frozen=True, slots=True)
class Fault:
    """A syntax error: where it is, what it is, what mends it.

    `spreads` says that what follows may look wrong only because of it.
    """

    index: int
    text: str
    mend: str
    spreads: bool = False


def explain(text: str, error: Unparsable, last: Leaf | None) -> Fault:
    """The fault behind a parser's error; `last` is the scalar that was read before it."""
    for diagnose in _DIAGNOSES:
        fault = diagnose(text, error, last)
        if fault:
            return fault
    return Fault(_content(text, min(error.index, len(text))), "This line cannot be read as YAML.", _COMPARE)


def block_end(text: str, index: int) -> int:
    """Where the lines end that belong to the line of `index`: those below it and further in."""
    depth = _depth(text, index)
    at = next_line(text, index)
    while at < len(text):
        if text[at : line_end(text, at)].strip() and _depth(text, at) <= depth:
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


_INK = re.compile(r"[^\r\n]")
_KEY = re.compile(r"""\s*(?:- +)*(?:"[^"]*"|'[^']*'|[^\s#'"\[{][^#]*?)\s*:(?=\s|$)""")
_COMPARE = 'Compare it with the lines around it: "key: value", and keys of one level begin in one column.'
_QUOTE_IT = "Put the whole text after the key in quotes."
_INDENT = "Give keys of one level the same number of spaces before them."
_BRACKETS = 'Close each bracket with "]" or "}", and put a comma between two values.'
_COLON = 'Write "key: value", with a colon and a space.'
_DASH = 'Begin it with "- ", like the line above it.'
_APOSTROPHE = "Put the whole text in double quotes; inside single quotes write two for an apostrophe."
_NEXT_KEY = re.compile(r"[\w-]+:(?=\s)")
_CLOSE_COLON = re.compile(r"[\w-]+:(?=\S)")


def _tab(text: str, error: Unparsable, _last: Leaf | None) -> Fault | None:
    for index in (error.index, error.start):
        start = line_start(text, min(index, len(text)))
        line = text[start : line_end(text, start)]
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" in indent:
            at = start + indent.index("\t")
            return Fault(at, "This line begins with a tab; YAML counts spaces only.", "Use spaces instead.")
    return None


def _unclosed_quote(text: str, error: Unparsable, last: Leaf | None) -> Fault | None:
    mend = 'Put the same quote at the end of the text; inside double quotes write \\" for a quote.'
    if "quoted scalar" in error.context and "unexpected" in error.text:
        return Fault(error.start, "The quote that opens here is not closed.", mend, spreads=True)
    if last is None or last.style not in {'"', "'"} or error.index < last.end:
        return None
    if line_start(text, last.end) != line_start(text, min(error.index, len(text))):
        return None
    if line_start(text, last.start) != line_start(text, last.end):
        line, _ = line_and_column(text, last.end)
        said = f"The quote that opens here is not closed on its line; the next quote is on line {line}."
        return Fault(last.start, said, mend, spreads=True)
    at = _ink(text, last.end)
    if "flow" in error.context and _NEXT_KEY.match(text, at):
        return None
    mend = _APOSTROPHE if last.style == "'" else "Put single quotes around the whole text."
    return Fault(at, "The text goes on behind its closing quote.", mend)


def _escape(text: str, error: Unparsable, _last: Leaf | None) -> Fault | None:
    if "escape" not in error.text and "hexdec" not in error.text:
        return None
    at = max(text.rfind("\\", 0, error.index + 1), error.start)
    return Fault(
        at,
        "A backslash in double quotes begins a code, and this is none.",
        "Write two backslashes, or use single quotes.",
    )


def _unclosed_bracket(text: str, error: Unparsable, _last: Leaf | None) -> Fault | None:
    if "flow" not in error.context:
        return None
    bracket = text[error.start : error.start + 1]
    if bracket not in {"[", "{"}:
        said = "A value belongs between two commas here, or a bracket above is not closed."
        return Fault(error.index, said, _BRACKETS, spreads=True)
    if line_start(text, error.start) == line_start(text, error.index) and error.index < len(text):
        said = f'A comma or the closing bracket is missing here; the list or group opens with "{bracket}".'
        return Fault(
            error.index, said, "Put a comma between two values, and texts with , : [ ] { } in quotes."
        )
    return Fault(error.start, f'The "{bracket}" that opens here is not closed.', _BRACKETS, spreads=True)


def _colon(text: str, error: Unparsable, _last: Leaf | None) -> Fault | None:
    if "could not find expected ':'" in error.text or "while scanning a simple key" in error.context:
        return _no_colon(text, _content(text, error.start))
    if "mapping values are not allowed" not in error.text:
        return None
    start = line_start(text, error.index)
    if _KEY.match(text[start : error.index]):
        said = "This text holds a colon and a space, and is not in quotes."
        return Fault(error.index, said, _QUOTE_IT)
    above = _line_above(text, start)
    if above is None:
        return None
    if _depth(text, above) == _depth(text, start) and not _KEY.match(text[above : line_end(text, above)]):
        return _no_colon(text, _content(text, above))
    return Fault(_content(text, start), "This line is indented further than it may be.", _INDENT)


def _no_colon(text: str, at: int) -> Fault:
    """Of a line that should be a key and is none: a space or a dash may be missing instead."""
    if colon := _CLOSE_COLON.match(text, at):
        return Fault(colon.end(), "A space is missing behind this colon.", _COLON)
    above = _line_above(text, line_start(text, at))
    if above is not None and _is_item(text, above) and _depth(text, above) == _depth(text, at):
        return Fault(at, "A dash is missing on this line.", _DASH)
    return Fault(at, "A colon is missing on this line.", _COLON)


def _first_sign(text: str, error: Unparsable, _last: Leaf | None) -> Fault | None:
    sign = text[error.index : error.index + 1]
    if "cannot start any token" in error.text and sign in {"@", "`", "%"}:
        return Fault(error.index, f'A text cannot begin with "{sign}" unless it is in quotes.', _QUOTE_IT)
    if "unexpected ':'" in error.text:
        return Fault(
            error.index, "A colon in brackets needs a space behind it, or its text needs quotes.", _QUOTE_IT
        )
    if "scanning an alias" in error.context or "scanning an anchor" in error.context:
        sign = text[error.start : error.start + 1]
        return Fault(error.start, f'A text cannot begin with "{sign}" unless it is in quotes.', _QUOTE_IT)
    return None


def _missing_colon_below(text: str, error: Unparsable, _last: Leaf | None) -> Fault | None:
    """A last line without a colon is a text where a key belongs."""
    if "block mapping" not in error.context:
        return None
    at = _content(text, min(error.index, len(text)))
    line = text[at : line_end(text, at)]
    if line.startswith(":"):
        return Fault(at, "The name before this colon is missing.", 'Write "key: value".')
    if line.startswith("- "):
        return Fault(at, "A list begins here in the middle of a group of keys.", _INDENT)
    if error.index <= at and not _KEY.match(line):
        return Fault(at, "A colon is missing on this line.", _COLON)
    return Fault(at, "This line does not begin where the keys of its level begin.", _INDENT)


def _indentation(text: str, error: Unparsable, _last: Leaf | None) -> Fault | None:
    if "block" not in error.context:
        return None
    at = _content(text, min(error.index, len(text)))
    above = _line_above(text, line_start(text, at))
    if above is not None and _is_item(text, above):
        said = "This line belongs to the list above it, or to a key of its own."
        return Fault(at, said, 'Begin it with "- ", or give it two spaces more, or fewer.')
    return Fault(at, "This line does not begin where the others of its level begin.", _INDENT)


_DIAGNOSES = (
    _tab,
    _unclosed_quote,
    _escape,
    _unclosed_bracket,
    _colon,
    _first_sign,
    _missing_colon_below,
    _indentation,
)


def _is_item(text: str, index: int) -> bool:
    """Whether a line is an item of a list in block form."""
    return text.startswith("- ", _content(text, index))


def _depth(text: str, index: int) -> int:
    start = line_start(text, index)
    return _content(text, start) - start


def _content(text: str, index: int) -> int:
    """The first character of a line that is no space."""
    return _ink(text, line_start(text, index))


def _ink(text: str, at: int) -> int:
    while text.startswith((" ", "\t"), at):
        at += 1
    return at


def _line_above(text: str, start: int) -> int | None:
    """The nearest line above that says something."""
    while start > 0:
        start = line_start(text, start - (2 if text.startswith("\r\n", start - 2) else 1))
        line = text[start : line_end(text, start)].strip()
        if line and not line.startswith("#"):
            return start
    return None
