"""A row of a long list as a candidate."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from hundredday.challenge.design import Scores
from hundredday.challenge.people import Person
from hundredday.imports.dates import cell_day
from hundredday.imports.rows import Taken
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from hundredday.imports.rows import Objection, Row
    from hundredday.imports.sheets import Sheet
    from hundredday.imports.terms import Terms

CRITERIA = tuple(Scores.model_fields)


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a row says of a candidate; `grades` is typed as `score` takes it, such as impact=5.

    Two are equal that say the same, wherever they stand.
    """

    row: Row = field(compare=False)
    title: str
    id: str | None
    texts: Mapping[str, str]
    sponsor: Person | None
    proposed: date | None
    grades: tuple[str, ...]


def candidate_of(row: Row, sheet: Sheet, terms: Terms) -> tuple[Candidate | None, list[Objection]]:
    """The candidate of a row, or why it is none."""
    taken = Taken(row)
    title = taken.text("title")
    if "title" not in row.cells:
        taken.objections.append(
            row.object("title", _("A candidate needs a title."), _("Say what will be different."))
        )
    named = ("topic", "cohort", "agency", "priority", "problem", "affected", "evidence")
    texts = {field: text for field in named if (text := taken.text(field))}
    day = partial(cell_day, order=terms.dates, first_day=sheet.first_day)
    proposed = taken.read("proposed", day)
    grades = tuple(f"{name}={grade}" for name in CRITERIA if (grade := taken.text(name)))
    name, sponsor = taken.text("id"), _sponsor(taken)
    if title is None or taken.objections:
        return None, taken.objections
    return Candidate(row, " ".join(title.split()), name, texts, sponsor, proposed, grades), []


def _sponsor(taken: Taken) -> Person | None:
    parts = {
        name: text
        for name, field in (("name", "sponsor"), ("post", "sponsor_post"), ("agency", "sponsor_agency"))
        if (text := taken.text(field))
    }
    if set(parts) == {"name"} and ";" in parts["name"]:
        # As commands take a person: name; post; agency.
        said = [part.strip() for part in parts["name"].split(";")][: len(Person.model_fields)]
        parts = {name: part for name, part in zip(Person.model_fields, said, strict=False) if part}
    return Person(**parts) if parts else None
