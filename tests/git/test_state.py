"""Git states in which a commit may or may not be made."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from hundredday.errors import ExitCode
from hundredday.git import GitFailed, Repository, commit, cut_at, init, refuse_unsound
from hundredday.git.state import state

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunGit


def test_a_branch_with_commits_is_sound(repository: Repository, git: RunGit) -> None:
    now = refuse_unsound(repository)

    assert now.head == git(repository.root, "rev-parse", "HEAD")
    assert now.branch == "main"
    assert (now.unborn, now.detached, now.under_way, now.bare, now.shallow) == (
        False,
        False,
        None,
        False,
        False,
    )


def test_a_branch_before_its_first_commit_is_sound(tmp_path: Path) -> None:
    repository = init(tmp_path)

    now = refuse_unsound(repository)

    assert now.unborn
    assert (now.head, now.branch) == (None, "main")


def test_a_detached_checkout_is_refused(repository: Repository, git: RunGit) -> None:
    git(repository.root, "checkout", "--quiet", "--detach")

    with pytest.raises(GitFailed) as refused:
        refuse_unsound(repository)

    assert refused.value.code == "detached"
    assert "git switch" in refused.value.mend
    assert refused.value.exit_code is ExitCode.GIT


def _two_branches_that_conflict(repository: Repository, git: RunGit) -> None:
    file = repository.root / "a.yaml"
    for branch, text in (("main", "one"), ("other", "two"), ("main", "three")):
        if branch == "other":
            git(repository.root, "switch", "--quiet", "--create", branch)
        else:
            git(repository.root, "switch", "--quiet", branch)
        file.write_text(f"{text}\n")
        git(repository.root, "add", "a.yaml")
        git(repository.root, "commit", "--quiet", f"--message={text}")


@pytest.mark.parametrize(
    ("started", "under_way"),
    [
        (("merge", "other"), "merge"),
        (("rebase", "other"), "rebase"),
        (("cherry-pick", "other"), "cherry-pick"),
        (("revert", "--no-edit", "HEAD~1"), "revert"),
    ],
)
def test_an_operation_stopped_on_a_conflict_is_refused(
    repository: Repository, git: RunGit, started: tuple[str, ...], under_way: str
) -> None:
    _two_branches_that_conflict(repository, git)
    git(repository.root, *started, fails=True)

    with pytest.raises(GitFailed, match="half-way") as refused:
        refuse_unsound(repository)

    assert state(repository).under_way == under_way
    assert f"git {under_way} --abort" in refused.value.mend


def test_a_mail_patch_that_stopped_is_refused(repository: Repository, git: RunGit, tmp_path: Path) -> None:
    _two_branches_that_conflict(repository, git)
    patch = tmp_path / "patch"
    patch.write_text(git(repository.root, "format-patch", "-1", "other", "--stdout") + "\n")
    git(repository.root, "am", str(patch), fails=True)

    with pytest.raises(GitFailed, match="half-way"):
        refuse_unsound(repository)

    assert state(repository).under_way == "am"


def test_a_bisect_is_refused(repository: Repository, git: RunGit) -> None:
    git(repository.root, "bisect", "start")

    with pytest.raises(GitFailed, match="`git bisect` is half-way") as refused:
        refuse_unsound(repository)

    assert "git bisect reset" in refused.value.mend


def test_a_shallow_clone_says_where_its_history_is_cut(
    repository: Repository, git: RunGit, tmp_path: Path
) -> None:
    (repository.root / "a.yaml").write_text("1\n")
    git(repository.root, "add", "a.yaml")
    git(repository.root, "commit", "--quiet", "--message=Two", "--date=2026-04-06T10:00:00+05:00")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository.root}", "clone")

    clone = Repository.around(tmp_path / "clone")

    assert clone is not None
    assert refuse_unsound(clone).shallow
    cut = cut_at(clone)
    assert cut is not None
    assert int(cut.timestamp()) == int(git(repository.root, "log", "-1", "--format=%ct"))
    assert cut_at(repository) is None


def test_a_linked_work_tree_has_a_state_of_its_own(
    repository: Repository, git: RunGit, tmp_path: Path
) -> None:
    _two_branches_that_conflict(repository, git)
    git(repository.root, "worktree", "add", "--quiet", "-b", "third", str(tmp_path / "tree"), "main")
    git(tmp_path / "tree", "merge", "other", fails=True)

    tree = Repository.around(tmp_path / "tree")

    assert tree is not None
    assert tree.common_dir == repository.git_dir
    assert (state(tree).branch, state(tree).under_way) == ("third", "merge")
    assert state(repository).under_way is None


def test_a_bare_repository_is_refused(tmp_path: Path, git: RunGit) -> None:
    git(tmp_path, "init", "--quiet", "--bare", "bare.git")

    repository = Repository.around(tmp_path / "bare.git")

    assert repository is not None
    with pytest.raises(GitFailed, match="bare") as refused:
        refuse_unsound(repository)
    assert "Clone it" in refused.value.mend


@pytest.mark.parametrize("role", ["AUTHOR", "COMMITTER"])
def test_without_a_name_nothing_is_committed(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, role: str
) -> None:
    monkeypatch.delenv(f"GIT_{role}_NAME")
    monkeypatch.delenv(f"GIT_{role}_EMAIL")

    with pytest.raises(GitFailed) as refused:
        refuse_unsound(repository)

    assert refused.value.code == "no-identity"
    assert "git config --global user.name" in refused.value.mend


def test_a_name_in_the_repository_is_enough(
    repository: Repository, git: RunGit, monkeypatch: pytest.MonkeyPatch
) -> None:
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.delenv(f"GIT_{role}_NAME")
        monkeypatch.delenv(f"GIT_{role}_EMAIL")
    git(repository.root, "config", "user.name", "Timur")
    git(repository.root, "config", "user.email", "timur@example.org")

    now = refuse_unsound(repository)

    assert now.branch == "main"


def test_an_index_lock_is_named_with_age_and_owner_and_left_there(repository: Repository) -> None:
    lock = repository.git_dir / "index.lock"
    lock.touch()
    os.utime(lock, (lock.stat().st_mtime - 7200, lock.stat().st_mtime - 7200))

    with pytest.raises(GitFailed) as refused:
        refuse_unsound(repository, patience=0)

    assert refused.value.code == "locked"
    assert "2 hours old" in refused.value.text
    assert "belongs to" in refused.value.text
    assert str(lock) in refused.value.text
    assert "hundredday setup --unlock" in refused.value.mend
    assert lock.exists()


def test_a_damaged_branch_is_not_taken_for_a_new_one(repository: Repository) -> None:
    (repository.git_dir / "refs/heads/main").write_text("")

    with pytest.raises(GitFailed) as refused:
        state(repository)

    assert refused.value.code == "damaged"
    assert "git fsck" in refused.value.mend


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_a_folder_of_another_user_is_refused_in_gits_own_way(repository: Repository) -> None:
    for path in (repository.root, repository.git_dir):
        os.chown(path, 4321, 4321)

    with pytest.raises(GitFailed) as refused:
        Repository.around(repository.root)

    assert refused.value.code == "not-ours"
    assert "safe.directory" in refused.value.mend


def test_a_submodule_is_a_repository_of_its_own(repository: Repository, git: RunGit, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main", "outer")
    outer = tmp_path / "outer"
    allow = ("-c", "protocol.file.allow=always")
    git(outer, *allow, "submodule", "--quiet", "add", str(repository.root), "inner")

    inner = Repository.around(outer / "inner")

    assert inner is not None
    assert inner.root == outer / "inner"
    assert refuse_unsound(inner).branch == "main"
    (inner.root / "a.yaml").write_text("1\n")
    commit(inner, [inner.root / "a.yaml"], "One")
    assert git(inner.root, "log", "-1", "--format=%s") == "One"
