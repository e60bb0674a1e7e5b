"""What comes in from other programs: one file for each format, and this table of them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from hundredday.errors import WrongUsage
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hundredday.imports.sheets import Sheet
    from hundredday.imports.terms import Terms

TABLES: Mapping[str, str] = {
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
}
"""The file that reads a table, by how the table's name ends."""

_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def reader_of(name: str, source: bytes) -> Callable[[bytes, Terms], tuple[Sheet, ...]]:
    """What reads the sheets of a file; what it holds counts for more than what it is called.

    Raises:
        WrongUsage: nothing does.
    """
    suffix = name[name.rfind(".") :].casefold() if "." in name else ""
    if source.startswith(_OLD_EXCEL) or suffix in {".xls", ".xlsb", ".ods"}:
        raise WrongUsage(
            _("{name} is a workbook of a kind that is not read.").format(name=name),
            _("Open it, and save it as .xlsx or as CSV UTF-8."),
        )
    if source.startswith(_ZIP):
        suffix = ".xlsx"
    if suffix not in TABLES:
        raise WrongUsage(
            _("{name} is no table that can be read.").format(name=name),
            _("Give a file that ends in .csv, .tsv, .xlsx, or .json from `hundredday export json`."),
        )
    read: Callable[[bytes, Terms], tuple[Sheet, ...]] = getattr(
        import_module(f"{__name__}.{TABLES[suffix]}"), TABLES[suffix]
    )
    return read


__all__ = ["TABLES", "reader_of"]
