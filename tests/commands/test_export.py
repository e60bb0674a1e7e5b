from __future__ import annotations

import csv
import io
import json
import re
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import icalendar
import openpyxl
import pytest
from inline_snapshot import snapshot

import hundredday.exports
from hundredday.challenge import Challenge
from hundredday.exports import FORMATS
from hundredday.exports.json import Said, Whole
from hundredday.exports.json import json as make_json
from hundredday.exports.tables import TABLES
from hundredday.programme import Accelerator
from hundredday.store.saving.atomic import save
from life import ID
from transcript import typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import RunGit
    from office import Office


def events_of(text: str) -> list[Any]:
    """The events of a calendar, as another program reads it."""
    calendar: Any = icalendar.Calendar.from_ical(text)
    found: list[Any] = calendar.walk("VEVENT")
    return found


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_every_format_has_its_file_and_a_test_of_its_name() -> None:
    for form in FORMATS:
        assert callable(form.make)
        assert Path(hundredday.exports.__file__).with_name(f"{form.name}.py").is_file()


def test_readings_come_as_a_tidy_table(running: Office) -> None:
    said = running.run("export", "csv", "--table", "readings")

    assert said.out == snapshot("""\
challenge,goal,measure,day,date,value,unit,count,of,status,note,source,by,evidence,entered,counts
small-claims-settled-in-one-day,days-to-judgment,goal,7,2026-04-13,42,days,,,,,,,,,true
small-claims-settled-in-one-day,days-to-judgment,goal,14,2026-04-20,39,days,,,,First court live,,,,,true
small-claims-settled-in-one-day,days-to-judgment,goal,21,2026-04-27,33,days,,,provisional,,,,,,false
small-claims-settled-in-one-day,days-to-judgment,goal,21,2026-04-27,34,days,,,,,,,,2026-04-28,true
small-claims-settled-in-one-day,appeals,guardrail,21,2026-04-27,9,appeals,,,,,,,,,true
""")
    assert said.err == ""


def test_goals_come_with_what_was_promised_and_what_is_forecast(running: Office) -> None:
    (goal,) = rows_of(running.run("export", "csv", "--table", "goals").out)
    (stands,) = running.run("status", "--json").json["challenges"][0]["goals"]

    assert {name: goal[name] for name in ("challenge", "goal", "baseline", "target", "latest", "due")} == {
        "challenge": ID,
        "goal": "days-to-judgment",
        "baseline": "43",
        "target": "2",
        "latest": "34",
        "due": "2026-07-15",
    }
    assert float(goal["progress"]) == stands["progress"]
    assert float(goal["forecast_middle"]) == stands["forecast"]["middle"]
    assert goal["health"] == stands["health"]


def test_events_are_those_of_challenges_in_the_log_the_oldest_first(running: Office) -> None:
    events = rows_of(running.run("export", "csv", "--table", "events").out)
    log = running.run("log", "--json", "--reverse").json

    assert [(event["commit"], event["event"], event["text"]) for event in events] == [
        (entry["commit"], entry["event"], entry["text"]) for entry in log if entry["challenge"]
    ]


def test_a_folder_gets_all_tables_and_excel_reads_their_letters(running: Office, tmp_path: Path) -> None:
    said = running.run("export", "csv", "--output", str(tmp_path / "tables"))

    files = {path.name: path.read_bytes() for path in (tmp_path / "tables").iterdir()}

    assert sorted(files) == ["challenges.csv", "events.csv", "goals.csv", "readings.csv"]
    assert all(content.startswith(b"\xef\xbb\xbf") for content in files.values())
    assert said.out == f"Written: 4 files in {tmp_path / 'tables'}\n"


def test_only_what_is_asked_for_is_exported(running: Office) -> None:
    running.run("new", "Another one", "--agency", "Ministry of Health")

    chosen = rows_of(running.run("export", "csv", "--phase", "design").out)
    events = rows_of(running.run("export", "csv", "--table", "events", "--phase", "design").out)
    document = running.run("export", "json", "--agency", "ministry of health").json

    assert [row["id"] for row in chosen] == ["another-one"]
    assert {event["challenge"] for event in events} == {"another-one"}
    assert [one["id"] for one in document["challenges"]] == ["another-one"]


def _plain(value: Any, kind: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        return value.date().isoformat() if kind == "date" else value.isoformat(timespec="seconds")
    return str(value)


def test_a_workbook_has_the_same_values_as_the_tables_each_of_its_own_type(
    lasting: Office, tmp_path: Path
) -> None:
    path = tmp_path / "accelerator.xlsx"
    lasting.run("export", "xlsx", "--output", str(path))
    lasting.run("export", "csv", "--output", str(tmp_path))

    book = openpyxl.load_workbook(path)

    assert book.sheetnames == ["Dashboard", *TABLES]
    for name in TABLES:
        sheet = book[name]
        written = list(csv.reader(io.StringIO((tmp_path / f"{name}.csv").read_text("utf-8-sig"))))
        for row, cells in zip(written[1:], sheet.iter_rows(min_row=2), strict=True):
            for column, text, cell in zip(written[0], row, cells, strict=True):
                if column == "when":
                    assert cell.value == datetime.fromisoformat(text).replace(tzinfo=None)
                    continue
                if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
                    assert cell.value == float(text)
                    continue
                kind = "date" if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else "text"
                assert _plain(cell.value, kind) == text, (name, cell.coordinate)
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
    start = book["challenges"]["O2"]
    assert (book["challenges"]["O1"].value, start.value) == ("start", datetime(2026, 4, 6))  # noqa: DTZ001
    assert start.number_format == "yyyy-mm-dd"


def test_the_dashboard_has_charts_that_follow_its_numbers(running: Office, tmp_path: Path) -> None:
    path = tmp_path / "accelerator.xlsx"
    running.run("export", "xlsx", "--output", str(path))

    sheet: Any = openpyxl.load_workbook(path)["Dashboard"]
    cells = [[cell.value for cell in row[:3]] for row in sheet.iter_rows()]
    charts = [chart.series[0].val.numRef.f for chart in sheet._charts]

    assert ["Acceleration", 1, None] in cells
    assert charts == ["Dashboard!$B$5:$B$8", "Dashboard!$B$12", "Dashboard!$B$16"]


def test_the_same_day_gives_the_same_workbook_byte_for_byte(running: Office, tmp_path: Path) -> None:
    for name in ("one.xlsx", "two.xlsx"):
        running.run("export", "xlsx", "--output", str(tmp_path / name))

    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_without_the_library_a_workbook_says_what_to_install(
    running: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)

    said = running.run("export", "xlsx", "--output", str(tmp_path / "a.xlsx"), code=2)

    assert 'pip install "hundredday[excel]"' in said.err
    assert not (tmp_path / "a.xlsx").exists()


def test_the_document_says_what_the_files_say_on_every_day(running: Office) -> None:
    one = running.run("export", "json").out
    running.today = "2026-06-30"

    document = running.run("export", "json")
    (challenge,) = document.json["challenges"]

    assert document.out == one
    assert list(document.json) == ["export", "accelerator", "challenges", "training", "exchange"]
    assert challenge["id"] == ID
    assert challenge["challenge"]["acceleration"]["clock"] == {"start": "2026-04-06", "days": 100}
    assert challenge["challenge"]["acceleration"]["goals"]["days-to-judgment"]["readings"][2] == {
        "date": "2026-04-27",
        "value": 33,
        "status": "provisional",
    }


def test_the_document_is_written_as_json_itself_would_write_it(lasting: Office) -> None:
    lasting.run("training", "new", "Leaders", "--id=elp")
    for number in range(3):
        lasting.run("new", f"Another one {number}", "--agency=\u200fمحكمة")

    text = lasting.run("export", "json").out

    again = json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"
    assert text.replace("\\u200f", "\u200f") == again
    assert text.endswith('"exchange": []\n}\n')


def test_no_more_than_one_challenge_of_the_document_is_held_at_a_time() -> None:
    read: list[int] = []

    def challenges() -> Iterator[Said]:
        for number in range(1000):
            read.append(number)
            yield Said(str(number), "x", Challenge(format=1, title="One", phase="design"))

    pieces = make_json(Whole(Accelerator(), challenges()))
    begun = [next(pieces) for _ in range(4)]

    assert b'"id": "1"' in begun[-1]
    assert read == [0, 1]


def test_a_document_that_cannot_be_finished_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("the old one")

    def broken() -> Iterator[bytes]:
        yield b"the new"
        raise KeyError("gone meanwhile")

    with pytest.raises(KeyError):
        save(path, broken())

    assert path.read_text() == "the old one"
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]


RFC_LINE = re.compile(
    r"(BEGIN|END):(VCALENDAR|VEVENT)|(VERSION|PRODID|CALSCALE|NAME|X-WR-CALNAME|UID|DTSTAMP|SUMMARY|DESCRIPTION|TRANSP)"
    r":[^\x00-\x08\x0a-\x1f\x7f]*|(DTSTART|DTEND);VALUE=DATE:\d{8}|REFRESH-INTERVAL;VALUE=DURATION:P1D"
)


def test_a_calendar_keeps_to_the_rules_of_its_lines(lasting: Office, tmp_path: Path) -> None:
    lasting.run("export", "ics", "--output", str(tmp_path / "a.ics"))
    raw = (tmp_path / "a.ics").read_bytes()
    lines = raw.split(b"\r\n")

    assert lines.pop() == b""
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    unfolded = raw.decode().replace("\r\n ", "").split("\r\n")[:-1]
    assert [line for line in unfolded if not RFC_LINE.fullmatch(line)] == []
    assert unfolded.count("BEGIN:VEVENT") == unfolded.count("END:VEVENT") == 7


@pytest.mark.parametrize("zone", ["Asia/Almaty", "America/New_York", "Pacific/Kiritimati"])
def test_a_calendar_shows_the_right_days_in_every_time_zone(
    lasting: Office, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)

    events = events_of(lasting.run("export", "ics").out)
    days = {str(event["UID"]).partition(".")[0]: (event["DTSTART"].dt, event["DTEND"].dt) for event in events}

    assert days == {
        "day-0": (date(2026, 4, 6), date(2026, 4, 7)),
        "milestone-first-same-day-hearing": (date(2026, 4, 20), date(2026, 4, 21)),
        "midpoint": (date(2026, 5, 26), date(2026, 5, 27)),
        "last-day": (date(2026, 7, 15), date(2026, 7, 16)),
        "follow-up-1": (date(2026, 8, 14), date(2026, 8, 15)),
        "follow-up-2": (date(2026, 10, 13), date(2026, 10, 14)),
        "follow-up-3": (date(2027, 1, 11), date(2027, 1, 12)),
    }
    # A day without an hour belongs to no zone: nothing can move it.
    assert not any(isinstance(day, datetime) for pair in days.values() for day in pair)


def test_an_event_keeps_its_name_when_its_day_moves(running: Office) -> None:
    before = events_of(running.run("export", "ics").out)
    running.run("milestone", "small", "first-same-day-hearing", "--due", "2026-05-11")
    after = events_of(running.run("export", "ics").out)

    moved = [
        (str(one["UID"]), one["DTSTART"].dt, other["DTSTART"].dt)
        for one, other in zip(before, after, strict=True)
        if one["DTSTART"].dt != other["DTSTART"].dt
    ]

    assert [(day, later) for _, day, later in moved] == [(date(2026, 4, 20), date(2026, 5, 11))]
    assert [one["UID"] for one in before] == [one["UID"] for one in after]


def test_a_calendar_of_the_same_files_is_the_same_on_another_day(running: Office) -> None:
    one = running.run("export", "ics").out
    running.today = "2026-04-30"

    assert running.run("export", "ics").out == one


def test_the_weekly_note_says_what_to_decide_what_moved_and_the_numbers(running: Office) -> None:
    # The commits of a test are made now, whatever day is given: what moved is tested further below.
    note = running.run("export", "md").out.partition("## Moved this week")

    assert note[0] == snapshot("""\
# National Accelerator: the week to Wednesday 29 April 2026

Design 0 · Acceleration 1 · Sustainability 0 · closed 0

Open challenges: on track 1.

## Needs a decision

- **Small claims settled in one day**: Registry has no e-signature: needed from Aigerim Bekova (4 May)

""")
    assert note[2].partition("## The numbers")[2] == snapshot("""\


| Challenge | Day | Goal | Now | Target | Way made | Forecast | Health |
| --- | --- | --- | ---: | ---: | ---: | ---: | --- |
| Small claims settled in one day | Day 23 / 100 | Median days from filing to judgment | 34 days | 2 days | 22% (23%) | 1.4 days | on track |
""")


def test_the_note_tells_what_was_committed_in_the_last_seven_days(running: Office) -> None:
    running.today = datetime.now(UTC).date().isoformat()

    note = running.run("export", "md").out
    moved = note.partition("## Moved this week")[2].partition("## The numbers")[0]

    assert "- **Small claims settled in one day**\n" in moved
    assert "    - 39 days to judgment on Day 14" in moved


def test_the_note_tells_of_training_and_exchange_where_no_challenges_are_chosen(running: Office) -> None:
    running.today = datetime.now(UTC).date().isoformat()
    running.run("exchange", "new", "UAE *Accelerators*", "--id=uae")
    running.run("training", "new", "Leaders", "--id=elp")

    note, chosen = running.run("export", "md").out, running.run("export", "md", "--phase=acceleration").out
    events = running.run("export", "csv", "--table", "events").out

    assert "- **training: elp**\n    - training opened: “Leaders”\n" in note
    assert "- **exchange: uae**\n    - exchange opened with UAE \\*Accelerators\\*\n" in note
    assert "training" not in chosen
    assert "exchange" not in chosen
    assert "training-opened" not in events


def test_outside_of_git_and_before_the_first_commit_the_story_is_empty_and_that_is_said(
    running: Office, git: RunGit
) -> None:
    (running.root / ".git").rename(running.root.parent / "gone")
    outside = running.run("export", "csv", "--table", "events")
    git(running.root, "init", "--quiet")
    unborn = running.run("export", "csv", "--table", "events")
    note = running.run("export", "md")

    assert outside.out == unborn.out == "when,who,challenge,on_day,event,text,detail,commit\n"
    assert "not in git" in outside.err
    assert "nothing has been committed yet" in unborn.err
    assert "Not known: nothing of this folder has been committed to git." in note.out


def test_wrong_words_are_refused_with_those_that_are_right(running: Office) -> None:
    assert typed(
        running,
        "export pdf",
        "export xlsx",
        "export csv --table people",
        "export json --table goals",
        "export csv --phase nowhere",
    ) == snapshot("""\
$ hundredday export pdf
! error: There is no format “pdf”.
!   Formats are csv, xlsx, json, ics, md.
[2]
$ hundredday export xlsx
! error: A workbook is not written to the screen.
!   hundredday export xlsx --output accelerator.xlsx
[2]
$ hundredday export csv --table people
! error: There is no table “people”.
!   Tables are challenges, goals, readings, events.
[2]
$ hundredday export json --table goals
! error: --table chooses among the tables of csv.
!   hundredday export csv --table goals
[2]
$ hundredday export csv --phase nowhere
! error: --phase “nowhere” is not one of design, acceleration, sustainability, closed.
!   Choose one of them.
[2]
""")


def test_what_stands_where_it_should_be_written_is_said(running: Office, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")

    folder = running.run("export", "csv", "--output", str(tmp_path / "file"), code=2)
    file = running.run("export", "json", "--output", str(tmp_path), code=2)
    below = running.run("export", "json", "--output", str(tmp_path / "file" / "a.json"), code=1)

    assert "is a file, and this writes 4 files" in folder.err
    assert "is a folder" in file.err
    assert "Not a directory" in below.err or "File exists" in below.err
    assert (tmp_path / "file").read_text() == "mine"


def test_a_file_that_cannot_be_read_never_hides_the_others(running: Office) -> None:
    (running.root / "challenges" / "broken.yaml").write_text("format: 1\ntitle: [\n")

    said = running.run("export", "csv")

    assert [row["id"] for row in rows_of(said.out)] == [ID]
    assert "broken.yaml cannot be read" in said.err


def test_a_pipe_is_written_to_and_not_replaced(running: Office, tmp_path: Path) -> None:
    import os
    from threading import Thread

    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()

    running.run("export", "json", "--output", str(pipe))
    reader.join(10)

    assert got[0].startswith(b'{\n  "export": 1')
    assert pipe.is_fifo()


@pytest.mark.parametrize(
    "path",
    [f"challenges/{ID}.yaml", "challenges/new.yaml", "accelerator.yaml", ".git/config", ".gitattributes"],
)
def test_no_result_takes_the_place_of_a_file_of_the_accelerator(running: Office, path: str) -> None:
    there = running.root / path
    before = there.read_bytes() if there.exists() else None

    for words in (("export", "json", "-o"), ("export", "csv", "--table=goals", "-o"), ("schema", "--output")):
        said = running.run(*words, str(there), code=2)
        assert said.err == (
            f"error: {there} lies among the files of the accelerator.\n  Name a file beside them.\n"
        )
    assert (there.read_bytes() if there.exists() else None) == before
    running.run("export", "csv", "--table=goals", "-o", str(running.root / "challenges" / "goals.csv"))
