"""What commands do in every state that git can be in: commit exactly one change, or refuse and change nothing."""

from __future__ import annotations

import shlex
import shutil
import stat
from typing import TYPE_CHECKING

import pytest

from life import ID

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunGit
    from office import Office

FILE = f"challenges/{ID}.yaml"


def set_hook(root: Path, script: str) -> Path:
    hook = root / ".git" / "hooks" / "pre-commit"
    hook.write_text(f"#!/bin/sh\n{script}\n")
    hook.chmod(hook.stat().st_mode | stat.S_IXUSR)
    return hook


def test_a_command_is_one_commit_of_one_file(running: Office, git: RunGit) -> None:
    running.run("record", "small", "30")

    assert git(running.root, "show", "--format=%s", "--name-only") == (
        f"{ID}: 30 days to judgment on Day 23\n\n{FILE}"
    )
    assert git(running.root, "status", "--porcelain") == ""


def test_what_others_have_staged_or_changed_stays_as_it_is(running: Office, git: RunGit) -> None:
    (running.root / "staged.txt").write_text("staged")
    git(running.root, "add", "staged.txt")
    settings = running.root / "accelerator.yaml"
    settings.write_text(settings.read_text() + "# half a thought\n")
    (running.root / "loose.txt").write_text("loose")
    before = git(running.root, "status", "--porcelain")

    running.run("record", "small", "30")

    assert git(running.root, "status", "--porcelain") == before
    assert git(running.root, "show", "--format=", "--name-only") == FILE


def test_edits_made_by_hand_are_committed_first_and_said(running: Office, git: RunGit) -> None:
    path = running.file(ID)
    path.write_text(path.read_text().replace("Registry has no e-signature", "No e-signature"))

    said = running.run("record", "small", "30")

    assert "edits made by hand are committed" in said.out.splitlines()[0]
    newest, before = git(running.root, "log", "-2", "--format=%s").splitlines()
    assert newest == f"{ID}: 30 days to judgment on Day 23"
    assert "e-signature" in before


def test_edits_made_by_hand_that_are_no_challenge_refuse_with_their_place_and_stay(
    running: Office, git: RunGit
) -> None:
    path, head = running.file(ID), git(running.root, "rev-parse", "HEAD")
    path.write_text(path.read_text() + "colour: green\n")
    edited = path.read_bytes()

    said = running.run("record", "small", "30", code=3)

    line = edited.count(b"\n")
    assert f"{FILE}:{line}:1: error:" in said.err
    assert "colour: green" in said.err
    assert "Traceback" not in said.err
    assert path.read_bytes() == edited
    assert git(running.root, "rev-parse", "HEAD") == head


def test_a_hook_that_refuses_puts_the_file_back_and_what_was_typed_runs_again(
    running: Office, git: RunGit
) -> None:
    hook = set_hook(running.root, "echo 'Readings need a source.' >&2; exit 1")
    before = running.file(ID).read_bytes()

    said = running.run("record", "small", "30", "--note", 'it\'s "live"', code=4)

    assert "A hook of this repository (pre-commit) refused the commit: Readings need a source." in said.err
    assert running.file(ID).read_bytes() == before
    assert git(running.root, "status", "--porcelain") == ""
    hook.unlink()
    program, *words = shlex.split(said.err.splitlines()[-1])
    assert program == "hundredday"
    running.run(*words)
    assert 'it\'s "live"' in running.file(ID).read_text()


def test_a_hook_that_refuses_a_new_candidate_leaves_no_file(running: Office, git: RunGit) -> None:
    set_hook(running.root, "exit 1")

    said = running.run("new", "Another one", code=4)

    assert "hundredday -C" in said.err
    assert not (running.root / "challenges" / "another-one.yaml").exists()
    assert git(running.root, "status", "--porcelain") == ""


def test_a_commit_that_cannot_be_signed_is_not_made(running: Office, git: RunGit) -> None:
    git(running.root, "config", "commit.gpgsign", "true")
    git(running.root, "config", "gpg.program", "false")
    before = running.file(ID).read_bytes()

    said = running.run("record", "small", "30", code=4)

    assert "could not be signed" in said.err
    assert running.file(ID).read_bytes() == before


def test_without_a_name_nothing_is_written(
    running: Office, git: RunGit, monkeypatch: pytest.MonkeyPatch
) -> None:
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.delenv(f"GIT_{role}_NAME")
        monkeypatch.delenv(f"GIT_{role}_EMAIL")

    said = running.run("record", "small", "30", code=4)

    assert "git config --global user.name" in said.err
    assert git(running.root, "status", "--porcelain") == ""
    running.run("record", "small", "30", "--no-commit")
    running.run("status")


def test_a_detached_head_is_refused(running: Office, git: RunGit) -> None:
    git(running.root, "switch", "--quiet", "--detach")

    said = running.run("record", "small", "30", code=4)

    assert "no branch" in said.err
    assert git(running.root, "status", "--porcelain") == ""


@pytest.mark.parametrize("operation", ["merge", "rebase"])
def test_a_merge_or_rebase_that_is_half_way_is_refused(operation: str, running: Office, git: RunGit) -> None:
    notes = running.root / "notes.txt"
    for branch, text in (("other", "theirs"), ("main", "ours")):
        git(running.root, "switch", "--quiet", *(("--create", branch) if branch == "other" else (branch,)))
        notes.write_text(text)
        git(running.root, "add", "notes.txt")
        git(running.root, "commit", "--quiet", "--message", text)
    git(running.root, operation, "other", fails=True)

    said = running.run("record", "small", "30", code=4)

    assert f"`git {operation}` is half-way" in said.err
    assert git(running.root, "diff", "--name-only", "--", "challenges") == ""
    running.run("status")


def test_a_challenge_with_conflict_markers_is_named_and_hides_no_other(office: Office) -> None:
    office.run("new", "One")
    office.run("new", "Two")
    path = office.file("two")
    path.write_text(f"<<<<<<< HEAD\n{path.read_text()}=======\n>>>>>>> other\n")

    said = office.run("status")

    assert "One" in said.out
    assert "challenges/two.yaml cannot be read as a challenge" in said.err
    assert "conflict" in office.run("describe", "two", "--title", "Three", code=3).err


def test_the_first_commit_of_a_repository_can_be_a_candidate(
    office: Office, git: RunGit, tmp_path: Path
) -> None:
    unborn = tmp_path / "unborn"
    unborn.mkdir()
    (unborn / "accelerator.yaml").write_text("format: 1\n")
    git(unborn, "init", "--quiet", "--initial-branch=main")
    office.root = unborn

    office.run("new", "Small claims")

    assert git(unborn, "log", "--format=%s") == "small-claims: proposed: “Small claims”"
    assert git(unborn, "status", "--porcelain") == "?? accelerator.yaml"


def test_an_accelerator_may_be_a_folder_of_a_larger_repository(
    office: Office, git: RunGit, tmp_path: Path
) -> None:
    larger = tmp_path / "larger"
    larger.mkdir()
    git(larger, "init", "--quiet")
    (larger / "staged.txt").write_text("staged")
    git(larger, "add", "staged.txt")
    office.root = larger / "reforms"

    office.run("init")
    office.run("new", "Small claims")

    assert not (office.root / ".git").exists()
    assert git(larger, "show", "--format=", "--name-only") == "reforms/challenges/small-claims.yaml"
    assert git(larger, "status", "--porcelain") == "A  staged.txt"


def test_a_linked_work_tree_is_worked_in_like_any_other(running: Office, git: RunGit, tmp_path: Path) -> None:
    git(running.root, "worktree", "add", "--quiet", str(tmp_path / "linked"))
    running.root = tmp_path / "linked"

    running.run("record", "small", "30")

    assert git(running.root, "log", "-1", "--format=%D %s") == (
        f"HEAD -> linked {ID}: 30 days to judgment on Day 23"
    )


def test_a_bare_repository_is_named_as_one(running: Office, git: RunGit, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--bare", str(running.root), "bare")
    running.root = tmp_path / "bare"

    said = running.run("init", code=4)

    assert "bare git repository" in said.err
    running.run("status", code=2)


def test_a_folder_without_git_works_and_says_once_that_there_is_no_audit_trail(running: Office) -> None:
    shutil.rmtree(running.root / ".git")

    said = running.run("record", "small", "30")

    assert "there is no audit trail" in said.err
    assert "audit trail" not in running.run("record", "small", "29").err
    assert "value: 29" in running.file(ID).read_text()
    assert "not in git" in running.run("save", code=2).err


def test_a_folder_in_git_is_not_changed_where_the_git_program_is_missing(
    running: Office, git: RunGit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("PATH", str(tmp_path / "nothing"))

        said = running.run("record", "small", "30", code=4)
        running.run("status")

    assert "the git program is not found" in said.err
    assert git(running.root, "status", "--porcelain") == ""


def test_no_commit_changes_the_file_and_the_next_command_commits_it(running: Office, git: RunGit) -> None:
    head = git(running.root, "rev-parse", "HEAD")

    running.run("--no-commit", "record", "small", "30")
    running.run("declare", "small", "green", "--because", "Ahead", "--no-commit")

    assert git(running.root, "rev-parse", "HEAD") == head
    assert git(running.root, "status", "--porcelain") == f" M {FILE}"
    said = running.run("record", "small", "29")
    assert "edits made by hand are committed" in said.out
    assert git(running.root, "rev-list", "--count", f"{head}..HEAD") == "2"


def test_a_lock_that_git_left_is_named_and_left_alone(running: Office, git: RunGit) -> None:
    lock = running.root / ".git" / "index.lock"
    lock.touch()

    said = running.run("record", "small", "30", code=4)

    assert "index.lock" in said.err
    assert lock.exists()
    lock.unlink()
    assert git(running.root, "status", "--porcelain") == ""
