"""Text that a spreadsheet takes as text: what it would obey as a formula is put behind an apostrophe, and back."""

from __future__ import annotations

import re

from hundredday.harmless import harmless

_OBEYED = re.compile("\\s*'*[=+\\-@\uff1d\uff0b\uff0d\uff20\\t\\r\\n]")


def is_obeyed(text: str) -> bool:
    """Whether a spreadsheet could read the text as a formula, at once or after somebody edits the cell."""
    return _OBEYED.match(text) is not None


def defused(text: str) -> str:
    """The harmless text, behind an apostrophe where a spreadsheet would obey it.

    The apostrophe is the spreadsheets' own sign for text. A text that begins so itself gets another, so
    that `as_meant` knows which one to take away.
    """
    # A tab, which `harmless` turns into a space, counts too: the text as it was given decides.
    return f"'{harmless(text)}" if is_obeyed(text) else harmless(text)


def as_meant(text: str) -> str:
    """The text before it was defused."""
    return text[1:] if text[:1] == "'" and is_obeyed(text[1:]) else text
