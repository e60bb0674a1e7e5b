"""Bytes in, a `Document` out: strict YAML 1.2, and every problem of the file in one run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Finding, Place
from hundredday.language import _
from hundredday.store.yaml.document import BadFile, Document, place_at
from hundredday.store.yaml.guards import BOM, LARGEST, conflicts, has_unwelcome, is_pointer
from hundredday.store.yaml.quick import quick_data

if TYPE_CHECKING:
    from hundredday.store.yaml.events import Parser
    from hundredday.store.yaml.scalars import Data


def parse(source: bytes, path: str, parser: Parser | None = None) -> Document:
    """What a file says, with everything that is wrong with its form in `findings`.

    Args:
        source: the bytes of the file; UTF-8, with or without a byte order mark.
        path: the name of the file in findings.
        parser: whose events; the fastest there is when not said.

    Raises:
        BadFile: nothing in it can be read: too large, empty, no mapping, a pointer of git LFS.
    """
    if len(source) > LARGEST:
        raise BadFile((_too_large(path),))
    text = _characters(source, path)
    if is_pointer(text):
        raise BadFile((_pointer().at(place_at(path, text, 0)),))
    quick = None if parser else _quick(source, text)
    if quick is not None:
        return Document(path, source, text, quick, (), broken=False, marks=None)
    from hundredday.store.yaml.careful import read_with_care

    return read_with_care(source, text, path, parser)


def _quick(source: bytes, text: str) -> dict[str, Data] | None:
    """The data of a file in which nothing is wrong; None for all others, which are read with care."""
    if has_unwelcome(source.removeprefix(_BOM_BYTES), text) or conflicts(text):
        return None
    return quick_data(text)


_BOM_BYTES = BOM.encode()
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_MANY = 4
"""Where one byte of so many is nothing, the file is UTF-16 without a mark that says so."""


def _pointer() -> Finding:
    return Finding(
        "lfs-pointer",
        _("This is a pointer of git LFS; the file itself was not fetched."),
        _(
            'Run "git lfs pull"; then remove the line with *.yaml from .gitattributes, '
            "since git keeps these files itself."
        ),
    )


def _characters(source: bytes, path: str) -> str:
    """The text of a file.

    Raises:
        BadFile: it is no UTF-8. Nothing else is said then: what could be guessed of its words is misleading.
    """
    if source.startswith(_WIDE) or source.count(b"\0") > len(source) // _MANY:
        raise BadFile((_not_utf8("UTF-16").at(Place(path, 1, 1)),))
    try:
        return source.decode().removeprefix(BOM)
    except UnicodeDecodeError as error:
        text = source.decode(errors="replace").removeprefix(BOM)
        index = len(source[: error.start].decode().removeprefix(BOM))
        found = _not_utf8(_("another encoding than UTF-8")).at(place_at(path, text, index))
        raise BadFile((found,)) from None


def _not_utf8(said: str) -> Finding:
    return Finding(
        "not-utf8",
        _("This file is written in {said}.").format(said=said),
        _("Save it as UTF-8 in your editor."),
    )


def _too_large(path: str) -> Finding:
    return Finding(
        "too-large",
        _("This file is larger than 1 MiB ({largest:,} bytes), and is not read.").format(largest=LARGEST),
        _("Keep documents and tables elsewhere, and name them in a note or as evidence."),
        place=Place(path, 1, 1),
    )
