"""What `log` keeps between runs: it is quick, and it never says anything that git does not."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from diary import Diary, claims
from hundredday.store.folder import Folder
from hundredday.store.kept.stories import KeptStories
from life import CLAIMS
from office import Office

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from conftest import RunGit


FILE = "challenges/claims.yaml"


@pytest.fixture
def diary(office: Office, git: RunGit, monkeypatch: pytest.MonkeyPatch) -> Diary:
    return Diary(office, git, monkeypatch)


@pytest.fixture
def git_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file into which every git that the program starts writes its arguments, one line each."""
    runs, shim = tmp_path / "runs.txt", tmp_path / "bin" / "git"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\necho "$*" >> "{runs}"\nexec "{shutil.which("git")}" "$@"\n')
    shim.chmod(0o755)
    monkeypatch.setenv("PATH", f"{shim.parent}{os.pathsep}{os.environ['PATH']}")
    return runs


def taken(runs: Path) -> list[str]:
    """Which git commands were run since the last time."""
    lines = runs.read_text().splitlines() if runs.exists() else []
    runs.unlink(missing_ok=True)
    return [next(word for word in line.split() if word in ASKED) for line in lines]


ASKED = ("rev-parse", "log", "diff-tree", "cat-file", "ls-tree", "rev-list", "config", "var", "fast-import")


def opened(cache: Path) -> AbstractContextManager[sqlite3.Connection]:
    """The database in which stories are kept."""
    (kept,) = cache.glob("*-history.sqlite")
    return closing(sqlite3.connect(kept))


def many_commits(root: Path, count: int) -> None:
    """So many commits on main that change another challenge each time."""
    lines = [f"M 100644 inline challenges/other.yaml\ndata 8\nline {n:03}" for n in range(count)]
    first = "reset refs/heads/main\nfrom refs/heads/main^0\n"
    commits = [
        f"commit refs/heads/main\ncommitter A <a@example.org> {1776000000 + n} +0000\ndata 1\nx\n{line}\n"
        for n, line in enumerate(lines)
    ]
    program = shutil.which("git")
    assert program
    stream = (first + "".join(commits)).encode()
    subprocess.run([program, "-C", str(root), "fast-import", "--quiet"], input=stream, check=True)


def test_three_hundred_commits_are_told_by_a_handful_of_git_processes_and_then_from_the_cache(
    diary: Diary, git_runs: Path
) -> None:
    for count in range(1, 11):
        diary.write("2026-04-30", FILE, claims(*(f"04-{day:02}: {43 - day}" for day in range(7, 7 + count))))
    many_commits(diary.root, 300)
    taken(git_runs)

    first, cold = diary.log("claims"), taken(git_runs)
    again, warm = diary.log("claims"), taken(git_runs)

    assert len([text for name, text in first if name == "reading-recorded"]) == 10
    assert again == first
    assert (cold.count("log"), cold.count("cat-file"), len(cold)) == (1, 1, 4)
    assert warm.count("log") == warm.count("cat-file") == 0


def test_the_story_of_all_is_streamed_by_one_process_and_that_of_settings_by_another(
    diary: Diary, git_runs: Path
) -> None:
    for number in range(5):
        diary.write("2026-04-13", f"challenges/claims-{number}.yaml", claims("04-13: 42"))
    many_commits(diary.root, 300)
    taken(git_runs)

    diary.log()
    cold = taken(git_runs)

    counted = {name: cold.count(name) for name in ("log", "diff-tree", "cat-file")}
    assert (counted, len(cold)) == ({"log": 2, "diff-tree": 1, "cat-file": 2}, 6)


def test_after_one_more_commit_only_what_is_new_is_compared(diary: Diary) -> None:
    diary.patch.setenv("HUNDREDDAY_CACHE_DIR", str(diary.root.parent / "cache"))
    diary.write("2026-04-13", FILE, claims("04-13: 42"))
    diary.write("2026-04-20", FILE, claims("04-13: 42", "04-20: 39"))
    diary.log("claims")
    with opened(diary.root.parent / "cache") as database:
        pairs = [(old or None, new or None) for old, new in database.execute("select old, new from pair")]
    cache = KeptStories.of(Folder(diary.root.resolve()))
    assert cache
    marked = {
        pair: one._replace(events=tuple(replace(event, text=f"KEPT {event.text}") for event in one.events))
        for pair, one in cache.comparisons(pairs).items()
    }
    cache.keep("", "another state", (), marked)

    diary.write("2026-04-27", FILE, claims("04-13: 42", "04-20: 39", "04-27: 33"))

    assert diary.log("claims")[-2:] == [
        ("reading-recorded", "KEPT 39 days to judgment on Day 14"),
        ("reading-recorded", "33 days to judgment on Day 21"),
    ]


@pytest.mark.parametrize("damage", ["garbage", "foreign", "nonsense"])
def test_a_cache_that_is_damaged_or_hostile_is_built_again(diary: Diary, tmp_path: Path, damage: str) -> None:
    diary.patch.setenv("HUNDREDDAY_CACHE_DIR", str(tmp_path / "cache"))
    diary.write("2026-04-13", FILE, claims("04-13: 42"))
    told = diary.log("claims")
    (kept,) = (tmp_path / "cache").glob("*-history.sqlite")
    if damage == "garbage":
        kept.write_bytes(b"not a database at all" * 100)
    else:
        with closing(sqlite3.connect(kept)) as database, database:
            for statement in DAMAGE[damage]:
                database.execute(statement)

    assert diary.log("claims") == told
    assert diary.log("claims") == told


DAMAGE = {
    "foreign": ("drop table pair", "drop table story"),
    "nonsense": ("update story set told = '[[1, 2], null, {}]'", "update pair set told = '7'"),
}


def test_without_the_cache_the_same_is_told(diary: Diary) -> None:
    diary.live("2026-04-06")

    kept = diary.log(CLAIMS)

    assert diary.log(CLAIMS, "--no-cache") == kept


def test_a_single_wrong_letter_in_what_is_kept_is_noticed(diary: Diary, tmp_path: Path) -> None:
    diary.patch.setenv("HUNDREDDAY_CACHE_DIR", str(tmp_path / "cache"))
    diary.write("2026-04-13", FILE, claims("04-13: 42"))
    diary.write("2026-04-20", FILE, claims("04-13: 42", "04-20: 39"))
    told = diary.log("claims")

    for table, old, new in (("story", "42 days", "41 days"), ("pair", "39 days", "38 days")):
        with opened(tmp_path / "cache") as database, database:
            damage = f"update {table} set told = replace(told, ?, ?)"
            assert database.execute(damage, (old, new)).rowcount > 0
        assert diary.log("claims") == told
    # A story under the key of another one is not that one's either.
    diary.write("2026-04-20", "challenges/second.yaml", claims("04-20: 7"))
    second, first = diary.log("second"), diary.log("claims")
    with opened(tmp_path / "cache") as database, database:
        database.execute("delete from story where name = 'challenges/second.yaml'")
        database.execute("update story set name = 'challenges/second.yaml' where name = ?", (FILE,))
    assert diary.log("second") == second
    assert diary.log("claims") == first


def test_a_story_is_kept_for_one_head_and_for_no_other(diary: Diary, git_runs: Path) -> None:
    first = diary.write("2026-04-13", FILE, claims("04-13: 42"))
    short = diary.log("claims")
    diary.write("2026-04-20", FILE, claims("04-13: 42", "04-20: 39"))
    long = diary.log("claims")
    assert len(long) == len(short) + 1

    for words, story in (
        (("switch", "--quiet", "--detach", first), short),
        (("switch", "--quiet", "main"), long),
        (("pack-refs", "--all"), long),
        (("reset", "--quiet", "--hard", first), short),
    ):
        diary.git(diary.root, *words)
        assert diary.log("claims") == story
        taken(git_runs)
        assert diary.log("claims") == story
        assert "log" not in taken(git_runs)


def test_a_linked_work_tree_and_a_cut_clone_are_told_by_git(diary: Diary, tmp_path: Path) -> None:
    diary.write("2026-04-13", FILE, claims("04-13: 42"))
    diary.git(diary.root, "worktree", "add", "--quiet", "-b", "aside", str(tmp_path / "aside"))
    diary.write("2026-04-20", FILE, claims("04-13: 42", "04-20: 39"))
    long = diary.log("claims")
    diary.git(diary.root, "clone", "--quiet", "--depth=1", f"file://{diary.root}", str(tmp_path / "cut"))

    for _ in range(2):
        aside = Office(tmp_path / "aside").run("log", "claims", "--json", "--reverse").json
        assert len(aside) == len(long) - 1
        cut = Office(tmp_path / "cut").run("log", "claims")
        assert "history is cut at" in cut.err


def test_git_is_at_work_while_the_settings_are_read_and_left_alone_when_nobody_asks(
    diary: Diary, git_runs: Path, tmp_path: Path
) -> None:
    """Settings that were not read before take long; the list of versions is begun before them."""
    diary.write("2026-04-13", FILE, claims("04-13: 42"))
    (diary.root / "accelerator.yaml").write_text("format: 1\nname: [not, a, name]\n")
    diary.patch.setenv("HUNDREDDAY_CACHE_DIR", str(tmp_path / "cache"))
    taken(git_runs)

    refused = diary.office.run("log", "claims", code=3)

    assert "accelerator.yaml" in refused.err
    assert taken(git_runs).count("log") <= 1
