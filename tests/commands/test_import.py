from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import time
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from inline_snapshot import snapshot
from jsonschema import Draft202012Validator

from attacks import ATTACKS
from hundredday.harmless import harmless
from hundredday.store.plain import plain
from hundredday.store.reading import parse
from hundredday.store.records import read_record
from hundredday.store.splicing import rewritten
from imports.workbooks import workbook
from life import ID
from office import Office
from transcript import typed

if TYPE_CHECKING:
    from conftest import RunGit

SCHEMAS = Path(__file__).parents[2] / "docs" / "schemas"
LONG_LIST = """\
Длинный список на осень;;;;
;;;;
№;Название;Министерство;Описание проблемы;Дата подачи
1;Очередь в детский сад;Министерство просвещения;4260 детей ждут места;12.01.2026
2;Скорая за 15 минут;Министерство здравоохранения;;14.01.2026
Итого;2;;;
"""
READINGS = """\
challenge,goal,date,value,note
small-claims-settled-in-one-day,days-to-judgment,2026-04-20,39,First court live
small-claims-settled-in-one-day,days-to-judgment,2026-04-28,31,Second court live
small-claims-settled-in-one-day,appeals,28.04.2026,10,
"""


def file_of(office: Office, name: str, content: str | bytes) -> str:
    path = office.root.parent / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


REGISTERS = {
    "training": "format: 1\ntitle: Leadership Program\nmodules:\n  online: {title: Online, from: 2024-04-22, to: 2024-05-10}\n"
    f"participants:\n  - {{name: Dana, attended: [online], project: {ID}}}\n",
    "exchange": "format: 1\npartner: UAE Government Accelerators\ncountry: AE\nvisits:\n"
    "  - {from: 2024-05-15, to: 2024-05-17, where: Astana, hours: 18, about: [planning]}\n",
}


def faults(name: str, document: Any) -> list[str]:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text())
    return [error.message for error in Draft202012Validator(schema).iter_errors(document)]


def records(office: Office) -> dict[str, Any]:
    """What every challenge file says."""
    files = sorted((office.root / "challenges").rglob("*.yaml"))
    return {path.stem: plain(read_record(path.read_bytes(), path.name).challenge) for path in files}


def commits(office: Office, git: RunGit) -> list[str]:
    return git(office.root, "log", "--format=%s").splitlines()


def shown(office: Office, *commands: str) -> str:
    return typed(office, *commands).replace(str(office.root.parent), "HERE")


def test_a_long_list_from_excel_is_previewed_and_then_imported(office: Office, git: RunGit) -> None:
    file = file_of(office, "list.csv", LONG_LIST.encode("cp1251"))
    before = commits(office, git)

    assert shown(office, f"import {file} --dry-run") == snapshot("""\
$ hundredday import HERE/list.csv --dry-run
list.csv · candidates, header in row 3 · Windows-1251, semicolons
  Название → title   Министерство → agency   Описание проблемы → problem
  Дата подачи → proposed
  not used: №

  4 + new          ochered-v-detskii-sad  Очередь в детский сад
  5 + new          skoraia-za-15-minut  Скорая за 15 минут
! 2 new rows; nothing is written yet: leave --dry-run out to import.
[0]
""")
    assert commits(office, git) == before
    assert shown(office, f"import {file}") == snapshot("""\
$ hundredday import HERE/list.csv
ochered-v-detskii-sad: proposed: “Очередь в детский сад”
skoraia-za-15-minut: proposed: “Скорая за 15 минут”
! list.csv · candidates, header in row 3 · Windows-1251, semicolons
!   Название → title   Министерство → agency   Описание проблемы → problem
!   Дата подачи → proposed
!   not used: №
! 2 new rows; all is imported.
[0]
""")
    assert commits(office, git)[:-1] == snapshot(
        [
            "skoraia-za-15-minut: proposed: “Скорая за 15 минут”",
            "ochered-v-detskii-sad: proposed: “Очередь в детский сад”",
        ]
    )


def test_candidates_stand_in_their_files_as_new_would_write_them(office: Office) -> None:
    by_hand = Office(shutil.copytree(office.root, office.root.parent / "hand"), office.today)
    office.run("import", file_of(office, "list.csv", LONG_LIST))

    for title, agency, problem, day in (
        ("Очередь в детский сад", "Министерство просвещения", "4260 детей ждут места", "2026-01-12"),
        ("Скорая за 15 минут", "Министерство здравоохранения", None, "2026-01-14"),
    ):
        told = ("--problem", problem) if problem else ()
        by_hand.run("new", title, "--agency", agency, *told, "--on", day)

    for path in (office.root / "challenges").iterdir():
        assert path.read_bytes() == (by_hand.root / "challenges" / path.name).read_bytes()


def test_readings_are_added_where_they_are_new_and_passed_over_where_they_are_not(
    running: Office, git: RunGit
) -> None:
    file = file_of(running, "readings.csv", READINGS)

    assert shown(running, f"import {file} --dry-run") == snapshot("""\
$ hundredday import HERE/readings.csv --dry-run
readings.csv · readings, header in row 1 · UTF-8, commas
  challenge   goal   date   value   note

  2 = here already small-claims-settled-in-one-day  days-to-judgment 39 days on
                   2026-04-20
  3 + new          small-claims-settled-in-one-day  days-to-judgment 31 days on
                   2026-04-28
  4 + new          small-claims-settled-in-one-day  appeals 10 appeals on
                   2026-04-28
! 2 new rows, 1 was here already; nothing is written yet: leave --dry-run out to import.
[0]
""")
    assert shown(running, f"import {file}") == snapshot("""\
$ hundredday import HERE/readings.csv
small-claims-settled-in-one-day: 31 days to judgment on Day 22 and 1 more
! readings.csv · readings, header in row 1 · UTF-8, commas
!   challenge   goal   date   value   note
! 2 new rows, 1 was here already; all is imported.
[0]
""")
    assert len(commits(running, git)[0]) < 80
    again = records(running)
    assert "Nothing is new" in running.run("import", file).err
    assert records(running) == again


def test_one_commit_for_each_challenge_touches_its_file_alone(running: Office, git: RunGit) -> None:
    running.run("import", file_of(running, "readings.csv", READINGS))

    changed = git(running.root, "show", "--name-only", "--format=", "HEAD").splitlines()

    assert changed == [f"challenges/{ID}.yaml"]
    assert git(running.root, "show", "--format=%(trailers)", "--no-patch") == snapshot("""\
Challenge: small-claims-settled-in-one-day
Event: reading-recorded
Event: guardrail-read
Day: 22
""")


def test_a_refused_reading_comes_with_a_command_that_can_be_typed_as_it_stands(candidate: Office) -> None:
    (candidate.root / "weekly.csv").write_text("Challenge,Date,Value\nsmall,2026-02-03,42\n")

    said = candidate.run("import", str(candidate.root / "weekly.csv"), code=1)

    assert "hundredday advance small-claims-settled-in-one-day --check" in " ".join(
        (said.out + said.err).split()
    )


def test_a_refused_row_is_named_by_its_cell_and_nothing_is_imported(running: Office, git: RunGit) -> None:
    bad = READINGS + (
        "small-claims-settled-in-one-day,days-to-judgment,04/06/2026,30,\n"
        "small-claims-settled-in-one-day,days-to-judgement,2026-04-28,30,\n"
        "small-claims-settled-in-one-day,days-to-judgment,2026-04-28,thirty,\n"
        "small-claims-settled-in-one-day,days-to-judgment,2026-05-28,30,\n"
        "small-claims-settled-in-one-day,days-to-judgment,2026-03-28,30,\n"
        "large-claims,days-to-judgment,2026-04-28,30,\n"
        ",days-to-judgment,2026-04-28,30,\n"
        'small-claims-settled-in-one-day,days-to-judgment,2026-04-28,"3,750",\n'
        "small-claims-settled-in-one-day,days-to-judgment,,30,\n"
    )
    before, head = records(running), commits(running, git)

    assert shown(running, f"import {file_of(running, 'bad.csv', bad)}") == snapshot("""\
$ hundredday import HERE/bad.csv
bad.csv · readings, header in row 1 · UTF-8, commas
  challenge   goal   date   value   note

  2 = here already small-claims-settled-in-one-day  days-to-judgment 39 days on
                   2026-04-20
  3 + new          small-claims-settled-in-one-day  days-to-judgment 31 days on
                   2026-04-28
  4 + new          small-claims-settled-in-one-day  appeals 10 appeals on
                   2026-04-28

C5     “04/06/2026” can be read two ways: 2026-06-04 or 2026-04-06.
       Add --dates dmy when the day comes first, --dates mdy when the month
         does.
B6     There is no goal or guardrail “days-to-judgement”.
       Did you mean days-to-judgment?
D7     “thirty” is not a number.
       Write the value in days, such as 42.
C8     A reading cannot be dated 2026-05-28: today is 2026-04-29.
       Write the day on which it happened.
C9     A reading of 2026-03-28 lies before the launch on 2026-04-06.
       What was counted before Day 0 is the baseline of the goal.
A10    No challenge has the id “large-claims”.
       Did you mean small-claims-settled-in-one-day?
A11    It is not said which challenge this is of.
       Fill the cell in, or add --challenge ID.
D12    “3,750” can be read two ways: 3750 or 3.750.
       Add --decimal comma where a comma stands before the decimals, --decimal
         point where not.
C13    A reading needs its date.
       Fill the cell in, or take the row out.
! 9 cells are refused, so nothing is imported.
[1]
""")
    assert records(running) == before
    assert commits(running, git) == head


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


def test_a_sheet_without_a_column_for_it_belongs_to_the_challenge_that_is_said(running: Office) -> None:
    file = file_of(running, "mine.tsv", "Күні\tМәні\n28.04.2026\t31\n")

    refused = running.run("import", file, code=1)
    running.run("import", file, "--challenge", "small")

    assert "A2" in refused.out
    assert "--challenge ID" in refused.out
    assert records(running)[ID]["acceleration"]["goals"]["days-to-judgment"]["readings"][-1]["value"] == 31


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


def test_odd_headers_are_mapped_by_hand(running: Office) -> None:
    file = file_of(running, "odd.csv", "Wann;Zahl;Status\n28.04.2026;31;im Gang\n")
    words = ("--map", "Wann=date", "--map", "B=value", "--map", "Status=-", "--challenge", "small")

    unknown = running.run("import", file, code=1)
    running.run("import", file, *words)

    assert "No column is known as date and value (readings), nor title (candidates)" in unknown.err
    assert "--map B=value" in unknown.err
    assert records(running)[ID]["acceleration"]["goals"]["days-to-judgment"]["readings"][-1]["value"] == 31


def without_readings(path: Path) -> None:
    """Take every reading out of a challenge's file."""
    document = read_record(path.read_bytes(), path.name).document
    data: Any = deepcopy(document.data)
    for part in ("goals", "guardrails"):
        for holder in data["acceleration"][part].values():
            holder.pop("readings", None)
    path.write_bytes(rewritten(document, data))


def but_the_day_of_entry(said: dict[str, Any]) -> str:
    return re.sub(r', "entered": "[-0-9]+"(?=})', "", json.dumps(said, default=str))


@pytest.mark.parametrize("source", ["csv", "xlsx"])
def test_our_own_tables_bring_back_the_readings_and_the_candidates(
    running: Office, tmp_path: Path, source: str
) -> None:
    running.run(
        "new", "Another one", "--agency=Ministry of Health", "--sponsor=A; B; C", "--problem=Too slow"
    )
    running.run("score", "another-one", "impact=5")
    running.run("export", "csv", "--output", str(tmp_path / "csv"))
    running.run("export", "xlsx", "--output", str(tmp_path / "all.xlsx"))
    wanted = records(running)
    running.file("another").unlink()
    without_readings(running.file("small"))

    for table in ("challenges", "readings"):
        file = (
            (str(tmp_path / "csv" / f"{table}.csv"),)
            if source == "csv"
            else (str(tmp_path / "all.xlsx"), "--sheet", table)
        )
        running.run("import", *file)

    # The day on which a number was written down is the day of the import; all else is the same.
    assert but_the_day_of_entry(records(running)) == but_the_day_of_entry(wanted)


@pytest.mark.parametrize("aged", ["candidate", "running", "lasting"], indirect=True)
def test_an_export_into_an_empty_accelerator_gives_the_same_accelerator(aged: Office, tmp_path: Path) -> None:
    (aged.root / "accelerator.yaml").write_text(
        "format: 1\nname: National Accelerator\ncountry: KZ\ntopics: {public-services: Public services}\n"
        "cohorts: {2026-spring: {title: Spring, launch: 2026-04-06}}\nsettings: {stale_after: 7}\n"
    )
    for folder, text in REGISTERS.items():
        (aged.root / folder).mkdir(exist_ok=True)
        (aged.root / folder / f"our-{folder}.yaml").write_text(text)
    document = aged.run("export", "json").out
    file = file_of(aged, "all.json", document)
    empty = Office(tmp_path / "empty", aged.today)
    empty.root.mkdir()
    (empty.root / "accelerator.yaml").write_text("")

    planned = empty.run("import", file, "--dry-run", "--json").json
    empty.run("import", file)

    assert faults("import", planned) == faults("export", json.loads(document)) == []

    assert records(empty) == records(aged)
    for folder, text in REGISTERS.items():
        read = (empty.root / folder / f"our-{folder}.yaml").read_bytes()
        assert parse(read, folder).data == parse(text.encode(), folder).data
    assert empty.run("export", "json").out == document
    assert empty.run("status", "--json").out == aged.run("status", "--json").out
    assert "Nothing is new" in empty.run("import", file).err


def test_a_challenge_that_is_here_and_says_something_else_is_refused(running: Office, git: RunGit) -> None:
    file = file_of(running, "all.json", running.run("export", "json").out)
    running.run("record", "small", "30", "--on", "2026-04-28")
    head = commits(running, git)

    said = running.run("import", file, code=1)

    assert f"{ID} is here already and says something else." in " ".join(said.out.split())
    assert commits(running, git) == head


def test_when_a_commit_fails_in_the_middle_all_is_taken_back(running: Office, git: RunGit) -> None:
    running.run("new", "Large claims")
    running.today = "2026-04-29"
    (running.root / "notes.txt").write_text("mine")
    git(running.root, "add", "notes.txt")
    hook = running.root / ".git" / "hooks" / "commit-msg"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text('#!/bin/sh\ngrep -q third "$1" && { echo no third >&2; exit 1; }\nexit 0\n')
    hook.chmod(0o755)
    head, before = git(running.root, "rev-parse", "HEAD"), records(running)
    file = file_of(
        running, "three.csv", "title,agency\nThe first,A\nThe second,B\nThe third,C\nThe fourth,D\n"
    )

    said = running.run("import", file, code=4)

    assert "A hook of this repository" in said.err
    assert git(running.root, "rev-parse", "HEAD") == head
    assert records(running) == before
    assert git(running.root, "status", "--porcelain") == "A  notes.txt"
    hook.unlink()
    running.run("import", file)
    assert len(records(running)) == len(before) + 4
    assert "vanished" not in running.run("audit").out


def test_readings_that_were_committed_are_taken_back_too(running: Office, git: RunGit) -> None:
    other = running.root / "challenges" / "other-claims.yaml"
    shutil.copy(running.file("small"), other)
    running.run("save")
    hook = running.root / ".git" / "hooks" / "commit-msg"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text('#!/bin/sh\ngrep -q ^other "$1" && exit 1\nexit 0\n')
    hook.chmod(0o755)
    head, before = git(running.root, "rev-parse", "HEAD"), records(running)
    rows = READINGS + "other-claims,days-to-judgment,2026-04-28,30,\n"

    running.run("import", file_of(running, "two.csv", rows), code=4)

    assert git(running.root, "rev-parse", "HEAD") == head
    assert records(running) == before
    assert git(running.root, "status", "--porcelain") == ""


def test_an_import_that_is_killed_is_finished_by_the_same_command(office: Office, git: RunGit) -> None:
    rows = "".join(f"Candidate {number},A\n" for number in range(5))
    file = file_of(office, "list.csv", f"title,agency\n{rows}")
    words = [sys.executable, "-m", "hundredday", "-C", str(office.root), "import", file]
    before = len(commits(office, git))

    running = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while running.poll() is None and len(list(office.root.glob("challenges/*.yaml"))) < 3:
        time.sleep(0.01)
    running.kill()
    running.wait()
    office.run("import", file)

    subjects = commits(office, git)
    assert sorted(records(office)) == [f"candidate-{number}" for number in range(5)]
    assert len(subjects) == len(set(subjects)) == before + 5
    assert git(office.root, "status", "--porcelain") == ""
    assert "Nothing is new" in office.run("import", file).err


def test_it_works_outside_of_git(running: Office) -> None:
    shutil.rmtree(running.root / ".git")

    said = running.run("import", file_of(running, "readings.csv", READINGS))

    assert "no audit trail" in said.err
    assert records(running)[ID]["acceleration"]["goals"]["days-to-judgment"]["readings"][-1]["value"] == 31


def test_attacks_in_a_table_stay_text_or_are_refused(office: Office) -> None:
    rows = [[f"attack-{number}", attack, attack] for number, attack in enumerate(ATTACKS)]
    header = ["id", "title", "agency"]
    plain_text = {"strings_to_formulas": False, "strings_to_urls": False}
    clean = [row for row in rows if _is_clean(row[1])]
    dirty = [row for row in rows if not _is_clean(row[1])]

    taken = office.run(
        "import", file_of(office, "clean.xlsx", workbook({"A": [header, *clean]}, **plain_text))
    )
    refused = office.run(
        "import", file_of(office, "dirty.xlsx", workbook({"A": [header, *dirty]}, **plain_text)), code=1
    )

    said = taken.out + taken.err + refused.out + refused.err
    assert not [sign for sign in said if sign != "\n" and (sign < " " or "\x7f" <= sign <= "\x9f")]
    assert [f"B{number}" for number in range(2, len(dirty) + 2) if f"B{number} " not in refused.out] == []
    found = records(office)
    assert len(clean) > 15
    assert [found[name]["agency"] for name, *_ in clean] == [clean_text(attack) for _, attack, _ in clean]
    assert office.run("check").code == 0


def test_attacks_in_headers_and_cells_do_not_reach_the_screen(running: Office) -> None:
    attack = "\x9b31m \x7f \u202egnp.exe \x1b[31m"
    rows: list[list[Any]] = [["date", "value", f"Colour {attack}"], [f"2026 {attack}", f"42 {attack}", "red"]]
    file = file_of(running, "attack.xlsx", workbook({"A \x9b31m": rows}))

    for words in ((), ("--json",), ("--as", "candidates"), ("--map", f"{attack}=date"), ("--sheet", attack)):
        result = running.run(
            "import", file, *words, code=2 if words and words[0] in {"--map", "--sheet"} else 1
        )

        said = result.out + result.err
        assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", said) == []


def clean_text(text: str) -> str:
    """The text as a cell shows it, the apostrophe of a spreadsheet taken away."""
    lines = re.split(r"\r\n|\r|\n", text.removeprefix("'").replace("\t", " "))
    return "\n".join(line.rstrip() for line in lines).strip()


def _is_clean(attack: str) -> bool:
    text = attack.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").removeprefix("\ufeff")
    return harmless(text) == text and len(text) < 20_000


def test_what_cannot_be_imported_is_said(running: Office) -> None:
    running.run("export", "csv", "--output", str(running.root.parent / "csv"))
    running.run("export", "xlsx", "--output", str(running.root.parent / "all.xlsx"))
    file_of(running, "empty.csv", "")
    file_of(running, "food.csv", "Dish;Price\nSoup;4\n")
    here = str(running.root.parent)

    assert shown(
        running,
        f"import {here}/nowhere.csv",
        f"import {here}",
        f"import {here}/empty.csv",
        f"import {here}/food.csv",
        f"import {here}/csv/goals.csv",
        f"import {here}/all.xlsx",
        f"import {here}/all.xlsx --sheet people",
        f"import {here}/csv/readings.csv --as goals",
        f"import {here}/csv/readings.csv --dates ymd",
        f"import {here}/csv/readings.csv --map value",
        f"import {here}/csv/readings.csv --map A=valeu",
    ) == snapshot("""\
$ hundredday import HERE/nowhere.csv
! error: There is no file HERE/nowhere.csv.
!   Look at its name, and in which folder you are.
[3]
$ hundredday import HERE
! error: HERE is a folder.
!   Name a file in it.
[3]
$ hundredday import HERE/empty.csv
! error: There is no row in this file.
!   Give the file with the table in it.
[1]
$ hundredday import HERE/food.csv
! error: No column is known as date and value (readings), nor title (candidates). The first row says: Dish, Price.
!   Say what a column means, by its header or its letter: --map B=value
!   Every header that is known: hundredday help tables
[1]
$ hundredday import HERE/csv/goals.csv
! error: This is the table goals of an export, and it is not imported.
!   Take the tables challenges and readings; or the whole accelerator: hundredday export json
[1]
$ hundredday import HERE/all.xlsx
! error: Several sheets are tables that can be imported: challenges (candidates), readings (readings).
!   Name one of them: --sheet “challenges”
[2]
$ hundredday import HERE/all.xlsx --sheet people
! error: There is no sheet “people”.
!   Sheets are Dashboard, challenges, goals, readings, events.
[2]
$ hundredday import HERE/csv/readings.csv --as goals
! error: --as “goals” is not one of readings, candidates.
!   Choose one of them.
[2]
$ hundredday import HERE/csv/readings.csv --dates ymd
! error: --dates “ymd” is not one of dmy, mdy.
!   Choose one of them.
[2]
$ hundredday import HERE/csv/readings.csv --map value
! error: --map “value” does not say which column means what.
!   Write it as COLUMN=FIELD, such as --map “Итог=value” or --map C=value.
[2]
$ hundredday import HERE/csv/readings.csv --map A=valeu
! error: --map names the field “valeu”, and there is none of that name.
!   Did you mean value?
[2]
""")
