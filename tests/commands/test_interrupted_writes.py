"""A change that was interrupted: the next run finishes it or undoes it, and says so in one line."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from hundredday.app import app
from life import ID
from office import Office

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import RunGit

linux = pytest.mark.skipif(sys.platform != "linux", reason="/proc names the parent of a process")

KILLS = "kill -9 $(sed -n 's/^PPid:[[:space:]]*//p' /proc/$PPID/status)"
"""In a hook: the parent of git is killed, which is us."""


def set_hook(root: Path, script: str) -> Path:
    hook = root / ".git" / "hooks" / "pre-commit"
    hook.write_text(f"#!/bin/sh\n{script}\n")
    hook.chmod(0o755)
    return hook


def typed(office: Office, *words: str) -> subprocess.CompletedProcess[str]:
    """A command in a process of its own, which can be killed."""
    return subprocess.run(
        [sys.executable, "-m", "hundredday", "-C", str(office.root), "--today", office.today, *words],
        capture_output=True,
        check=False,
        text=True,
    )


def noted(**facts: object) -> dict[str, object]:
    """A note as a run leaves it, with these facts."""
    usual: dict[str, object] = {"id": ID, "path": f"challenges/{ID}.yaml", "old": None, "new": ""}
    usual |= {"message": None, "typed": [], "pid": 0, "host": "here", "since": ""}
    return usual | facts


def differing(office: Office) -> list[dict[str, str]]:
    """What the audit finds of commits in another person's name."""
    found = CliRunner().invoke(app, ["-C", str(office.root), "audit", "--json"])
    rule = "author-differs-from-committer"
    return [one for one in json.loads(found.stdout)["findings"] if one["rule"] == rule]


@pytest.fixture
def interrupted(running: Office) -> Office:
    """A reading was recorded, and the process killed while git asked its hook, which then refused."""
    hook = set_hook(running.root, f"{KILLS}; exit 1")
    assert typed(running, "record", "small", "30").returncode == -9
    hook.unlink()
    assert "value: 30" in running.file(ID).read_text()
    return running


@linux
def test_a_change_that_was_saved_but_not_committed_is_committed_by_the_next_run(
    interrupted: Office, git: RunGit
) -> None:
    said = interrupted.run("lesson", "small", "Judges adopt what a judge shows them")

    first, second = said.out.splitlines()[:2]
    assert first.startswith(f"{ID}: a change that was interrupted on ")
    assert first.endswith("is now committed: 30 days to judgment on Day 23")
    assert "lesson kept" in second
    subjects = git(interrupted.root, "log", "-2", "--format=%s").splitlines()
    assert subjects[1] == f"{ID}: 30 days to judgment on Day 23"
    assert "Day: 23" in git(interrupted.root, "log", "-1", "--skip=1", "--format=%b")
    assert git(interrupted.root, "status", "--porcelain") == ""
    assert not list(interrupted.root.rglob("*hundredday-*.tmp"))


@linux
def test_whoever_finishes_a_change_commits_it_in_the_name_of_whoever_made_it(
    interrupted: Office, git: RunGit, monkeypatch: pytest.MonkeyPatch
) -> None:
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Timur Ospanov")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "timur@example.org")

    interrupted.run("lesson", "small", "Judges adopt what a judge shows them")

    people = git(interrupted.root, "log", "-2", "--format=%an <%ae>, %cn").splitlines()
    assert people == [
        "Timur Ospanov <timur@example.org>, Timur Ospanov",
        "Dana Omarova <dana@example.org>, Timur Ospanov",
    ]
    (found,) = differing(interrupted)
    assert found["severity"] == "warning"
    assert found["text"].startswith("Written by Dana Omarova <dana@example.org>, committed by Timur Ospanov")


@linux
def test_whoever_finishes_their_own_change_is_no_finding(interrupted: Office) -> None:
    interrupted.run("lesson", "small", "Judges adopt what a judge shows them")

    assert differing(interrupted) == []


@linux
@pytest.mark.parametrize("author", [None, 7, "x", "a\nb <c>", "Dana <d@e>\x1b[2J", "--amend", "<>"])
def test_a_note_without_a_name_that_can_be_believed_is_finished_in_ones_own(
    interrupted: Office, git: RunGit, author: object
) -> None:
    note = interrupted.root / ".git" / "hundredday.intent"
    note.write_text(json.dumps(json.loads(note.read_text()) | {"author": author}))

    interrupted.run("save")

    assert git(interrupted.root, "log", "-1", "--format=%an <%ae>") == "Dana Omarova <dana@example.org>"


@linux
def test_looking_says_that_a_change_is_half_way_and_settles_nothing(interrupted: Office, git: RunGit) -> None:
    before = git(interrupted.root, "status", "--porcelain")

    for words in (("status",), ("check",), ("log", "small"), ("status", "--json")):
        said = interrupted.run(*words)
        assert f"a change of {ID} was interrupted on " in said.err
        assert "interrupted" not in said.out

    assert git(interrupted.root, "status", "--porcelain") == before
    interrupted.run("save")
    assert "interrupted" not in interrupted.run("status").err


@linux
def test_a_change_that_cannot_be_committed_is_taken_back_by_the_next_run(
    interrupted: Office, git: RunGit
) -> None:
    hook = set_hook(interrupted.root, "exit 1")
    before = git(interrupted.root, "show", f"HEAD:challenges/{ID}.yaml")

    said = interrupted.run("save")

    assert "is taken back; to make it: hundredday -C" in said.out
    assert "record small 30" in said.out
    assert interrupted.file(ID).read_text() == before + "\n"
    hook.unlink()
    assert "interrupted" not in interrupted.run("save").out


@linux
def test_a_change_after_which_the_file_was_edited_by_hand_is_left_as_it_is(interrupted: Office) -> None:
    path = interrupted.file(ID)
    path.write_text(path.read_text() + "# a remark of mine\n")

    said = interrupted.run("save")

    assert "the file was edited since; it stays as it is" in said.out
    assert "edits made by hand are committed" in said.out
    assert path.read_text().endswith("# a remark of mine\n")


@linux
def test_a_new_candidate_that_was_not_committed_is_committed_by_the_next_run(
    running: Office, git: RunGit
) -> None:
    hook = set_hook(running.root, f"{KILLS}; exit 1")
    assert typed(running, "new", "Water meters").returncode == -9
    hook.unlink()

    said = running.run("save")

    assert "water-meters: a change that was interrupted" in said.out
    assert git(running.root, "log", "-1", "--format=%s") == "water-meters: proposed: “Water meters”"


@linux
def test_without_git_an_interrupted_change_is_said_to_stand_or_not(running: Office) -> None:
    shutil.rmtree(running.root / ".git")
    note = noted(old="0" * 40, new="1" * 40, since="2026-04-29 09:00:00+05:00")
    (running.root / ".hundredday.intent").write_text(json.dumps(note))

    said = running.run("record", "small", "29")

    assert "interrupted on 2026-04-29" in said.out
    assert not (running.root / ".hundredday.intent").exists()


@pytest.mark.parametrize(
    "change",
    [
        {"path": "../victim.yaml"},
        {"path": "/etc/passwd"},
        {"path": ".git/config"},
        {"path": "challenges/../../victim.yaml"},
        {"path": "out/victim.yaml"},
        {"path": 7},
        {"typed": "abc"},
        {"pid": "x"},
        {"new": None},
    ],
)
def test_a_note_of_a_stranger_leads_nowhere(running: Office, change: dict[str, object], git: RunGit) -> None:
    victim = running.root.parent / "victim.yaml"
    victim.write_text("precious\n")
    (running.root / "out").symlink_to(running.root.parent)
    blob = git(running.root, "hash-object", "--no-filters", str(victim))
    note = noted(id="\x1b[31mx", new=blob, message="x", since="\x1b]8;;x") | change
    (running.root / ".git" / "hundredday.intent").write_text(json.dumps(note))
    head = git(running.root, "rev-parse", "HEAD")

    said = running.run("save")

    assert victim.read_text() == "precious\n"
    assert git(running.root, "rev-parse", "HEAD") == head
    assert "\x1b" not in said.out + said.err


def _succeeds(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.fixture
def small_disk(running: Office, tmp_path: Path) -> Iterator[Office]:
    """The accelerator on a disk of its own that can be filled."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not _succeeds("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)):
        pytest.skip("no disk can be mounted here")
    try:
        yield Office(shutil.copytree(running.root, folder / "office"), running.today)
    finally:
        assert _succeeds("umount", str(folder))


FILLS = "cat /dev/zero > filler 2>/dev/null; exit 1"


def test_a_disk_that_fills_up_while_git_commits_leaves_the_old_file(small_disk: Office, git: RunGit) -> None:
    before = small_disk.file(ID).read_bytes()
    set_hook(small_disk.root, FILLS)

    said = small_disk.run("record", "small", "30", code=4)

    assert "The file is as it was. To try again:" in said.err
    assert small_disk.file(ID).read_bytes() == before
    (small_disk.root / "filler").unlink()
    assert git(small_disk.root, "status", "--porcelain") == ""
    assert not list(small_disk.root.rglob("*hundredday*.tmp"))


def test_a_file_that_cannot_be_put_back_on_a_full_disk_is_kept_elsewhere_and_said_so(
    small_disk: Office, git: RunGit
) -> None:
    large = small_disk.file(ID)
    large.write_text(large.read_text() + "# a remark of mine\n" * 9000)
    small_disk.run("save")
    before = large.read_bytes()
    hook = set_hook(small_disk.root, f"rm -f challenges/.*.old.tmp; {FILLS}")

    said = small_disk.run("record", "small", "30", code=4)

    assert f"{ID}.yaml holds the change, but it was not committed" in said.err
    assert "the disk is full" in said.err
    place = said.err.partition("kept here: ")[2].splitlines()[0].strip()
    assert Path(place).read_bytes() == before
    Path(place).unlink()
    (small_disk.root / "filler").unlink()
    hook.unlink()
    assert "is now committed: 30 days" in small_disk.run("save").out
    assert git(small_disk.root, "status", "--porcelain") == ""


def test_a_full_disk_is_said_before_anything_is_changed(small_disk: Office, git: RunGit) -> None:
    before = small_disk.file(ID).read_bytes()
    subprocess.run(["sh", "-c", FILLS], cwd=small_disk.root, check=False)

    said = small_disk.run("record", "small", "30", code=1)

    assert "the disk is full" in said.err
    assert small_disk.file(ID).read_bytes() == before
    (small_disk.root / "filler").unlink()
    assert git(small_disk.root, "status", "--porcelain") == ""
