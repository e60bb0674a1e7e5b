"""How a person says that a file is to be read, where it can be read in two ways."""

from __future__ import annotations

from typing import NamedTuple


class Terms(NamedTuple):
    """What was said about a file; None was not said.

    `dates` is dmy or mdy, `decimal` comma or point, `percents` points or fractions; `columns` pairs a
    header or a column's letters with the field it means.
    """

    dates: str | None = None
    decimal: str | None = None
    percents: str | None = None
    encoding: str | None = None
    sheet: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
