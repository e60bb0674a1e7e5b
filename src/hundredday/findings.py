"""A problem as a value: what it is called, what is wrong, how to mend it, and where it stands."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from hundredday.harmless import one_line

Where = tuple[str | int, ...]
"""The way to a value inside a record: keys of mappings and indexes of lists, from the top."""


class Severity(StrEnum):
    """How much a finding weighs: an error blocks, a warning is said and passed."""

    ERROR = "error"
    WARNING = "warning"


class Place(NamedTuple):
    """A place in a file, as editors count: the first line is 1, the first column is 1."""

    path: str
    line: int
    column: int
    excerpt: str = ""


class Finding(NamedTuple):
    """One problem, in one sentence, with the way to mend it.

    `where` leads to the value inside the record; `place` is where that value stands in its file
    and is filled in by whoever has read the file.
    """

    code: str
    text: str
    mend: str = ""
    severity: Severity = Severity.ERROR
    where: Where = ()
    place: Place | None = None

    def at(self, place: Place) -> Finding:
        return self._replace(place=place)

    def plain(self) -> dict[str, str | int]:
        """The finding as `check --json` prints it; without a place it stands at the start of no file."""
        place = self.place or Place("", 1, 1)
        return {
            "path": one_line(place.path),
            "line": place.line,
            "column": place.column,
            "code": self.code,
            "severity": self.severity.value,
            "text": one_line(self.text),
            "mend": one_line(self.mend),
        }

    @property
    def blocks(self) -> bool:
        return self.severity is Severity.ERROR
