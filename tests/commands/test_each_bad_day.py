"""Each bad day has a sentence of its own: looking goes on, changing is refused before anything is written."""

from __future__ import annotations

import os
import stat
import subprocess
import time
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from hundredday.app import app
from life import ID

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import RunGit
    from office import Office

FILE = f"challenges/{ID}.yaml"


def other_branch(root: Path, git: RunGit) -> None:
    """A branch that changed a line which main has changed, too."""
    for branch, text in (("other", "theirs"), ("main", "ours")):
        git(root, "switch", "--quiet", *(("--create", branch) if branch == "other" else (branch,)))
        (root / "notes.txt").write_text(text)
        git(root, "add", "notes.txt")
        git(root, "commit", "--quiet", "--message", text)


def cherry_pick(root: Path, git: RunGit) -> None:
    other_branch(root, git)
    git(root, "cherry-pick", "other", fails=True)


def revert(root: Path, git: RunGit) -> None:
    other_branch(root, git)
    (root / "notes.txt").write_text("later")
    git(root, "commit", "--quiet", "--all", "--message=later")
    git(root, "revert", "--no-edit", "HEAD~1", fails=True)


def bisect(root: Path, git: RunGit) -> None:
    git(root, "bisect", "start", "HEAD", "HEAD~5")


def detached(root: Path, git: RunGit) -> None:
    git(root, "switch", "--quiet", "--detach")


def hook(root: Path, git: RunGit) -> None:
    path = root / ".git" / "hooks" / "commit-msg"
    path.write_text("#!/bin/sh\necho 'No commits on Fridays.' >&2\nexit 1\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def unsigned(root: Path, git: RunGit) -> None:
    git(root, "config", "commit.gpgsign", "true")
    git(root, "config", "gpg.program", "false")


def corrupt(root: Path, git: RunGit) -> None:
    blob = git(root, "rev-parse", "HEAD^{tree}")
    path = root / ".git" / "objects" / blob[:2] / blob[2:]
    path.chmod(0o644)
    path.write_bytes(b"rubbish")


def markers(root: Path, git: RunGit) -> None:
    path = root / FILE
    path.write_text(f"<<<<<<< HEAD\n{path.read_text()}=======\n>>>>>>> other\n")


def pointer(root: Path, git: RunGit) -> None:
    (root / FILE).write_text("version https://git-lfs.github.com/spec/v1\noid sha256:12\nsize 5\n")


def ignored(root: Path, git: RunGit) -> None:
    git(root, "rm", "--quiet", "--cached", FILE)
    git(root, "commit", "--quiet", "--message=Out")
    (root / ".gitignore").write_text("challenges/\n")


DAYS: dict[str, tuple[Callable[[Path, RunGit], None], int, str]] = {
    "cherry-pick": (cherry_pick, 4, "`git cherry-pick` is half-way"),
    "revert": (revert, 4, "`git revert` is half-way"),
    "bisect": (bisect, 4, "git bisect reset"),
    "detached": (detached, 4, "stands on a single commit and on no branch"),
    "hook": (hook, 4, "(commit-msg) refused the commit: No commits on Fridays."),
    "signing": (unsigned, 4, "could not be signed"),
    "corrupt object": (corrupt, 4, "git fsck --full"),
    "conflict markers": (markers, 3, "Git left a conflict here"),
    "LFS pointer": (pointer, 3, "git lfs pull"),
    "ignored": (ignored, 4, ".gitignore"),
}


@pytest.mark.parametrize("day", DAYS)
def test_on_a_bad_day_a_change_is_refused_in_a_sentence_of_its_own_and_nothing_is_changed(
    running: Office, git: RunGit, day: str
) -> None:
    spoil, code, sentence = DAYS[day]
    spoil(running.root, git)
    before, head = (running.root / FILE).read_bytes(), (running.root / ".git" / "HEAD").read_bytes()

    refused = running.run("record", "small", "30", code=code)
    looked = running.run("status")

    assert sentence in " ".join(refused.err.split())
    assert "Traceback" not in refused.err + looked.err
    assert (running.root / FILE).read_bytes() == before
    assert (running.root / ".git" / "HEAD").read_bytes() == head


def test_a_file_that_is_deleted_under_our_hands_is_named_as_gone(running: Office) -> None:
    path = running.file(ID)
    source = path.read_bytes()
    path.unlink()

    assert f"No challenge has the id “{ID}”" in running.run("record", ID, "30", code=2).err
    path.write_bytes(source)
    running.run("record", ID, "30")


def test_links_in_a_circle_are_named_and_hide_nothing(running: Office) -> None:
    (running.root / "challenges" / "round.yaml").symlink_to(running.root / "challenges" / "round.yaml")
    (running.root / "challenges" / "folder").symlink_to(running.root / "challenges")

    checked = running.run("check", code=1)

    assert "round.yaml" in checked.out
    running.run("record", "small", "30")


def test_twins_that_differ_in_case_only_are_named(running: Office) -> None:
    twin = running.root / "challenges" / f"{ID.upper()}.yaml"
    twin.write_bytes(running.file(ID).read_bytes())

    assert "has the id of another file" in " ".join(running.run("check", code=1).out.split())


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives folders away")
def test_a_folder_of_somebody_else_is_said_to_be_one(running: Office) -> None:
    subprocess.run(["chown", "--recursive", "4321:4321", str(running.root)], check=True)

    said = running.run("record", "small", "30", code=4)

    assert "belongs to another user" in said.err
    assert "safe.directory" in said.err


def test_in_a_submodule_a_change_is_committed_there(running: Office, git: RunGit, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "larger")
    larger = tmp_path / "larger"
    git(larger, "-c", "protocol.file.allow=always", "submodule", "add", "--quiet", str(running.root), "inner")
    running.root = larger / "inner"

    running.run("record", "small", "30")

    assert git(larger / "inner", "log", "-1", "--format=%s") == f"{ID}: 30 days to judgment on Day 23"
    assert not list((larger / ".git").rglob("*.intent"))


def test_with_line_ends_of_windows_one_reading_stays_one_line(running: Office, git: RunGit) -> None:
    (running.root / ".gitattributes").unlink()
    git(running.root, "commit", "--quiet", "--all", "--message=No attributes")
    git(running.root, "config", "core.autocrlf", "true")
    path = running.file(ID)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    running.run("record", "small", "30")

    assert git(running.root, "show", "--format=", "--numstat").split() == ["1", "0", FILE]
    assert path.read_bytes().count(b"\r\n") == path.read_bytes().count(b"\n")


@pytest.mark.parametrize("words", [("record", "small", "30"), ("new", "Water meters")])
def test_a_clock_that_went_backwards_is_said_at_the_write_and_found_by_the_audit(
    running: Office, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2001-01-01T00:00:00+0000")
    said = running.run(*words)
    monkeypatch.delenv("GIT_COMMITTER_DATE")

    assert "warning: this commit is dated 2001-01-01 00:00 UTC, and the one before it 20" in said.err
    assert "If the clock is wrong, set it right before the next change" in said.err
    assert "dates-run-backwards" in running.run("audit", code=1).out
    assert "warning" not in running.run("lesson", "small", "Set the clock first").err


def test_a_clock_that_is_a_few_minutes_behind_is_nobodys_concern(
    running: Office, git: RunGit, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = int(git(running.root, "log", "-1", "--format=%ct"))
    monkeypatch.setenv("GIT_COMMITTER_DATE", f"@{before - 300} +0000")

    assert "warning" not in running.run("record", "small", "30").err
    assert "dates-run-backwards" not in running.run("audit").out


def test_a_file_that_tells_of_a_day_ahead_of_the_clock_is_named_and_written_all_the_same(
    running: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    running.today = "2099-01-05"
    assert "warning" not in running.run("record", "small", "30").err  # the day was given: no clock is asked
    typed = ["-C", str(running.root), "lesson", "small", "Clocks go wrong"]

    said = CliRunner().invoke(app, typed)

    assert said.exit_code == 0
    assert "tells of 2099-01-05, and by the clock of this machine today is 20" in said.stderr
    assert "lesson kept" in said.stdout


def test_a_lock_that_was_left_on_our_mark_is_said_once_and_stands_in_nobodys_way(
    running: Office, git: RunGit
) -> None:
    lock = running.root / ".git" / "refs" / "hundredday" / "seen" / "main.lock"
    lock.touch()
    os.utime(lock, (time.time() - 7200,) * 2)

    first = running.run("record", "small", "30")
    second = running.run("lesson", "small", "Judges adopt what a judge shows them")

    assert f"note: {lock} belongs to " in first.err
    assert "is 2 hours old" in first.err
    assert "hundredday setup --unlock" in first.err
    assert "belongs to" not in second.err
    running.run("setup", "--unlock", "--yes")
    running.run("lesson", "small", "Two clerks are enough")
    head = git(running.root, "rev-parse", "HEAD")
    assert git(running.root, "rev-parse", "refs/hundredday/seen/main") == head


def test_a_shallow_clone_works_and_says_where_its_history_is_cut(
    running: Office, git: RunGit, tmp_path: Path
) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=2", f"file://{running.root}", "shallow")
    running.root = tmp_path / "shallow"

    running.run("record", "small", "30")

    assert "cut" in running.run("log").err + running.run("log").out


def test_a_checkout_that_leaves_its_branch_while_the_editor_is_open_takes_no_commit(
    running: Office, git: RunGit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor"
    editor.write_text(
        f'#!/bin/sh\ngit -C "{running.root}" switch --quiet --detach\nsleep 0.6\necho "# mine" >> "$1"\n'
    )
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    head, before = git(running.root, "rev-parse", "HEAD"), running.file(ID).read_bytes()

    refused = running.run("edit", "small", code=4)

    assert "stands on a single commit and on no branch" in refused.err
    assert git(running.root, "rev-parse", "HEAD") == head
    assert running.file(ID).read_bytes() == before
    (draft,) = running.root.rglob(".*.draft.yaml")
    assert draft.read_text().endswith("# mine\n")
