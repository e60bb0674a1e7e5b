"""Text of strangers made harmless: what a terminal, a page or a log must never obey is spelled out."""

from __future__ import annotations

import re
from functools import cache


def harmless(text: str) -> str:
    """The text with control characters and bidirectional overrides spelled out, such as `<U+001B>`.

    Line feeds stay; a tab becomes a space. Every text that did not come from this program passes
    here before it is shown: titles, file names, what git says.
    """
    return text if text.isprintable() else _obeyed().sub(_spelled, text)


def one_line(text: str) -> str:
    """The harmless text on one line: runs of white space become one space."""
    if text.isprintable() and "  " not in text and text == text.strip():
        return text  # nearly every one is, and there may be very many
    return " ".join(harmless(text).split())


def harmless_json(text: str) -> str:
    """A JSON text that means the same, in which everything that a terminal would obey is escaped."""
    return text if text.isascii() and "\x7f" not in text else _obeyed_in_json().sub(_escaped, text)


@cache
def _obeyed() -> re.Pattern[str]:
    # Not before it is needed: it takes a millisecond to make, and hardly any text needs it.
    return re.compile(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
    )


@cache
def _obeyed_in_json() -> re.Pattern[str]:
    # JSON itself escapes what stands below the space.
    return re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _spelled(match: re.Match[str]) -> str:
    return " " if match[0] in "\t\r" else f"<U+{ord(match[0]):04X}>"
