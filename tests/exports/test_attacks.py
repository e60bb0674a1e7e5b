from __future__ import annotations

import csv
import io
import json
import os
import re
import zipfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import icalendar
import openpyxl
import pytest

from attacks import ATTACKS, attacked, document_of, state_of
from hundredday.errors import Refused
from hundredday.exports.csv import csv as make_csv
from hundredday.exports.ics import ics as make_ics
from hundredday.exports.md import md as make_md
from hundredday.exports.tables import Table
from hundredday.exports.workbook import opened
from hundredday.exports.xlsx import MOST_ROWS, write_table
from hundredday.exports.xlsx import xlsx as make_xlsx
from hundredday.harmless import harmless
from hundredday.spreadsheet import as_meant

if TYPE_CHECKING:
    from hundredday.exports.state import State

SAMPLE = Path(__file__).parents[2] / "challenges" / "2026-autumn" / "small-claims-in-a-day.yaml"
TODAY = date(2026, 11, 23)
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
FORMULA = re.compile("\\s*[=+\\-@\uff1d]")
SHIFTS = (0, 5, 9, 17) if os.environ.get("HUNDREDDAY_TORTURE") else (0, 9)


@pytest.fixture(params=SHIFTS)
def state(request: pytest.FixtureRequest) -> State:
    challenge, changed = attacked(SAMPLE, shift=request.param)
    assert changed > len(ATTACKS)
    return state_of(challenge, today=TODAY)


def test_no_cell_of_a_table_is_read_as_a_formula(state: State) -> None:
    files = make_csv(state)

    for name, content in files.items():
        text = content.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text), strict=True))
        texts = [cell for row in rows[1:] for cell in row if not re.fullmatch(r"-?[\d.]+", cell)]

        assert {len(row) for row in rows} == {len(rows[0])}, name
        assert [cell for cell in texts if FORMULA.match(cell)] == []
        assert CONTROL.findall(text) == []


def test_every_attack_is_still_there_to_be_read_in_the_tables() -> None:
    for attack in ATTACKS:
        challenge, _ = attacked(SAMPLE, (attack,))
        content = make_csv(state_of(challenge, today=TODAY))["challenges.csv"].decode("utf-8-sig")

        (row,) = csv.DictReader(io.StringIO(content))

        assert as_meant(row["title"]) == harmless(attack)


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(state: State) -> None:
    content = make_xlsx(state)

    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        sheets = [packed.read(name).decode() for name in packed.namelist() if "worksheets/" in name]
        strings = packed.read("xl/sharedStrings.xml").decode()
    cells: list[Any] = [
        cell for sheet in openpyxl.load_workbook(io.BytesIO(content)) for row in sheet for cell in row
    ]
    texts = [str(cell.value) for cell in cells if cell.data_type == "s"]
    obeyed = [
        cell for cell in cells if cell.data_type == "s" and FORMULA.match(str(cell.value)) and cell.row > 3
    ]

    assert not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets)
    assert {cell.data_type for cell in cells} <= {"s", "n", "b", "d"}
    assert CONTROL.findall(strings) == []
    assert obeyed
    assert [cell.coordinate for cell in obeyed if not cell.quotePrefix] == []
    assert max(map(len, texts)) <= 32_767
    assert any("characters in all" in text for text in texts)


def test_a_calendar_has_no_event_that_the_file_did_not_ask_for(state: State) -> None:
    content = make_ics(state)

    calendar = icalendar.Calendar.from_ical(content)
    events = calendar.walk("VEVENT")
    uids = [str(event["UID"]) for event in events]

    assert len(events) == len(set(uids)) == content.count(b"BEGIN:VEVENT\r\n")
    assert [uid for uid in uids if ".challenge-1@" not in uid] == []
    assert {name for event in events for name in event} == {
        "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "TRANSP",
    }  # fmt: skip
    assert not any(CONTROL.search(str(event["SUMMARY"])) for event in events)


def test_a_note_has_no_markup_that_a_person_wrote(state: State) -> None:
    note = make_md(state).decode()

    lines = note.splitlines()
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", note)

    assert [line for line in lines if line.startswith("#")] == [
        line for line in lines if re.match(r"#{1,2} (Needs|Moved|The numbers|\\=HYPER)", line)
    ]
    assert re.search(r"[<>`\[\]_]", bare) is None
    assert CONTROL.findall(note) == []
    assert {line.count("|") for line in bare.splitlines() if line.startswith("|")} == {9}


def test_json_gives_back_every_attack_letter_by_letter(state: State) -> None:
    content = document_of(state)

    (written,) = json.loads(content)["challenges"]

    assert written["challenge"]["title"] == state.challenges[0].challenge.title
    assert CONTROL.findall(content.decode()) == []
    assert set(re.findall(r"[\x00-\x1f]", content.decode())) == {"\n"}


def test_a_table_that_no_sheet_can_hold_is_refused_with_the_way_out() -> None:
    book = opened(io.BytesIO(), title="A", today=TODAY)
    endless = Table("events", ("when",), ("text",), ((None,),) * (MOST_ROWS + 1))

    with pytest.raises(Refused) as refused:
        write_table(book, endless)

    assert refused.value.mend == "hundredday export csv --table events"
