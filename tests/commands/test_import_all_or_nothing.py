"""An import that fails, is killed, or cannot be: nothing is left half done."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from inline_snapshot import snapshot

from incoming import READINGS, commits, file_of, records, shown
from life import ID

if TYPE_CHECKING:
    from conftest import RunGit
    from office import Office


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
        f"import {here}/csv/readings.csv --as teams",
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
! error: No column is known as date and value (readings), nor title (candidates). Row 1 says: Dish, Price.
!   Say what a column means, by its header or its letter: --map B=value
!   Every header that is known: hundredday help tables
[1]
$ hundredday import HERE/csv/goals.csv
! error: These are the goals of an export.
!   To set them for challenges in Acceleration: --as goals
[1]
$ hundredday import HERE/all.xlsx
! error: Several sheets are tables that can be imported: challenges (candidates), readings (readings).
!   Name one of them: --sheet “challenges”
[2]
$ hundredday import HERE/all.xlsx --sheet people
! error: There is no sheet “people”.
!   Sheets are Dashboard, challenges, goals, readings, events.
[2]
$ hundredday import HERE/csv/readings.csv --as teams
! error: --as “teams” is not one of readings, candidates, goals.
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
