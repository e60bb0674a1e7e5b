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


@cache
def _obeyed() -> re.Pattern[str]:
    # Not before it is needed: it takes a millisecond to make, and hardly any text needs it.
    return re.compile(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
    )


def _spelled(match: re.Match[str]) -> str:
    return " " if match[0] in "\t\r" else f"<U+{ord(match[0]):04X}>"
