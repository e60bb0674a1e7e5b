"""Why a text is not YAML, in plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hundredday.language import N_, _
from hundredday.store.lines import (
    content,
    depth,
    ink,
    is_item,
    line_above,
    line_and_column,
    line_end,
    line_start,
)

if TYPE_CHECKING:
    from hundredday.store.nodes import Leaf
    from hundredday.store.yaml.events import Unparsable


@dataclass(frozen=True, slots=True)
class Fault:
    """A syntax error: where it is, what it is, what mends it.

    `mend` is marked, and translated where it is shown. `spreads` says that what follows may look wrong
    only because of it.
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
    return Fault(content(text, min(error.index, len(text))), _("This line cannot be read as YAML."), _COMPARE)


_KEY = re.compile(r"""\s*(?:- +)*(?:"[^"]*"|'[^']*'|[^\s#'"\[{][^#]*?)\s*:(?=\s|$)""")
_COMPARE = N_('Compare it with the lines around it: "key: value", and keys of one level begin in one column.')
_QUOTE_IT = N_("Put the whole text after the key in quotes.")
_INDENT = N_("Give keys of one level the same number of spaces before them.")
_BRACKETS = N_('Close each bracket with "]" or "}", and put a comma between two values.')
_COLON = N_('Write "key: value", with a colon and a space.')
_DASH = N_('Begin it with "- ", like the line above it.')
_APOSTROPHE = N_("Put the whole text in double quotes; inside single quotes write two for an apostrophe.")
_NEXT_KEY = re.compile(r"[\w-]+:(?=\s)")
_CLOSE_COLON = re.compile(r"[\w-]+:(?=\S)")


def _tab(text: str, error: Unparsable, _last: Leaf | None) -> Fault | None:
    for index in (error.index, error.start):
        start = line_start(text, min(index, len(text)))
        line = text[start : line_end(text, start)]
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" in indent:
            at = start + indent.index("\t")
            return Fault(
                at, _("This line begins with a tab; YAML counts spaces only."), N_("Use spaces instead.")
            )
    return None


def _unclosed_quote(text: str, error: Unparsable, last: Leaf | None) -> Fault | None:
    mend = N_('Put the same quote at the end of the text; inside double quotes write \\" for a quote.')
    if "quoted scalar" in error.context and "unexpected" in error.text:
        return Fault(error.start, _("The quote that opens here is not closed."), mend, spreads=True)
    if last is None or last.style not in {'"', "'"} or error.index < last.end:
        return None
    if line_start(text, last.end) != line_start(text, min(error.index, len(text))):
        return None
    if line_start(text, last.start) != line_start(text, last.end):
        line, __ = line_and_column(text, last.end)
        said = _(
            "The quote that opens here is not closed on its line; the next quote is on line {line}."
        ).format(line=line)
        return Fault(last.start, said, mend, spreads=True)
    at = ink(text, last.end)
    if "flow" in error.context and _NEXT_KEY.match(text, at):
        return None
    mend = _APOSTROPHE if last.style == "'" else N_("Put single quotes around the whole text.")
    return Fault(at, _("The text goes on behind its closing quote."), mend)


def _escape(text: str, error: Unparsable, _last: Leaf | None) -> Fault | None:
    if "escape" not in error.text and "hexdec" not in error.text:
        return None
    at = max(text.rfind("\\", 0, error.index + 1), error.start)
    return Fault(
        at,
        _("A backslash in double quotes begins a code, and this is none."),
        N_("Write two backslashes, or use single quotes."),
    )


def _unclosed_bracket(text: str, error: Unparsable, _last: Leaf | None) -> Fault | None:
    if "flow" not in error.context:
        return None
    bracket = text[error.start : error.start + 1]
    if bracket not in {"[", "{"}:
        said = _("A value belongs between two commas here, or a bracket above is not closed.")
        return Fault(error.index, said, _BRACKETS, spreads=True)
    if line_start(text, error.start) == line_start(text, error.index) and error.index < len(text):
        said = _(
            'A comma or the closing bracket is missing here; the list or group opens with "{bracket}".'
        ).format(bracket=bracket)
        return Fault(
            error.index, said, N_("Put a comma between two values, and texts with , : [ ] { } in quotes.")
        )
    return Fault(
        error.start,
        _('The "{bracket}" that opens here is not closed.').format(bracket=bracket),
        _BRACKETS,
        spreads=True,
    )


def _colon(text: str, error: Unparsable, _last: Leaf | None) -> Fault | None:
    if "could not find expected ':'" in error.text or "while scanning a simple key" in error.context:
        return _no_colon(text, content(text, error.start))
    if "mapping values are not allowed" not in error.text:
        return None
    start = line_start(text, error.index)
    if _KEY.match(text[start : error.index]):
        said = _("This text holds a colon and a space, and is not in quotes.")
        return Fault(error.index, said, _QUOTE_IT)
    above = line_above(text, start)
    if above is None:
        return None
    if depth(text, above) == depth(text, start) and not _KEY.match(text[above : line_end(text, above)]):
        return _no_colon(text, content(text, above))
    return Fault(content(text, start), _("This line is indented further than it may be."), _INDENT)


def _no_colon(text: str, at: int) -> Fault:
    """Of a line that should be a key and is none: a space or a dash may be missing instead."""
    if colon := _CLOSE_COLON.match(text, at):
        return Fault(colon.end(), _("A space is missing behind this colon."), _COLON)
    above = line_above(text, line_start(text, at))
    if above is not None and is_item(text, above) and depth(text, above) == depth(text, at):
        return Fault(at, _("A dash is missing on this line."), _DASH)
    return Fault(at, _("A colon is missing on this line."), _COLON)


def _first_sign(text: str, error: Unparsable, _last: Leaf | None) -> Fault | None:
    sign = text[error.index : error.index + 1]
    if "cannot start any token" in error.text and sign in {"@", "`", "%"}:
        return Fault(
            error.index,
            _('A text cannot begin with "{sign}" unless it is in quotes.').format(sign=sign),
            _QUOTE_IT,
        )
    if "unexpected ':'" in error.text:
        return Fault(
            error.index,
            _("A colon in brackets needs a space behind it, or its text needs quotes."),
            _QUOTE_IT,
        )
    if "scanning an alias" in error.context or "scanning an anchor" in error.context:
        sign = text[error.start : error.start + 1]
        return Fault(
            error.start,
            _('A text cannot begin with "{sign}" unless it is in quotes.').format(sign=sign),
            _QUOTE_IT,
        )
    return None


def _missing_colon_below(text: str, error: Unparsable, _last: Leaf | None) -> Fault | None:
    """A last line without a colon is a text where a key belongs."""
    if "block mapping" not in error.context:
        return None
    at = content(text, min(error.index, len(text)))
    line = text[at : line_end(text, at)]
    if line.startswith(":"):
        return Fault(at, _("The name before this colon is missing."), N_('Write "key: value".'))
    if line.startswith("- "):
        return Fault(at, _("A list begins here in the middle of a group of keys."), _INDENT)
    if error.index <= at and not _KEY.match(line):
        return Fault(at, _("A colon is missing on this line."), _COLON)
    return Fault(at, _("This line does not begin where the keys of its level begin."), _INDENT)


def _indentation(text: str, error: Unparsable, _last: Leaf | None) -> Fault | None:
    if "block" not in error.context:
        return None
    at = content(text, min(error.index, len(text)))
    above = line_above(text, line_start(text, at))
    if above is not None and is_item(text, above):
        said = _("This line belongs to the list above it, or to a key of its own.")
        return Fault(at, said, N_('Begin it with "- ", or give it two spaces more, or fewer.'))
    return Fault(at, _("This line does not begin where the others of its level begin."), _INDENT)


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
