"""Looking back past a move: the story, the standing of then and what changed since, from wherever it stood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from chronicle import ACCELERATOR, TIMUR, Chronicle
from diary import claims
from office import Office

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

INTAKE = "format: 1\ntitle: Diploma\nparticipants:\n  - {{name: Dana Omarova{more}}}\n"
OTHER = "format: 1\ntitle: Buses on time\nphase: design\n"
ALL = ("accelerator.yaml", "challenges", "training")


def written(chronicle: Chronicle, on: str, files: Mapping[str, str], by: tuple[str, str] = TIMUR) -> str:
    for path, text in files.items():
        (chronicle.root / path).parent.mkdir(parents=True, exist_ok=True)
        (chronicle.root / path).write_text(text)
    return chronicle.commit(on, by=by)


def moved(chronicle: Chronicle, on: str, old: str, new: str, *names: str) -> str:
    (chronicle.root / new).mkdir(parents=True, exist_ok=True)
    for name in names or ALL:
        chronicle.git("mv", f"{old}{name}", f"{new}{name}")
    return chronicle.commit(on)


def lived(tmp_path: Path, folder: str) -> Chronicle:
    """An accelerator with a story until the end of May."""
    (tmp_path / "repo").mkdir()
    chronicle = Chronicle(tmp_path / "repo")
    chronicle.git("init", "--quiet", "--initial-branch=main")
    written(chronicle, "2026-04-01", {f"{folder}accelerator.yaml": ACCELERATOR})
    written(chronicle, "2026-04-13", {f"{folder}challenges/claims.yaml": claims("04-13: 42")})
    written(chronicle, "2026-04-14", {f"{folder}training/diploma.yaml": INTAKE.format(more="")})
    written(chronicle, "2026-04-15", {f"{folder}challenges/buses.yaml": OTHER})
    written(chronicle, "2026-04-20", {f"{folder}challenges/claims.yaml": claims("04-13: 42", "04-20: 39")})
    graduated = INTAKE.format(more=", status: graduated, date: 2026-05-01")
    written(chronicle, "2026-05-01", {f"{folder}training/diploma.yaml": graduated})
    return chronicle


def asked(chronicle: Chronicle, folder: str, *words: str) -> Any:
    """What a command says, without its cache and twice with it: the same each time."""
    office = Office(chronicle.root / folder, "2026-06-10")
    first = office.run(*words, "--json", "--no-cache").json
    assert first == office.run(*words, "--json").json == office.run(*words, "--json").json
    return first


def unmoved(told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [entry for entry in told if entry["event"] != "moved"]


def of_files(told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without accelerator.yaml, whose story is that of a path: two that say the same are taken for one another."""
    return [entry for entry in unmoved(told) if "accelerator" not in entry["detail"]]


STORIES = (
    ("log",),
    ("log", "claims"),
    ("log", "diploma"),
    ("log", "accelerator"),
    ("log", "--at", "2026-04-16"),
    ("status", "--at", "2026-04-16"),
    ("status", "claims", "--at", "2026-04-13"),
    ("status", "--since", "2026-04-18"),
    ("status", "--since", "2026-04-14", "--at", "2026-04-30"),
    ("lessons",),
)


@pytest.mark.parametrize(("old", "new"), [("", "programme/"), ("programme/", ""), ("a/", "a/b/")])
def test_what_is_told_of_the_past_is_the_same_after_a_move(tmp_path: Path, old: str, new: str) -> None:
    chronicle = lived(tmp_path, old)
    before = [asked(chronicle, old, *words) for words in STORIES]
    commit = moved(chronicle, "2026-06-01", old, new)

    after = [asked(chronicle, new, *words) for words in STORIES]

    for words, one, other in zip(STORIES, before, after, strict=True):
        assert (unmoved(other) if words[0] == "log" else other) == one, words
    told = asked(chronicle, new, "log", "claims")[0]
    assert (told["commit"], told["event"]) == (commit, "moved")
    assert told["text"] == f"moved from the folder /{old}challenges to /{new}challenges"
    assert told["detail"] == {
        "from": f"/{old}challenges/claims.yaml",
        "to": f"/{new}challenges/claims.yaml",
    }


def test_moved_twice_edited_on_the_way_and_renamed_it_is_one_story(tmp_path: Path) -> None:
    chronicle = lived(tmp_path, "")
    longer = claims("04-13: 42", "04-20: 39", "05-30: 20") + "# by hand\n" * 60
    chronicle.git("mv", "accelerator.yaml", "training", "challenges", _folder(chronicle, "one"))
    written(chronicle, "2026-06-01", {"one/challenges/claims.yaml": longer})
    moved(chronicle, "2026-06-02", "one/", "two/")
    chronicle.git("mv", "two/challenges/claims.yaml", "two/challenges/courts.yaml")
    chronicle.commit("2026-06-03")

    one = asked(chronicle, "two", "log", "courts")

    assert [entry for entry in asked(chronicle, "two", "log") if entry["challenge"] == "courts"] == one
    texts = [
        entry["text"]
        for entry in Office(chronicle.root / "two").run("log", "courts", "--json", "--reverse").json
    ]
    assert texts[-4:] == [
        "moved from the folder /challenges to /one/challenges",
        "20 days to judgment on Day 54",
        "moved from the folder /one/challenges to /two/challenges",
        "renamed: was claims",
    ]
    assert texts[0] == "proposed: “Small claims in a day”"


def test_a_reading_made_before_the_move_and_merged_after_it_is_in_both_stories(tmp_path: Path) -> None:
    chronicle = lived(tmp_path, "")
    chronicle.git("switch", "--quiet", "--create=tidy")
    moved(chronicle, "2026-05-20", "", "programme/")
    chronicle.git("switch", "--quiet", "main")
    more = claims("04-13: 42", "04-20: 39", "05-20: 30")
    written(chronicle, "2026-05-21", {"challenges/claims.yaml": more})
    chronicle.merge("2026-05-22", "tidy")

    every, one = asked(chronicle, "programme", "log"), asked(chronicle, "programme", "log", "claims")

    assert sorted(entry["text"] for entry in every if entry["challenge"] == "claims") == sorted(
        entry["text"] for entry in one
    )
    assert [entry["text"] for entry in one].count("30 days to judgment on Day 44") == 1
    assert [entry["event"] for entry in one].count("moved") == 1


def test_of_two_that_swapped_each_tells_its_own(tmp_path: Path) -> None:
    chronicle = lived(tmp_path, "a/")
    written(chronicle, "2026-05-10", {"b/accelerator.yaml": ACCELERATOR, "b/challenges/trams.yaml": OTHER})
    ours, theirs = asked(chronicle, "a", "log"), asked(chronicle, "b", "log")
    then = asked(chronicle, "a", "status", "--at", "2026-05-15")
    chronicle.git("mv", "a", "c")
    chronicle.git("mv", "b", "a")
    chronicle.git("mv", "c", "b")
    chronicle.commit("2026-06-01")

    for folder, before in (("b", ours), ("a", theirs)):
        told = asked(chronicle, folder, "log")
        assert of_files(told) == of_files(before)
    assert asked(chronicle, "b", "status", "--at", "2026-05-15") == then
    assert asked(chronicle, "b", "status", "--since", "2026-05-15")["challenges"] == []


def test_a_challenge_that_came_alone_tells_its_story_from_there(tmp_path: Path) -> None:
    chronicle = lived(tmp_path, "there/")
    written(
        chronicle, "2026-05-10", {"here/accelerator.yaml": ACCELERATOR, "here/challenges/trams.yaml": OTHER}
    )
    before = asked(chronicle, "there", "log", "claims")
    moved(chronicle, "2026-06-01", "there/challenges/", "here/challenges/", "claims.yaml")

    assert asked(chronicle, "here", "log", "claims")[1:] == before
    told = asked(chronicle, "here", "log")
    assert {entry["challenge"] for entry in of_files(told)} == {"claims", "trams"}
    ids = [one["id"] for one in asked(chronicle, "here", "status", "--at", "2026-05-20")["challenges"]]
    assert ids == ["claims", "trams"]
    since = asked(chronicle, "here", "status", "--since", "2026-05-20")
    assert since["challenges"] == []


def _folder(chronicle: Chronicle, name: str) -> str:
    (chronicle.root / name).mkdir()
    return name
