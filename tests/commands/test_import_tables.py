"""Workbooks and wide tables: their own days, numbers and percents."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from inline_snapshot import snapshot

from imports.workbooks import workbook
from incoming import faults, file_of, records, shown
from life import ID

if TYPE_CHECKING:
    from office import Office


def test_a_workbook_is_read_with_its_own_days_and_numbers(running: Office) -> None:
    rows: list[list[Any]] = [
        ["Weekly report", None, None],
        [],
        ["Challenge", "Date", "Value", "Comment", "Colour"],
        ["Small claims settled in one day", date(2026, 4, 28), 31.5, "Second court", "red"],
        ["Small claims settled in one day", 46141, 31, None, None],
    ]
    file = file_of(running, "week.xlsx", workbook({"April": rows, "Notes": [["nothing here"]]}))

    said = running.run("import", file, "--json").json

    assert faults("import", said) == []
    assert said == snapshot(
        {
            "file": "week.xlsx",
            "as": "readings",
            "sheet": "April",
            "columns": {"challenge": "Challenge", "date": "Date", "value": "Value", "note": "Comment"},
            "unused": ["Colour"],
            "rows": [
                {
                    "row": 4,
                    "does": "new",
                    "challenge": "small-claims-settled-in-one-day",
                    "text": "days-to-judgment 31.5 days on 2026-04-28",
                },
                {
                    "row": 5,
                    "does": "new",
                    "challenge": "small-claims-settled-in-one-day",
                    "text": "days-to-judgment 31 days on 2026-04-29",
                },
            ],
            "refused": [],
            "done": True,
        }
    )
    assert records(running)[ID]["acceleration"]["goals"]["days-to-judgment"]["readings"][-2:] == [
        {"date": date(2026, 4, 28), "value": 31.5, "note": "Second court", "entered": date(2026, 4, 29)},
        {"date": date(2026, 4, 29), "value": 31},
    ]


def test_a_percent_that_excel_keeps_as_a_fraction_is_asked_about(running: Office) -> None:
    path = running.file("small")
    percent = (
        path.read_text().replace("kind: duration", "kind: percent").replace("baseline: 43", "baseline: 60")
    )
    path.write_text(percent.replace("unit: days", 'unit: "%"'))
    running.run("save")
    rows: list[list[Any]] = [["challenge", "date", "value"], [ID, date(2026, 4, 28), 0.45]]
    file = file_of(running, "share.xlsx", workbook({"A": rows}))

    asked = running.run("import", file, code=1)
    running.run("import", file, "--percents", "fractions")

    assert "0.45 can be read two ways: 45 or 0.45 percent." in " ".join(asked.out.split())
    assert records(running)[ID]["acceleration"]["goals"]["days-to-judgment"]["readings"][-1]["value"] == 45


def test_a_wide_table_has_its_days_at_the_head_of_its_columns(running: Office) -> None:
    rows: list[list[Any]] = [
        ["Weekly numbers", None, None, None, date(2026, 4, 29)],
        ["Challenge", "Goal", date(2026, 4, 20), date(2026, 4, 28), "29.04.2026", "Trend"],
        ["Small claims settled in one day", "days-to-judgment", 39, 31, None, "down"],
        [ID, "Appeals a week", None, 10, 11, "up"],
    ]
    file = file_of(running, "wide.xlsx", workbook({"A": rows}))

    assert shown(running, f"import {file} --dry-run") == snapshot("""\
$ hundredday import HERE/wide.xlsx --dry-run
wide.xlsx · sheet A · readings, header in row 2
  Challenge → challenge   Goal → goal   3 days, C2 to E2 → date, value
  not used: Trend

  3 = here already small-claims-settled-in-one-day  days-to-judgment 39 days on
                   2026-04-20
  3 + new          small-claims-settled-in-one-day  days-to-judgment 31 days on
                   2026-04-28
  4 + new          small-claims-settled-in-one-day  appeals 10 appeals on
                   2026-04-28
  4 + new          small-claims-settled-in-one-day  appeals 11 appeals on
                   2026-04-29
! 3 new rows, 1 was here already; nothing is written yet: leave --dry-run out to import.
[0]
""")
    running.run("import", file)

    section = records(running)[ID]["acceleration"]
    assert [reading["value"] for reading in section["guardrails"]["appeals"]["readings"]] == [9, 10, 11]
    assert [reading["value"] for reading in section["goals"]["days-to-judgment"]["readings"]] == [
        42,
        39,
        33,
        34,
        31,
    ]


def test_what_is_wrong_in_a_wide_table_is_named_by_its_cell_once(running: Office) -> None:
    file = file_of(running, "wide.csv", "goal;28.04.2026;04/06/2026\ndays-to-judgment;soon;3\nappeals;1;2\n")

    said = running.run("import", file, "--challenge", "small", "--json", code=1).json

    assert [(one["cell"], one["text"][:20]) for one in said["refused"]] == [
        ("B2", "“soon” is not a numb"),
        ("C1", "“04/06/2026” can be "),
    ]


def test_a_weekly_report_names_its_days_in_words_at_the_head_of_its_columns(running: Office) -> None:
    rows: list[list[Any]] = [
        ["Вызов", "Показатель", "План на 29.04.2026", "Факт на 28.04.2026 г.", "Факт (29.04.2026)"],
        ["Small claims settled in one day", "days-to-judgment", 25, 31, "30,5"],
    ]
    file = file_of(running, "week.xlsx", workbook({"A": rows}))

    assert shown(running, f"import {file}") == snapshot("""\
$ hundredday import HERE/week.xlsx
small-claims-settled-in-one-day: 2 readings recorded
! week.xlsx · sheet A · readings, header in row 1
!   Вызов → challenge   Показатель → goal   2 days, D1 to E1 → date, value
!   not used: План на 29.04.2026
! 2 new rows; all is imported.
[0]
""")


def test_numbers_without_a_day_are_asked_about_and_take_the_day_that_is_said(running: Office) -> None:
    rows: list[list[Any]] = [
        ["Отчёт по состоянию на неделю"],
        ["по состоянию на 28.04.2026 г."],
        ["Вызов", "Показатель", "План", "Факт"],
        ["Small claims settled in one day", "days-to-judgment", 25, 31],
    ]
    file = file_of(running, "week.xlsx", workbook({"A": rows}))

    assert shown(
        running, f"import {file}", f"import {file} --on 2026-04-30", f"import {file} --on 2026-04-28"
    ) == snapshot("""\
$ hundredday import HERE/week.xlsx
! error: Is this a table of readings, or of candidates? In D3 “Факт” says numbers, and no day.
!   For readings say their day: --on 2026-04-28; for candidates: --as candidates
[2]
$ hundredday import HERE/week.xlsx --on 2026-04-30
! error: 2026-04-30 lies ahead; today is 2026-04-29.
!   Write it down when it has happened.
[2]
$ hundredday import HERE/week.xlsx --on 2026-04-28
small-claims-settled-in-one-day: 31 days to judgment on Day 22
! week.xlsx · sheet A · readings, header in row 3
!   Вызов → challenge   Показатель → goal   Факт → value
!   not used: План
! 1 new row; all is imported.
[0]
""")
    assert records(running)[ID]["acceleration"]["goals"]["days-to-judgment"]["readings"][-1] == {
        "date": date(2026, 4, 28),
        "value": 31,
        "entered": date(2026, 4, 29),
    }
