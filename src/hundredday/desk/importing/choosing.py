"""Choosing the sheet of a workbook, and the kind of table that it is."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from hundredday.challenge.people import folded
from hundredday.errors import Refused, WrongUsage
from hundredday.imports.dates import cell_day
from hundredday.imports.fields import GUESSED, KINDS, OTHER_TABLES
from hundredday.imports.headers import IGNORED, LOOKED_AT, find_heading, likely_row, missing_fields
from hundredday.imports.recognizing import day_headed
from hundredday.language import _
from hundredday.nearest import meant

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hundredday.imports.headers import Heading
    from hundredday.imports.sheets import Sheet
    from hundredday.imports.terms import Terms


def choose_heading(sheets: Sequence[Sheet], kind: str | None, terms: Terms) -> Heading:
    """The one table that is meant.

    Raises:
        WrongUsage: there are several, or no sheet of that name, or no such kind or field.
        Refused: no sheet is a table of this kind.
    """
    kinds = _kinds(kind, terms)
    named = [sheet for sheet in sheets if terms.sheet is None or folded(sheet.name) == folded(terms.sheet)]
    if not named:
        known = ", ".join(sheet.name for sheet in sheets)
        raise WrongUsage(
            _("There is no sheet “{name}”.").format(name=terms.sheet),
            _("Sheets are {known}.").format(known=known),
        )
    ours = [sheet for sheet in named if _other_table(sheet) in (None, kind)]
    found = [heading for sheet in ours if (heading := find_heading(sheet, kinds, terms.columns, terms.given))]
    if len(found) > 1:
        listed = ", ".join(f"{one.sheet.name} ({one.kind.name})" for one in found)
        raise WrongUsage(
            _("Several sheets are tables that can be imported: {listed}.").format(listed=listed),
            _("Name one of them: --sheet “{name}”").format(name=found[0].sheet.name),
        )
    if not found:
        raise _nothing_found(named, kinds, terms)
    if kind is None:
        _refuse_undated(found[0], terms)
    return found[0]


def _refuse_undated(heading: Heading, terms: Terms) -> None:
    """Refuse to guess whether titles beside numbers without a day are candidates, or readings of that day."""
    if heading.kind.name == "readings":
        return
    numbers = find_heading(heading.sheet, ("readings",), terms.columns, frozenset({"date"}))
    value = numbers.columns["value"].header if numbers else None
    if numbers and value and ("goal" in numbers.columns or heading.columns.keys() <= {"title", "id"}):
        raise WrongUsage(
            _(
                "Is this a table of readings, or of candidates? In {cell} “{header}” says numbers, and no day."
            ).format(cell=value.name, header=value.value),
            _("For readings say their day: --on {day}; for candidates: --as candidates").format(
                day=_day_above(numbers) or "today"
            ),
        )


def _day_above(heading: Heading) -> date | None:
    """The day that stands above the header, such as `as of 20.04.2026`, where only one does."""
    days = set()
    for raw in (raw for row in heading.sheet.rows[: heading.row] for raw in row):
        if found := day_headed(raw):
            with suppress(Refused):
                days.add(cell_day(found.day, order="dmy", first_day=heading.sheet.first_day))
    return days.pop() if len(days) == 1 else None


def _kinds(kind: str | None, terms: Terms) -> tuple[str, ...]:
    if kind is not None and kind not in KINDS:
        raise WrongUsage(
            _("--as “{kind}” is not one of {known}.").format(kind=kind, known=", ".join(KINDS)),
            _("Choose one of them."),
        )
    kinds = (kind,) if kind else GUESSED
    fields = dict.fromkeys(field for name in kinds for field in KINDS[name].words)
    for _column, field in terms.columns:
        if field != IGNORED and field not in fields:
            raise WrongUsage(
                _("--map names the field “{field}”, and there is none of that name.").format(field=field),
                meant(field, fields, _("fields")),
            )
    return kinds


def _other_table(sheet: Sheet) -> str | None:
    """The name of a table of our own exports that is not imported."""
    for row in sheet.rows[:LOOKED_AT]:
        words = {str(raw) for raw in row}
        for name, marks in OTHER_TABLES.items():
            if marks <= words:
                return name
    return None


def _nothing_found(sheets: Sequence[Sheet], kinds: Sequence[str], terms: Terms) -> Refused:
    if other := next(filter(None, map(_other_table, sheets)), None):
        if other in KINDS:
            return Refused(
                _("These are the goals of an export."),
                _("To set them for challenges in Acceleration: --as goals"),
            )
        return Refused(
            _("This is the table {name} of an export, and it is not imported.").format(name=other),
            _("Take the tables challenges and readings; or the whole accelerator: hundredday export json"),
        )
    largest = max(sheets, key=lambda sheet: len(sheet.rows), default=None)
    if largest is None or not largest.rows:
        return Refused(_("There is no row in this file."), _("Give the file with the table in it."))
    missing = {name: missing_fields(largest, KINDS[name], terms.given) for name in kinds}
    lacks = {name: fields for name, fields in missing.items() if fields}
    listed = _(", nor ").join(f"{_(' and ').join(fields)} ({name})" for name, fields in lacks.items())
    row = likely_row(largest, tuple(kinds))
    headers = ", ".join(str(raw) for raw in largest.rows[row] if raw is not None)[:200]
    return Refused(
        _("No column is known as {listed}. Row {row} says: {headers}.").format(
            listed=listed, row=row + 1, headers=headers
        ),
        _(
            "Say what a column means, by its header or its letter: --map B={field}\n"
            "Every header that is known: hundredday help tables"
        ).format(field=(next(iter(lacks.values())) if lacks else ("title",))[-1]),
    )
