"""`log --at` and `agenda --at`: the story and the duties of an earlier day, with the folder left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diary import Diary, claims
from life import CLAIMS, ID

if TYPE_CHECKING:
    from conftest import RunGit
    from office import Office

FILE = "challenges/claims.yaml"


@pytest.fixture
def diary(office: Office, git: RunGit, monkeypatch: pytest.MonkeyPatch) -> Diary:
    diary = Diary(office, git, monkeypatch)
    diary.on("2026-01-05")
    git(diary.root, "commit", "--quiet", "--amend", "--no-edit", "--reset-author")
    return diary


@pytest.mark.parametrize("words", [(CLAIMS,), ()])
def test_the_log_of_a_day_reads_as_it_read_then(diary: Diary, words: tuple[str, ...]) -> None:
    diary.live("2026-04-20")
    then = diary.log(*words)
    commit = diary.git(diary.root, "rev-parse", "HEAD")
    diary.live("2026-05-27")

    assert diary.log(*words) != then
    assert diary.log(*words, "--at", "2026-04-20") == then
    assert diary.log(*words, "--at", commit) == then
    assert diary.git(diary.root, "status", "--porcelain") == ""


def test_days_of_the_log_are_counted_by_the_clock_and_the_today_of_then(diary: Diary) -> None:
    diary.live("2026-05-27")

    last_week = diary.log(CLAIMS, "--at", "day 14", "--since", "7d", "--event", "reading-recorded")

    assert last_week == [
        ("reading-recorded", "42 days to judgment on Day 7"),
        ("reading-recorded", "39 days to judgment on Day 14"),
    ]


def test_a_challenge_goes_by_the_name_that_it_had_then(diary: Diary, git: RunGit) -> None:
    diary.write("2026-04-13", "challenges/old-name.yaml", claims("04-13: 42"))
    diary.on("2026-04-20")
    git(diary.root, "mv", "challenges/old-name.yaml", FILE)
    diary.commit()

    told = diary.office.run("log", "old", "--at", "2026-04-14", "--json").json

    assert {one["challenge"] for one in told} == {"old-name"}
    assert "No challenge has the id" in diary.office.run("log", "claims", "--at", "2026-04-14", code=2).err


def test_the_log_of_then_neither_uses_nor_changes_what_is_kept_of_today(diary: Diary) -> None:
    diary.live("2026-05-27")
    today = diary.log(CLAIMS)

    diary.log(CLAIMS, "--at", "2026-04-20")

    assert diary.log(CLAIMS) == today


def test_the_agenda_of_a_day_is_what_it_said_then(diary: Diary) -> None:
    diary.live("2026-04-20")
    then = diary.office.run("agenda", "--json").json
    diary.live("2026-05-27")

    said = diary.office.run("agenda", "--at", "2026-04-20", "--json")

    assert said.json == then
    assert {due["challenge"] for due in said.json["due"]} == {ID}
    assert said.json["today"] == "2026-04-20"
    assert said.err.startswith("As it was on 2026-04-20: commit ")
    assert diary.office.run("agenda", "--json").json != then


@pytest.mark.parametrize("command", ["log", "agenda"])
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2026-01-01", "Nothing had been committed by 2026-01-01."),
        ("2030-01-01", "2030-01-01 has not come yet."),
        ("v9", "There is no commit called “v9” in this repository."),
    ],
)
def test_a_moment_that_does_not_exist_is_refused(diary: Diary, command: str, typed: str, said: str) -> None:
    diary.live("2026-02-10")

    assert said in diary.office.run(command, f"--at={typed}", code=2).err
