"""What a text must not contain, found before any parser sees it and at next to no cost."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hundredday.findings import Finding
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 1024 * 1024
"""Bytes of one file."""

BOM = "\ufeff"

_BIDI = "\u202a-\u202e\u2066-\u2069"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"

_COMMON = bytes(byte for byte in range(256) if byte in {9, 10, 13} or (byte >= 32 and byte != 127))
_LEADS = (b"\xc2", b"\xe2\x80", b"\xe2\x81", b"\xef\xbb\xbf", b"\xef\xbf")
"""How the bytes of unwelcome characters beyond ASCII begin."""

_MARKER = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?=[ \r]|$)", re.MULTILINE)
_LFS = "version https://git-lfs.github.com/spec/"


def unwelcome_in(text: str) -> Finding | None:
    """The first control character or bidirectional override of a text."""
    found = _unwelcome().search(text)
    return _named(found[0]) if found else None


def has_unwelcome(source: bytes, text: str) -> bool:
    """Whether there is one in `text`, which is `source` as characters."""
    return next(unwelcome_characters(source, text), None) is not None


def unwelcome_characters(source: bytes, text: str) -> Iterator[tuple[int, Finding]]:
    """Each of them with its index in `text`, which is `source` as characters."""
    if source.translate(None, _COMMON) or any(lead in source for lead in _LEADS):
        for found in _unwelcome().finditer(text):
            yield found.start(), _named(found[0])


def without_unwelcome(text: str) -> str:
    """The same text with a space for each, so that reading can go on and every mark stays where it is."""
    return _unwelcome().sub(" ", text)


def conflicts(text: str) -> list[tuple[int, str]]:
    """The conflict markers that git left, each with its index."""
    if not any(marker in text for marker in ("<<<<<<<", "=======", ">>>>>>>", "|||||||")):
        return []
    return [(found.start(), found[0]) for found in _MARKER.finditer(text)]


def is_pointer(text: str) -> bool:
    """Whether a text is what Git LFS leaves in place of a file."""
    return text.startswith(_LFS)


@cache
def _unwelcome() -> re.Pattern[str]:
    # Not before it is needed: hardly any file needs it.
    return re.compile(f"[{_CONTROL}{_BIDI}]")


def _named(character: str) -> Finding:
    name = f"U+{ord(character):04X}"
    if re.match(f"[{_BIDI}]", character):
        return Finding(
            "bidi-override",
            _("An invisible character that turns the reading direction ({name}) stands in this text.").format(
                name=name
            ),
            _("Remove it; texts in Arabic read from right to left without it."),
        )
    return Finding(
        "control-character",
        _("An invisible control character ({name}) stands in this text.").format(name=name),
        _("Remove it; type the text again if it was pasted."),
    )
