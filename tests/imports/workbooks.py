"""Workbooks as people save them, and as an attacker would change them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import xlsxwriter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


def workbook(sheets: Mapping[str, Sequence[Sequence[Any]]], **options: Any) -> bytes:
    """A workbook of these sheets; days are written as Excel keeps them, and None leaves a cell out."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(
        written, {"in_memory": True, "default_date_format": "dd.mm.yyyy", **options}
    ) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return written.getvalue()


def changed(source: bytes, change: Callable[[str, bytes], bytes], **added: bytes) -> bytes:
    """The workbook with every part changed, and with parts added."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(source)) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, content in added.items():
            new.writestr(name, content)
    return written.getvalue()


def in_sheet(old: bytes, new: bytes) -> Callable[[str, bytes], bytes]:
    """A change of the first sheet."""
    return lambda name, part: part.replace(old, new) if name == "xl/worksheets/sheet1.xml" else part


def merged(source: bytes, *ranges: str) -> bytes:
    """The workbook with cells of its first sheet merged, such as `B4:B5`."""
    cells = "".join(f'<mergeCell ref="{cells}"/>' for cells in ranges)
    end = f'</sheetData><mergeCells count="{len(ranges)}">{cells}</mergeCells>'
    return changed(source, in_sheet(b"</sheetData>", end.encode()))
