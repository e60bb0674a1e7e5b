"""Whether a workbook may be opened: what it unpacks to is measured before any library sees it.

A workbook is a zip of XML. What a zip states of its own sizes and names is not believed: every part is
unpacked here, piece by piece, counted and looked at. Nothing is kept, so that a bomb costs neither time nor memory.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, NamedTuple

from hundredday.errors import Refused
from hundredday.imports.sheets import MOST_COLUMNS, MOST_ROWS
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 20 * 1024 * 1024
"""Bytes of the file."""

MOST_UNPACKED = 50 * 1024 * 1024
MOST_PARTS = 1000
HIGHEST_RATIO = 100
SMALL = 1024 * 1024
"""Bytes up to which a part may be packed as tightly as it likes: short XML that repeats itself is."""

_PIECE = 64 * 1024
_OTHER_LETTERS = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
"""How XML begins that is not in UTF-8."""

_PLAIN = bytes(
    ord(" ")
    if sign in b"\t\n\r"
    else ord('"')
    if sign in b"'"
    else ord(chr(sign).upper())
    if sign < 128
    else sign
    for sign in range(256)
)
"""Capitals, one kind of space and one kind of quote: what is looked for can then be found by its first letters."""

_FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY")
_ODD = (b" R =", b" R= ", b"COUNT =", b"COUNT= ")
"""Spaces that XML allows and that no program writes; behind them the numbers below would not be seen."""

_BEYOND = re.compile(rb' R="(?:(?:[A-Z]{3}|[T-Z][A-Z]|S[G-Z])\d|[A-Z]{0,3}(?!100000")\d{6})')
"""A place to the right of column 500 or below row 100,000."""

_WIDE = re.compile(rb' R="(?:[B-Z][A-Z]|A[Y-Z])\d')
_TALL = re.compile(rb' R="[A-Z]{0,2}(?:[2-9]\d{4}|\d{6})"')
"""Places to the right of column 50, and from row 20,000 on: one of each makes a reader reserve all between."""

_STATED = re.compile(rb'<DIMENSION REF="[A-Z0-9$]*:\$?[A-Z]+\$?(?!100000")\d{6}')
"""What the sheet says of its own size: it is not believed when it is small, but there is no need to go on when not."""

_MANY = re.compile(rb'COUNT="0*(?:[2-9]\d{6}|\d{8})')
"""Two million of anything: the reader reserves as much as is announced, and is killed by what is not there."""

_LONGEST_MARK = 64


class _Part(NamedTuple):
    """Where a part's bytes begin, how many they are, and whether they are packed."""

    start: int
    packed: int
    is_deflated: bool


def refuse_dangerous(source: bytes) -> None:
    """Refuse what is no workbook, too large, packed too tightly, or carries entities.

    Raises:
        Refused: with what is wrong with it.
    """
    if len(source) > LARGEST:
        raise _too_large()
    unpacked = 0
    for part in _parts(source):
        look, size = _Look(), 0
        for piece in _pieces(source, part):
            size += len(piece)
            if size > SMALL and size > HIGHEST_RATIO * part.packed:
                raise _refused(
                    _("is packed more than {ratio} times, as no list is").format(ratio=HIGHEST_RATIO)
                )
            if unpacked + size > MOST_UNPACKED:
                raise _too_large()
            look.at(piece)
        unpacked += size


class _Look:
    """What was seen of one part so far."""

    def __init__(self) -> None:
        self.before = b""
        self.rows = 0
        self.is_wide = self.is_tall = False

    def at(self, piece: bytes) -> None:
        """Look at the next piece, together with the end of the one before it.

        Raises:
            Refused: the part is none of a table that a person made.
        """
        if not self.before and piece.startswith(_OTHER_LETTERS):
            raise _refused(_("has parts that are not in UTF-8"))
        seen = self.before + piece.translate(_PLAIN)
        if any(mark in seen for mark in _FORBIDDEN):
            raise _refused(_("carries XML entities, which no spreadsheet needs"))
        if any(mark in seen for mark in _ODD):
            raise _refused(_("is written as no program writes it"))
        self.rows += _rows_in(seen) - _rows_in(self.before)
        self.is_wide = self.is_wide or _WIDE.search(seen) is not None
        self.is_tall = self.is_tall or _TALL.search(seen) is not None
        is_large = self.rows > MOST_ROWS or (self.is_wide and self.is_tall)
        if is_large or any(mark.search(seen) for mark in (_STATED, _BEYOND, _MANY)):
            raise _refused(
                _("has more than {rows} rows or {columns} columns").format(
                    rows=MOST_ROWS, columns=MOST_COLUMNS
                )
            )
        self.before = seen[-_LONGEST_MARK:]


def _rows_in(seen: bytes) -> int:
    return sum(seen.count(mark) for mark in (b"<ROW ", b"<ROW>", b"<ROW/", b":ROW ", b":ROW>", b":ROW/"))


def _parts(source: bytes) -> Iterator[_Part]:
    try:
        with zipfile.ZipFile(io.BytesIO(source)) as packed:
            entries = packed.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise _unreadable() from error
    names = {entry.filename.replace("\\", "/").casefold() for entry in entries}
    if "xl/workbook.xml" not in names or "content.xml" in names or "xl/workbook.bin" in names:
        raise _unreadable()
    if len(entries) > MOST_PARTS:
        raise _refused(_("has more than {most} parts").format(most=MOST_PARTS))
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise _too_large()
    for entry in entries:
        if entry.flag_bits & 1 or entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise _unreadable()
        yield _part(source, entry)


def _part(source: bytes, entry: zipfile.ZipInfo) -> _Part:
    # In front of each part its name stands again, with a length of its own.
    at = entry.header_offset
    head = source[at : at + 30]
    if head[:4] != b"PK\x03\x04":
        raise _unreadable()
    start = at + 30 + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
    if start + entry.compress_size > len(source):
        raise _unreadable()
    return _Part(start, entry.compress_size, entry.compress_type == zipfile.ZIP_DEFLATED)


def _pieces(source: bytes, part: _Part) -> Iterator[bytes]:
    packed = memoryview(source)[part.start : part.start + part.packed]
    if not part.is_deflated:
        for at in range(0, len(packed), _PIECE):
            yield bytes(packed[at : at + _PIECE])
        return
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    rest: bytes | memoryview = packed
    try:
        while not unpacker.eof:
            piece = unpacker.decompress(rest, _PIECE)
            rest = unpacker.unconsumed_tail
            if not piece and not rest:
                return
            if piece:
                yield piece
    except zlib.error as error:
        raise _unreadable() from error


def _refused(what: str) -> Refused:
    return Refused(
        _("This workbook {what}; it is not opened.").format(what=what),
        _("Copy the table into a new workbook, and save that as .xlsx."),
    )


def _too_large() -> Refused:
    return _refused(_("is larger than {size} MB when unpacked").format(size=MOST_UNPACKED // SMALL))


def _unreadable() -> Refused:
    return Refused(
        _("This is no workbook that can be read."), _("Save it from Excel as .xlsx or as CSV UTF-8.")
    )
