"""A tidy table: named columns, each of one kind, and rows of plain values."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Plain = str | int | float | bool | date | datetime | None
"""What a cell holds; None where there is no answer."""

Kind = Literal["text", "number", "share", "date", "moment", "yes_no"]

T = TypeVar("T")


class Column(NamedTuple, Generic[T]):
    """A column of a table, and how its value is taken from the thing that a row is about."""

    name: str
    kind: Kind
    of: Callable[[T], Plain]


class Table(NamedTuple):
    """A table as an export writes it."""

    name: str
    columns: tuple[str, ...]
    kinds: tuple[Kind, ...]
    rows: tuple[tuple[Plain, ...], ...]


def table(name: str, columns: tuple[Column[T], ...], things: tuple[T, ...]) -> Table:
    """The table of these things, one row for each."""
    return Table(
        name,
        tuple(column.name for column in columns),
        tuple(column.kind for column in columns),
        tuple(tuple(column.of(thing) for column in columns) for thing in things),
    )
