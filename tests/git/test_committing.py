"""One commit of exactly these files, whatever else is going on."""

from __future__ import annotations

import os
import stat
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hundredday.git import GitFailed, Repository, blob_at_head, commit, configure, head_of, init

if TYPE_CHECKING:
    from conftest import RunGit


def _put(repository: Repository, name: str, text: str) -> Path:
    path = repository.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def _hook(repository: Repository, name: str, script: str) -> None:
    hook = repository.git_dir / "hooks" / name
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\n{script}\n")
    hook.chmod(hook.stat().st_mode | stat.S_IXUSR)


def test_the_first_commit_of_a_new_repository_holds_one_file(tmp_path: Path, git: RunGit) -> None:
    repository = init(tmp_path / "new")
    path = _put(repository, "challenges/a.yaml", "title: A\n")
    _put(repository, "other.yaml", "not mine\n")

    made = commit(repository, [path], "a: proposed")

    assert made == git(repository.root, "rev-parse", "HEAD")
    assert git(repository.root, "ls-tree", "-r", "--name-only", "HEAD") == "challenges/a.yaml"
    assert git(repository.root, "status", "--porcelain") == "?? other.yaml"


def test_the_present_content_is_committed_and_not_what_was_staged(
    repository: Repository, git: RunGit
) -> None:
    path = _put(repository, "a.yaml", "staged\n")
    git(repository.root, "add", "a.yaml")
    path.write_text("present\n")

    commit(repository, [path], "a: changed")

    assert blob_at_head(repository, path) == b"present\n"
    assert git(repository.root, "status", "--porcelain") == ""


def test_what_others_have_staged_and_changed_stays_as_it_was(repository: Repository, git: RunGit) -> None:
    _put(repository, "staged.yaml", "1\n")
    git(repository.root, "add", "staged.yaml")
    _put(repository, "accelerator.yaml", "changed: 1\n")
    path = _put(repository, "a.yaml", "mine\n")
    before = git(repository.root, "status", "--porcelain").replace("?? a.yaml", "").split()

    commit(repository, [path], "a: changed")

    assert git(repository.root, "status", "--porcelain").split() == before
    assert git(repository.root, "show", "--name-only", "--format=") == "a.yaml"


def test_a_removed_file_is_committed_as_removed(repository: Repository, git: RunGit) -> None:
    path = repository.root / "accelerator.yaml"
    path.unlink()

    commit(repository, [path], "Removed")

    assert git(repository.root, "ls-tree", "--name-only", "HEAD") == ""


@pytest.mark.parametrize("staged", [True, False])
def test_a_rename_is_its_two_paths(repository: Repository, git: RunGit, staged: bool) -> None:
    old, new = repository.root / "accelerator.yaml", repository.root / "sub" / "b.yaml"
    new.parent.mkdir()
    if staged:
        git(repository.root, "mv", "accelerator.yaml", "sub/b.yaml")
    else:
        old.rename(new)

    commit(repository, [old, new], "Renamed")

    assert git(repository.root, "show", "-M", "--name-status", "--format=").split("\t")[0] == "R100"
    assert git(repository.root, "status", "--porcelain") == ""


def test_a_file_renamed_before_it_was_ever_committed_is_just_new(repository: Repository, git: RunGit) -> None:
    gone, path = repository.root / "never.yaml", _put(repository, "a.yaml", "1\n")

    commit(repository, [gone, path], "a: proposed")

    assert git(repository.root, "show", "--name-only", "--format=") == "a.yaml"


def test_a_commit_without_a_change_is_refused(repository: Repository) -> None:
    before = head_of(repository)

    with pytest.raises(GitFailed, match="nothing to commit") as refused:
        commit(repository, [repository.root / "accelerator.yaml"], "Nothing")

    assert refused.value.code == "nothing"
    assert head_of(repository) == before


def test_a_file_that_never_was_is_nothing_to_commit(repository: Repository) -> None:
    with pytest.raises(GitFailed, match="nothing to commit"):
        commit(repository, [repository.root / "never.yaml"], "Nothing")


def test_a_file_outside_the_repository_is_refused(repository: Repository, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("1\n")

    with pytest.raises(GitFailed, match="is not in the git repository"):
        commit(repository, [outside], "Outside")


def test_the_message_is_taken_word_for_word(repository: Repository, git: RunGit) -> None:
    message = "# not a comment\n\n  two  spaces  \n\n\n\nHundredday-Event: reading\n"
    path = _put(repository, "a.yaml", "1\n")

    commit(repository, [path], message)

    assert git(repository.root, "log", "-1", "--format=%B") == message


def test_a_commit_can_be_dated_back(repository: Repository, git: RunGit) -> None:
    when = datetime(2026, 4, 13, 9, 30, tzinfo=timezone(timedelta(hours=5)))
    path = _put(repository, "a.yaml", "1\n")

    commit(repository, [path], "a: 42 days", when=when)

    assert git(repository.root, "log", "-1", "--format=%aI %cI") == f"{when.isoformat()} {when.isoformat()}"


@pytest.mark.parametrize(
    "name", ["challenges/құқық.yaml", "-rf.yaml", ":(glob)*.yaml", "a b\nc.yaml", "*.yaml"]
)
def test_any_file_name_means_that_file_alone(repository: Repository, git: RunGit, name: str) -> None:
    path = _put(repository, name, "1\n")
    _put(repository, "bystander.yaml", "1\n")

    commit(repository, [path], "One")

    assert git(repository.root, "show", "-z", "--name-only", "--format=") == f"{name}\0"
    assert blob_at_head(repository, path) == b"1\n"


@pytest.mark.parametrize("name", ["pre-commit", "commit-msg", "prepare-commit-msg"])
def test_a_hook_that_refuses_is_named_with_its_words(repository: Repository, git: RunGit, name: str) -> None:
    _hook(repository, name, "echo 'no commits on a Friday' >&2; exit 1")
    path = _put(repository, "a.yaml", "1\n")
    before = head_of(repository)

    with pytest.raises(GitFailed) as refused:
        commit(repository, [path], "One")

    assert refused.value.code == "hook"
    assert name in refused.value.text
    assert "no commits on a Friday" in refused.value.text
    assert head_of(repository) == before
    assert git(repository.root, "status", "--porcelain") == "?? a.yaml"


def test_a_hook_that_refuses_the_first_commit_leaves_the_index_empty(tmp_path: Path, git: RunGit) -> None:
    repository = init(tmp_path)
    _hook(repository, "pre-commit", "exit 1")
    path = _put(repository, "a.yaml", "1\n")

    with pytest.raises(GitFailed, match="pre-commit"):
        commit(repository, [path], "One")

    assert git(repository.root, "ls-files") == ""


def test_a_hook_that_agrees_is_run(repository: Repository) -> None:
    _hook(repository, "pre-commit", "touch ran")
    path = _put(repository, "a.yaml", "1\n")

    commit(repository, [path], "One")

    assert (repository.root / "ran").exists()


@pytest.mark.parametrize("asked_by", ["user", "caller"])
def test_a_signature_that_fails_makes_no_commit(repository: Repository, git: RunGit, asked_by: str) -> None:
    configure(repository, "gpg.program", "false")
    configure(repository, "commit.gpgsign", str(asked_by == "user").lower())
    path = _put(repository, "a.yaml", "1\n")
    before = head_of(repository)

    with pytest.raises(GitFailed) as refused:
        commit(repository, [path], "One", sign=asked_by == "caller")

    assert refused.value.code == "signing"
    assert head_of(repository) == before
    assert git(repository.root, "status", "--porcelain") == "?? a.yaml"


def test_an_ignored_file_is_refused_in_a_sentence(repository: Repository) -> None:
    (repository.root / ".gitignore").write_text("*.yaml\n")
    path = _put(repository, "a.yaml", "1\n")

    with pytest.raises(GitFailed, match="ignore") as refused:
        commit(repository, [path], "One")

    assert refused.value.code == "ignored"
    assert "git check-ignore" in refused.value.mend


def test_a_lock_that_appears_in_between_is_named(repository: Repository) -> None:
    path = _put(repository, "accelerator.yaml", "changed: 1\n")
    lock = repository.git_dir / "index.lock"
    lock.touch()

    with pytest.raises(GitFailed) as refused:
        commit(repository, [path], "One")

    assert refused.value.code == "locked"
    assert str(lock) in refused.value.text
    assert lock.exists()


def test_a_commit_that_git_calls_failed_but_made_counts_as_made(repository: Repository, git: RunGit) -> None:
    path = _put(repository, "accelerator.yaml", "changed: 1\n")
    before = head_of(repository)
    # The branch is moved, and then the index cannot be written: git reports an error.
    _hook(
        repository,
        "reference-transaction",
        'test "$1" = committed && mv .git/index .git/old && mkdir -p .git/index/full; true',
    )

    made = commit(repository, [path], "One")

    assert (repository.git_dir / "index").is_dir()
    assert made == head_of(repository) != before
    assert git(repository.root, "rev-parse", "HEAD~1") == before
    assert blob_at_head(repository, path) == b"changed: 1\n"


def test_a_hook_on_references_that_refuses_is_named(repository: Repository) -> None:
    _hook(repository, "reference-transaction", "exit 1")
    path = _put(repository, "accelerator.yaml", "changed: 1\n")

    with pytest.raises(GitFailed) as refused:
        commit(repository, [path], "One")

    assert refused.value.code == "hook"


def test_an_environment_that_points_elsewhere_is_not_followed(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, git: RunGit
) -> None:
    other = init(tmp_path / "other")
    for name, place in (
        ("DIR", other.git_dir),
        ("WORK_TREE", other.root),
        ("INDEX_FILE", tmp_path / "index"),
    ):
        monkeypatch.setenv(f"GIT_{name}", str(place))
    path = _put(repository, "a.yaml", "1\n")

    made = commit(repository, [path], "One")

    for name in ("DIR", "WORK_TREE", "INDEX_FILE"):
        monkeypatch.delenv(f"GIT_{name}")
    assert git(repository.root, "rev-parse", "HEAD") == made
    assert head_of(other) is None


def test_a_branch_in_folders_and_a_linked_work_tree_can_be_committed_to(
    repository: Repository, git: RunGit, tmp_path: Path
) -> None:
    git(repository.root, "worktree", "add", "--quiet", "-b", "cohort/2026/spring", str(tmp_path / "tree"))
    tree = Repository.around(tmp_path / "tree")
    assert tree is not None
    path = _put(tree, "challenges/a.yaml", "1\n")

    made = commit(tree, [path], "One")

    assert git(repository.root, "rev-parse", "cohort/2026/spring") == made


@pytest.mark.skipif(sys.platform != "linux", reason="/proc names what is flushed")
def test_the_folders_of_the_branch_are_flushed_to_the_disk(
    repository: Repository, git: RunGit, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(repository.root, "switch", "--quiet", "--create", "cohort/spring")
    flushed: list[str] = []
    monkeypatch.setattr(
        os, "fsync", lambda descriptor: flushed.append(str(Path(f"/proc/self/fd/{descriptor}").readlink()))
    )

    commit(repository, [_put(repository, "a.yaml", "1\n")], "One")

    heads = repository.git_dir / "refs/heads"
    assert flushed[:2] == [str(heads / "cohort"), str(heads)]


def test_windows_line_ends_are_git_s_business(repository: Repository, git: RunGit) -> None:
    configure(repository, "core.autocrlf", "true")
    path = repository.root / "a.yaml"
    path.write_bytes(b"a: 1\r\nb: 2\r\n")

    commit(repository, [path], "One")

    assert blob_at_head(repository, path) == b"a: 1\nb: 2\n"
    assert path.read_bytes() == b"a: 1\r\nb: 2\r\n"
    assert git(repository.root, "status", "--porcelain") == ""
