"""A row of a table of numbers as a reading."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from hundredday.errors import Refused
from hundredday.imports.dates import cell_day
from hundredday.imports.rows import Taken
from hundredday.imports.values import cell_text, cell_value
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from hundredday.imports.rows import Objection, Row
    from hundredday.imports.sheets import Raw, Sheet
    from hundredday.imports.terms import Terms

STATUSES: Mapping[str, str | None] = {
    "provisional": "provisional",
    "preliminary": "provisional",
    "предварительно": "provisional",
    "предварительный": "provisional",
    "предварительное": "provisional",
    "алдын ала": "provisional",
    "verified": "verified",
    "final": "verified",
    "проверено": "verified",
    "подтверждено": "verified",
    "окончательно": "verified",
    "тексерілген": "verified",
    "расталған": "verified",
    "مبدئي": "provisional",
    "أولي": "provisional",
    "مؤقت": "provisional",
    "مؤكد": "verified",
    "نهائي": "verified",
    "مدقق": "verified",
}
"""What people write of a number, and what we call it."""


@dataclass(frozen=True, slots=True)
class NewReading:
    """What a row says of a reading; challenge and goal are as written, the value as a person would type it.

    `is_number` says that the value came as a number, not as text: a percent may then be a fraction.
    """

    row: Row
    challenge: str | None
    goal: str | None
    on: date
    value: str
    is_number: bool
    texts: Mapping[str, str]


def reading_of(row: Row, sheet: Sheet, terms: Terms) -> tuple[NewReading | None, list[Objection]]:
    """The reading of a row, or why it is none."""
    taken = Taken(row)
    there = row.cells.keys() | terms.given | ({"value"} if {"count", "of"} <= row.cells.keys() else set())
    for field, what in (("date", _("A reading needs its date.")), ("value", _("A reading needs its value."))):
        if field not in there:
            taken.objections.append(row.object(field, what, _("Fill the cell in, or take the row out.")))
    on = taken.read("date", partial(cell_day, order=terms.dates, first_day=sheet.first_day)) or terms.on
    read_value = partial(cell_value, decimal=terms.decimal)
    value = taken.read("value", read_value)
    texts = {field: text for field in ("note", "source", "by", "evidence") if (text := taken.text(field))}
    if status := taken.read("status", _status):
        texts["status"] = status
    count, of = (taken.read(field, read_value) for field in ("count", "of"))
    challenge, goal = taken.text("challenge"), taken.text("goal")
    if on is None or taken.objections:
        return None, taken.objections
    shared = f"{count}/{of}" if count and of else None
    if shared or value is None:
        return NewReading(row, challenge, goal, on, _both(value, shared), False, texts), []
    is_number = isinstance(row.cells["value"].value, int | float)
    return NewReading(row, challenge, goal, on, value, is_number, texts), []


def _both(value: str | None, shared: str | None) -> str:
    """A percent with its count and total, as `record` takes them too: `45.2 (18/40)`."""
    return f"{value} ({shared})" if value and shared else value or shared or ""


def _status(raw: Raw) -> str | None:
    word = cell_text(raw).casefold()
    if word not in STATUSES:
        raise Refused(
            _("“{word}” is neither provisional nor verified.").format(word=word),
            _("Write one of the two, or leave the column out: --map HEADER=-"),
        )
    return STATUSES[word]
