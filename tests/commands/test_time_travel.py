"""Looking back: `status --at` and `status --since`, read from git's objects with the folder left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diary import Diary, claims
from documents import faults
from life import CLAIMS, ID
from office import Office

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunGit

FILE = "challenges/claims.yaml"


@pytest.fixture
def diary(office: Office, git: RunGit, monkeypatch: pytest.MonkeyPatch) -> Diary:
    diary = Diary(office, git, monkeypatch)
    diary.on("2026-01-05")
    git(diary.root, "commit", "--quiet", "--amend", "--no-edit", "--reset-author")
    return diary


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".git" not in path.parts
    }


def test_a_day_is_shown_with_its_files_and_its_day_count(diary: Diary) -> None:
    diary.live("2026-05-27")
    before = files(diary.root)

    said = diary.office.run("status", "--at", "2026-04-20", "--json")

    (one,) = said.json["challenges"]
    assert said.json["today"] == "2026-04-20"
    assert (one["id"], one["day"], one["goals"][0]["latest"]) == (ID, 14, 39)
    assert said.err.startswith("As it was on 2026-04-20: commit ")
    assert files(diary.root) == before
    assert diary.git(diary.root, "status", "--porcelain") == ""


def test_on_a_day_without_a_commit_the_last_one_before_it_counts_and_the_day_goes_on(diary: Diary) -> None:
    diary.live("2026-05-27")

    (one,) = diary.office.run("status", CLAIMS, "--at", "2026-04-25", "--json").json["challenges"]

    assert (one["day"], one["goals"][0]["latest"]) == (19, 39)


def test_a_tag_an_ancestor_and_a_commit_stand_on_the_day_that_they_were_committed(diary: Diary) -> None:
    diary.live("2026-04-20")
    diary.git(diary.root, "tag", "v1.2")
    commit = diary.git(diary.root, "rev-parse", "HEAD")
    diary.live("2026-05-27")
    back = diary.git(diary.root, "rev-list", "--count", f"{commit}..HEAD")

    shown = [
        diary.office.run("status", CLAIMS, "--at", word, "--json").json
        for word in ("v1.2", f"HEAD~{back}", commit, commit[:8])
    ]

    assert {one["today"] for one in shown} == {"2026-04-20"}
    assert {one["challenges"][0]["goals"][0]["latest"] for one in shown} == {39}


@pytest.mark.parametrize("typed", ["day 14", "monday", "-8", "8d", "20 April 2026"])
def test_a_day_may_be_typed_in_many_ways(diary: Diary, typed: str) -> None:
    diary.live("2026-04-20")
    diary.on("2026-04-28" if typed != "monday" else "2026-04-27")

    shown = diary.office.run("status", CLAIMS, "--at", typed, "--json").json

    assert shown["today"] == "2026-04-20"


def test_the_day_ends_in_the_time_zone_of_the_accelerator(diary: Diary) -> None:
    settings = diary.root / "accelerator.yaml"
    settings.write_text("format: 1\ntimezone: Asia/Almaty\n")
    diary.write("2026-04-13", FILE, claims("04-13: 42"))
    diary.write("2026-04-19", FILE, claims("04-13: 42", "04-20: 39"), hour=20)  # one o'clock there
    diary.on("2026-04-21")

    nineteenth, twentieth = (
        diary.office.run("status", "claims", "--at", day, "--json").json["challenges"][0]["goals"][0][
            "latest"
        ]
        for day in ("2026-04-19", "2026-04-20")
    )

    assert (nineteenth, twentieth) == (42, 39)


def test_a_challenge_is_found_where_it_stood_and_one_that_came_later_is_not(
    diary: Diary, git: RunGit
) -> None:
    diary.write("2026-04-13", "challenges/old-name.yaml", claims("04-13: 42"))
    diary.on("2026-04-20")
    git(diary.root, "mv", "challenges/old-name.yaml", FILE)
    diary.commit()

    was = diary.office.run("status", "old", "--at", "2026-04-14", "--json").json["challenges"]

    assert [one["path"] for one in was] == ["challenges/old-name.yaml"]
    assert "No challenge has the id" in diary.office.run("status", "claims", "--at", "2026-04-14", code=2).err


def test_the_settings_of_that_day_count(diary: Diary) -> None:
    (diary.root / "accelerator.yaml").write_text("format: 1\nname: The old name\n")
    diary.write("2026-04-13", FILE, claims("04-13: 42"))
    (diary.root / "accelerator.yaml").write_text("format: 1\nname: The new name\n")
    diary.on("2026-04-20")
    diary.commit()

    assert diary.office.run("status", "--at", "2026-04-14", "--json").json["accelerator"] == "The old name"


def test_a_file_that_was_broken_then_is_a_problem_of_that_day(diary: Diary) -> None:
    diary.write("2026-04-13", FILE, claims("04-13: 42"))
    diary.write("2026-04-14", "challenges/other.yaml", "title: [half a thought")
    diary.write("2026-04-15", "challenges/other.yaml", claims())

    shown = diary.office.run("status", "--at", "2026-04-14", "--json").json

    assert [one["id"] for one in shown["challenges"]] == ["claims"]
    assert {one["path"] for one in shown["problems"]} == {"challenges/other.yaml"}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2026-01-01", "Nothing had been committed by 2026-01-01."),
        ("2030-01-01", "2030-01-01 has not come yet."),
        ("v9", "There is no commit called “v9” in this repository."),
        ("--output=x", "There is no commit called “--output=x” in this repository."),
    ],
)
def test_a_moment_that_does_not_exist_is_refused(diary: Diary, typed: str, said: str) -> None:
    diary.live("2026-02-10")

    assert said in diary.office.run("status", f"--at={typed}", code=2).err


def test_a_shallow_clone_knows_nothing_of_the_time_before_it(
    diary: Diary, tmp_path: Path, git: RunGit
) -> None:
    diary.write("2026-04-13", FILE, claims("04-13: 42"))
    diary.write("2026-04-20", FILE, claims("04-13: 42", "04-20: 39"))
    git(tmp_path, "clone", "--quiet", "--depth=1", diary.root.as_uri(), str(tmp_path / "clone"))

    said = Office(tmp_path / "clone", "2026-05-01").run("status", "--at", "2026-04-14", code=2).err

    assert "History is cut at 2026-04-20" in said


def test_what_changed_since_monday_is_said_for_each_challenge(diary: Diary) -> None:
    diary.live("2026-04-19")
    diary.write("2026-04-17", FILE, claims("04-13: 42"))
    diary.live("2026-04-22")

    shown = diary.office.run("status", "--since", "2026-04-20").out

    assert shown.splitlines()[0].startswith("Since Monday 20 April 2026")
    assert shown.splitlines()[2:] == [
        "Small claims settled in one day                                      ◔ too early",
        "small-claims-settled-in-one-day · Day 16 / 100",
        "  39 days to judgment on Day 14",
        "  blocked: Registry has no e-signature, asked of Aigerim Bekova, needed by 4 May",
        "",
        "1 challenge did not change.",
    ]


def test_what_changed_is_for_machines_too_and_new_and_removed_challenges_are_in_it(diary: Diary) -> None:
    diary.write("2026-04-13", FILE, claims("04-13: 42"))
    diary.write("2026-04-13", "challenges/gone.yaml", claims())
    (diary.root / "challenges/gone.yaml").unlink()
    diary.write("2026-04-20", "challenges/new.yaml", "format: 1\ntitle: Another one\nphase: design\n")
    diary.write("2026-04-20", FILE, "# A comment\n" + claims("04-13: 42"))

    shown = diary.office.run("status", "--since", "2026-04-14", "--json").json

    assert (shown["since"], shown["today"]) == ("2026-04-14", "2026-04-20")
    assert {one["id"]: one["events"][0]["event"] for one in shown["challenges"]} == {
        "new": "proposed",
        "gone": "removed",
    }


def test_a_renamed_challenge_is_compared_with_what_it_was(diary: Diary, git: RunGit) -> None:
    diary.write("2026-04-12", FILE, claims("04-12: 42"))
    (diary.root / "challenges/2026-spring").mkdir()
    git(diary.root, "mv", FILE, "challenges/2026-spring/claims.yaml")
    diary.write("2026-04-20", "challenges/2026-spring/claims.yaml", claims("04-12: 42", "04-20: 39"))

    (one,) = diary.office.run("status", "--since", "7d", "--json").json["challenges"]

    assert [event["text"] for event in one["events"]] == ["39 days to judgment on Day 14"]


def test_before_the_first_commit_everything_is_new(diary: Diary) -> None:
    diary.live("2026-02-02")

    (one,) = diary.office.run("status", "--since", "2026-01-01", "--json").json["challenges"]

    assert one["events"][0]["event"] == "proposed"
    assert one["phase_then"] is None
    heading = diary.office.run("status", "--since", "2026-01-01").out.splitlines()[0]
    assert heading.endswith(" 32 days")


def test_edits_that_are_not_committed_count_as_changes(diary: Diary) -> None:
    diary.write("2026-04-12", FILE, claims("04-12: 42"))
    (diary.root / FILE).write_text(claims("04-12: 42", "04-20: 39"))
    diary.on("2026-04-20")

    (one,) = diary.office.run("status", "claims", "--since", "monday", "--json").json["challenges"]

    assert [event["text"] for event in one["events"]] == ["39 days to judgment on Day 14"]


def test_between_two_days_only_what_lies_between_them_is_said(diary: Diary) -> None:
    diary.live("2026-05-27")

    words = ("--since", "2026-04-20", "--at", "2026-04-21", "--json")
    (one,) = diary.office.run("status", CLAIMS, *words).json["challenges"]

    assert [event["text"] for event in one["events"]] == ["39 days to judgment on Day 14"]


INTAKE = "format: 1\ntitle: Leadership Program\nparticipants:\n  - {name: Saule Nurlanova}\n"


def test_what_changed_in_training_and_exchange_is_said_below_the_challenges(
    diary: Diary, git: RunGit
) -> None:
    diary.write("2026-04-17", FILE, claims("04-13: 42"))
    diary.write("2026-04-17", "training/elp.yaml", INTAKE)
    diary.write("2026-04-17", "training/still.yaml", INTAKE)
    diary.write("2026-04-17", "exchange/old.yaml", "format: 1\npartner: An old friend\n")
    git(diary.root, "mv", "training/elp.yaml", "training/elp-2026.yaml")
    diary.commit()
    diary.write("2026-04-21", "training/elp-2026.yaml", INTAKE + "  - {name: Timur Ospanov}\n")
    diary.write("2026-04-21", "exchange/uae.yaml", "format: 1\npartner: UAE Accelerators\n")
    (diary.root / "exchange/old.yaml").unlink()
    (diary.root / "training/still.yaml").write_text("# a note\n" + INTAKE)

    shown = diary.office.run("status", "--since", "2026-04-20").out

    assert shown.splitlines()[1:] == [
        "",
        "1 challenge did not change.",
        "",
        "Leadership Program                                                      training",
        "elp-2026",
        "  Timur Ospanov enrolled",
        "",
        "UAE Accelerators                                                        exchange",
        "uae",
        "  exchange opened with UAE Accelerators",
        "",
        "An old friend                                                           exchange",
        "old",
        "  file removed: “An old friend”",
    ]


def test_a_past_day_has_the_training_of_that_day_and_a_choice_of_challenges_has_none(diary: Diary) -> None:
    diary.write("2026-04-17", FILE, claims("04-13: 42"))
    diary.write("2026-04-18", "training/elp.yaml", INTAKE)
    diary.write("2026-04-21", "training/elp.yaml", INTAKE + "  - {name: Timur Ospanov}\n")
    diary.write("2026-04-22", "training/elp.yaml", "title: [half a thought\n")

    def told(*words: str) -> list[tuple[str, str]]:
        document = diary.office.run("status", "--json", *words).json
        assert faults("since", document) == []
        return [(event["event"], event["text"]) for one in document["training"] for event in one["events"]]

    assert told("--since", "2026-04-18", "--at", "2026-04-21") == [
        ("training-opened", "training opened: “Leadership Program”"),
        ("participants-enrolled", "2 enrolled: Saule Nurlanova, Timur Ospanov"),
    ]
    assert told("--since", "2026-04-22") == [
        ("unreadable", "the file cannot be read; hundredday check says why")
    ]
    assert told("claims", "--since", "2026-04-18", "--at", "2026-04-21") == []
    assert told("--phase", "acceleration", "--since", "2026-04-18", "--at", "2026-04-21") == []


def test_looking_back_needs_a_history_and_is_no_watch(diary: Diary, tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.mkdir()
    (plain / "accelerator.yaml").write_text("format: 1\n")

    assert "not in git" in Office(plain).run("status", "--at", "2026-01-01", code=2).err
    assert "--watch shows today only" in diary.office.run("status", "--at", "HEAD", "--watch", code=2).err
