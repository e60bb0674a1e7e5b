"""A paper for programs: the challenge as `status --json` has it, and what the paper says, block by block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.outlook.standing import as_plain
from hundredday.pages.briefs.sheet import Points, Say, Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hundredday.outlook.standing import Standing
    from hundredday.pages.briefs.sheet import Block, Sheet, Trend
    from hundredday.pages.site import Office

Plain = dict[str, object]


def brief_document(office: Office, form: str, standing: Standing, sheet: Sheet) -> Plain:
    """The paper of a form as one document."""
    return {
        "today": office.today.isoformat(),
        "accelerator": office.name,
        "form": form,
        "challenge": as_plain(standing),
        "about": [{"name": name, "text": text} for name, text in sheet.about],
        "sections": [
            {
                "name": section.name,
                "title": section.title,
                "blocks": [_plain(block) for block in section.blocks],
            }
            for section in sheet.sections
        ],
    }


def _plain(block: Block) -> Mapping[str, object]:
    match block:
        case Say():
            return {"kind": "say", "opening": block.opening, "text": block.text, "health": block.tone or None}
        case Points():
            return {"kind": "points", "points": list(block.points), "empty": block.empty}
        case Table():
            rows = [list(row) for row in block.rows]
            return {"kind": "table", "header": list(block.header), "rows": rows, "empty": block.empty}
        case _:
            return _trend(block)


def _trend(block: Trend) -> Mapping[str, object]:
    """The readings that count; the plan beside them is `expected` of the goal, in fractions of the way."""
    readings = [
        {"date": row.reading.date.isoformat(), "day": row.day, "value": row.reading.value}
        for row in block.goal.readings
        if not row.replaced
    ]
    return {"kind": "readings", "goal": block.goal.standing.id, "readings": readings}
