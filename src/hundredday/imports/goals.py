"""A row of a register as a goal: what is counted, from where to where, until when."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from hundredday.errors import Refused
from hundredday.imports.dates import cell_day
from hundredday.imports.rows import Taken
from hundredday.imports.values import cell_text, cell_value, percent_points
from hundredday.language import _
from hundredday.metrics import KINDS
from hundredday.moves import GoalWords
from hundredday.numbers import number_typed, read_yes_no

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hundredday.imports.rows import Objection, Row
    from hundredday.imports.sheets import Raw, Sheet
    from hundredday.imports.terms import Terms

KIND_WORDS: Mapping[str, str] = {
    "накопительный": "cumulative",
    "накопленный итог": "cumulative",
    "нарастающий итог": "cumulative",
    "уровень": "level",
    "остаток": "level",
    "длительность": "duration",
    "срок": "duration",
    "время": "duration",
    "процент": "percent",
    "доля": "percent",
    "да/нет": "yes_no",
    "жинақталған": "cumulative",
    "деңгей": "level",
    "ұзақтық": "duration",
    "пайыз": "percent",
    "үлес": "percent",
    "иә/жоқ": "yes_no",
    "تراكمي": "cumulative",
    "مستوى": "level",
    "مدة": "duration",
    "نسبة": "percent",
    "نعم/لا": "yes_no",
}
"""What people call the kinds of metrics, and what we do."""


@dataclass(frozen=True, slots=True)
class NewGoal:
    """What a row says of a goal; challenge and goal are as written."""

    row: Row
    challenge: str | None
    goal: str | None
    said: GoalWords


def goal_of(row: Row, sheet: Sheet, terms: Terms) -> tuple[NewGoal | None, list[Objection]]:
    """The goal of a row, or why it is none."""
    taken = Taken(row)
    said = _said(taken, sheet, terms)
    challenge, goal = taken.text("challenge"), taken.text("goal")
    if "metric" not in row.cells:
        taken.objections.append(
            row.object("metric", _("A goal needs its metric."), _("Fill the cell in, or take the row out."))
        )
    return (None, taken.objections) if taken.objections else (NewGoal(row, challenge, goal, said), [])


def _said(taken: Taken, sheet: Sheet, terms: Terms) -> GoalWords:
    unit = taken.text("unit")
    kind = taken.read("kind", _kind) or ("percent" if _is_percent(taken.row, unit) else None)
    amount = partial(_amount, unit=unit, kind=kind, terms=terms)
    day = partial(cell_day, order=terms.dates, first_day=sheet.first_day)
    return GoalWords(
        primary=bool(taken.read("primary", _is_primary)),
        specific=taken.text("specific"),
        metric=taken.text("metric"),
        kind=kind,
        unit=unit or ("%" if kind == "percent" else None),
        baseline=taken.read("baseline", amount),
        baseline_date=taken.read("baseline_date", day),
        target=taken.read("target", amount),
        counted=taken.text("counted"),
        source=taken.text("source"),
        owner=taken.text("owner"),
        because=taken.text("because"),
        relevant=taken.text("relevant"),
        due=taken.read("due", day),
    )


def _is_percent(row: Row, unit: str | None) -> bool:
    shown = [row.cells[field].value for field in ("baseline", "target") if field in row.cells]
    return unit == "%" or any(isinstance(raw, str) and raw.strip().endswith("%") for raw in shown)


def _amount(raw: Raw, *, unit: str | None, kind: str | None, terms: Terms) -> str:
    """A baseline or a target as it is typed: without its unit, a percent in points."""
    text = cell_value(raw, decimal=terms.decimal)
    if kind == "percent":
        is_number = isinstance(raw, int | float) and not isinstance(raw, bool)
        return percent_points(text.removesuffix("%").strip(), is_number=is_number, percents=terms.percents)
    bare = cell_value(text.removesuffix(unit).strip() if unit else text, decimal=terms.decimal)
    if kind != "yes_no":
        number_typed(bare)
    return bare


def _kind(raw: Raw) -> str:
    word = cell_text(raw).casefold()
    known = KIND_WORDS.get(word, word.replace("-", "_"))
    if known not in KINDS:
        raise Refused(
            _("“{text}” is no kind of metric.").format(text=word),
            _("Write {kinds}.").format(kinds=", ".join(KINDS)),
        )
    return known


def _is_primary(raw: Raw) -> bool:
    return (isinstance(raw, bool) and raw) or read_yes_no(cell_text(raw)) is True
