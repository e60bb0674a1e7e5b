"""How a person says that a file is to be read, where it can be read in two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date


class Terms(NamedTuple):
    """What was said about a file; None was not said.

    `dates` is dmy or mdy, `decimal` comma or point, `percents` points or fractions; `columns` pairs a
    header or a column's letters with the field it means; `on` is the day of rows that name none.
    """

    dates: str | None = None
    decimal: str | None = None
    percents: str | None = None
    encoding: str | None = None
    sheet: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    on: date | None = None

    @property
    def given(self) -> frozenset[str]:
        """The fields that need no column."""
        return frozenset({"date"} if self.on else ())
