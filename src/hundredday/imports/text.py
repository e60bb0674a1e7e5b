"""Bytes as text, in whichever encoding Excel or a person's editor saved them."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from hundredday.errors import Refused, WrongUsage
from hundredday.language import _

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_KAZAKH = frozenset("ҒғҚқҢңҮүҰұҺһӘәӨө")
"""Letters that the Kazakh page has in places where the Windows one has those of other languages."""


class Decoded(NamedTuple):
    """A text, and what its encoding is called."""

    text: str
    encoding: str


def decode(source: bytes, encoding: str | None = None) -> Decoded:
    """The text of a file: by its mark, as UTF-8, or as Windows-1251 with or without Kazakh letters.

    Raises:
        WrongUsage: the encoding that was said does not exist.
        Refused: the bytes are no text of it.
    """
    if encoding is not None:
        return Decoded(_decoded(source, _known(encoding)), encoding)
    for mark, codec, name in _MARKS:
        if source.startswith(mark):
            return Decoded(_decoded(source, codec), name)
    if b"\0" in source[:1000]:
        # A digit or a sign between cells has its empty byte behind it, or before it where the great end comes first.
        codec = "utf-16-le" if source[1:1000:2].count(0) > source[:1000:2].count(0) else "utf-16-be"
        return Decoded(_decoded(source, codec), "UTF-16")
    try:
        return Decoded(source.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError:
        return _windows(source)


def _windows(source: bytes) -> Decoded:
    try:
        kazakh = source.decode("kz1048")
    except UnicodeDecodeError:
        kazakh = ""
    if any(sign in _KAZAKH for sign in kazakh):
        return Decoded(kazakh, "KZ-1048")
    return Decoded(_decoded(source, "cp1251"), "Windows-1251")


def _known(encoding: str) -> str:
    try:
        found = codecs.lookup(encoding.strip())
    except (LookupError, ValueError) as error:
        raise WrongUsage(
            _("There is no encoding “{name}”.").format(name=encoding),
            _("Write one such as utf-8, utf-16, windows-1251 or kz1048."),
        ) from error
    return found.name if found.name != "utf-8" else "utf-8-sig"


def _decoded(source: bytes, codec: str) -> str:
    try:
        return source.decode(codec)
    except (UnicodeError, LookupError) as error:
        raise Refused(
            _("This file is no text in {encoding}.").format(encoding=codec.removesuffix("-sig").upper()),
            _("Save it from Excel as “CSV UTF-8”, or name its encoding with --encoding."),
        ) from error
