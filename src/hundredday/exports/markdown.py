"""Text of people inside Markdown: nothing in it makes a heading, a link, a table or a page's markup."""

from __future__ import annotations

import re

from hundredday.harmless import one_line

_MARKS = re.compile(r"[\\`*_\[\]<>|~&$]")
_AT_START = re.compile(r"^([#+\-=]|\d+[.)](?=\s|$))")


def said(text: str) -> str:
    """The text on one line, as a reader of Markdown shows it letter by letter."""
    marked = _MARKS.sub(r"\\\g<0>", one_line(text))
    return _AT_START.sub(_kept, marked)


def row(*cells: str) -> str:
    """A line of a table; the cells are Markdown already."""
    return f"| {' | '.join(cells)} |"


def _kept(found: re.Match[str]) -> str:
    # A number begins a list by its dot, every other sign by itself.
    return f"{found[0][:-1]}\\{found[0][-1]}"
