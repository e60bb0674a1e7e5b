"""The front door: no command, wrong commands, global options, ids and days as people type them."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from inline_snapshot import snapshot
from typer.testing import CliRunner

from hundredday.app import app
from life import ID
from office import Office
from transcript import typed

if TYPE_CHECKING:
    from pathlib import Path


def test_without_a_command_the_dashboard_is_shown_inside_an_accelerator(running: Office) -> None:
    assert running.run().out == running.run("status").out


def test_without_a_command_the_first_steps_are_said_outside(tmp_path: Path) -> None:
    said = Office(tmp_path).run()

    assert said.out == snapshot("""\
This folder is not an accelerator yet.

  hundredday demo DIR     see a living example, with months of history
  hundredday init DIR     start your own
  hundredday --help       all commands
""")


def test_a_command_outside_an_accelerator_says_where_to_go(tmp_path: Path) -> None:
    said = Office(tmp_path).run("status", code=2)

    assert "is not in an accelerator's folder" in said.err
    assert "hundredday init" in said.err


def test_an_accelerator_is_found_from_a_folder_inside_it(running: Office) -> None:
    inside = Office(running.root / "challenges", running.today)

    assert inside.run("status", "--json").json == running.run("status", "--json").json


def test_a_command_that_does_not_exist_is_met_with_the_nearest(office: Office) -> None:
    seen = typed(office, "statsu", "zzz", "record")

    assert seen == snapshot("""\
$ hundredday statsu
! error: There is no command “statsu”.
!   Did you mean status or setup?
[2]
$ hundredday zzz
! error: There is no command “zzz”.
!   See hundredday --help.
[2]
$ hundredday record
! error: ID is missing in: hundredday record ID [GOAL] VALUE
!   ID: A challenge, by its id or any unique beginning of it.
[2]
""")


def test_ids_are_found_by_their_beginning_and_the_nearest_are_named(office: Office) -> None:
    for title in ("Small claims in a day", "Small firms registered", "Water meters"):
        office.run("new", title)

    seen = typed(
        office,
        "score small impact=3",
        "score smoll-claims impact=3",
        "score watr impact=3",
        "score bridges impact=3",
        "score water impact=3 --quiet",
    )

    assert seen == snapshot("""\
$ hundredday score small impact=3
! error: 2 challenges fit “small”: challenges/small-claims-in-a-day.yaml, challenges/small-firms-registered.yaml.
!   Type more of the id, until one is left.
[2]
$ hundredday score smoll-claims impact=3
! error: No challenge has the id “smoll-claims”.
!   Did you mean small-claims-in-a-day or small-firms-registered?
[2]
$ hundredday score watr impact=3
! error: No challenge has the id “watr”.
!   Did you mean water-meters?
[2]
$ hundredday score bridges impact=3
! error: No challenge has the id “bridges”.
!   hundredday status lists them all.
[2]
$ hundredday score water impact=3 --quiet
water-meters: scored: impact 3
[0]
""")


@pytest.mark.parametrize("place", ["before", "after"])
def test_global_options_stand_before_or_after_the_command(place: str, running: Office) -> None:
    options = ["--quiet", "--today", "2026-04-30", "--color", "never"]

    said = (
        running.run(*options, "record", "small", "30")
        if place == "before"
        else running.run("record", "small", "30", *options)
    )

    assert said.out == f"{ID}: 30 days to judgment on Day 24\n"
    assert said.err == ""


def test_the_folder_and_the_day_may_stand_in_the_environment(
    running: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HUNDREDDAY_DIR", str(running.root))
    monkeypatch.setenv("HUNDREDDAY_TODAY", "2026-05-05")

    result = CliRunner().invoke(app, ["record", "small", "30"], prog_name="hundredday")

    assert result.stdout == f"{ID}: 30 days to judgment on Day 29\n"


def test_days_are_read_as_people_write_them(running: Office) -> None:
    days = ["2026-04-29", "yesterday", "-3", "day 19", "24 April 2026", "23 апреля 2026"]

    seen = [running.run("record", "small", "30", "--on", day).out.split(" on ")[-1].strip() for day in days]

    assert seen == ["Day 23", "Day 22", "Day 20", "Day 19", "Day 18", "Day 17"]


def test_days_that_cannot_be_read_without_doubt_are_refused(running: Office) -> None:
    seen = typed(
        running,
        "record small 30 --on 04/06/2026",
        "record small 30 --on 31/13/2026",
        "record small 30 --on 2026-02-30",
        "record small 30 --on soon",
        "--today 04/06/2026 status",
    )

    assert seen == snapshot("""\
$ hundredday record small 30 --on 04/06/2026
! error: “04/06/2026” can be read two ways: 2026-06-04 or 2026-04-06.
!   Write it as one of the two.
[2]
$ hundredday record small 30 --on 31/13/2026
! error: “31/13/2026” is not a day of the calendar.
!   Write a date such as 2026-04-06.
[2]
$ hundredday record small 30 --on 2026-02-30
! error: “2026-02-30” is not a day of the calendar.
!   Write a date such as 2026-04-06.
[2]
$ hundredday record small 30 --on soon
! error: “soon” cannot be read as a date.
!   Write 2026-04-06, today, yesterday, +3, -3, day 50, or 6 April 2026.
[2]
$ hundredday --today 04/06/2026 status
! error: “04/06/2026” can be read two ways: 2026-06-04 or 2026-04-06.
!   Write it as one of the two.
[2]
""")


def test_the_version_and_the_help_need_no_accelerator(tmp_path: Path) -> None:
    version = Office(tmp_path).run("--version").out
    help_ = Office(tmp_path).run("--help").out
    page = Office(tmp_path).run("record", "--help").out

    assert version.startswith("hundredday ")
    assert help_.index("Every day:") < help_.index("Start ")
    assert max(map(len, help_.splitlines())) < 80
    assert "Example: hundredday record" in page


def test_a_closed_pipe_ends_quietly(running: Office) -> None:
    reader, writer = os.pipe()
    os.close(reader)

    done = subprocess.run(
        [sys.executable, "-m", "hundredday", "-C", str(running.root), "status"],
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
        text=True,
    )

    os.close(writer)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


def test_a_word_that_is_no_text_is_wrong_usage(office: Office) -> None:
    for words in (("status", "--topic=\udcff"), ("new", "\udcff"), ("log", "\udcff")):
        assert "<U+DCFF>” is not text in UTF-8." in office.run(*words, code=2).err


@pytest.mark.parametrize("words", [("status",), ("new", "Title"), ()])
def test_a_folder_that_is_not_there_never_means_the_one_above(
    running: Office, words: tuple[str, ...]
) -> None:
    before = sorted(running.root.rglob("*.yaml"))

    said = Office(running.root / "missing").run(*words, code=2)

    assert said.err.startswith(f"error: There is no folder {running.root / 'missing'}.\n")
    assert sorted(running.root.rglob("*.yaml")) == before
