"""References read from git's own files say what git says, or nothing."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from hundredday.git import Repository, commit, head_of, init
from hundredday.git.refs import has_none, head_in, ref_in

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunGit


def head(repository: Repository) -> str | None:
    return head_in(repository.git_dir, repository.common_dir)


def committed(repository: Repository, content: str) -> str:
    path = repository.root / "a.yaml"
    path.write_text(content)
    return commit(repository, [path], "Change")


def test_head_is_read_on_a_branch_packed_or_not_and_on_none(repository: Repository, git: RunGit) -> None:
    first = committed(repository, "one\n")
    assert head(repository) == first
    git(repository.root, "pack-refs", "--all")
    assert head(repository) == first
    second = committed(repository, "two\n")
    assert head(repository) == second
    git(repository.root, "switch", "--quiet", "--detach", first)
    assert head(repository) == head_of(repository) == first
    git(repository.root, "switch", "--quiet", "--create", "a/branch/with/folders")
    git(repository.root, "pack-refs", "--all")
    assert head(repository) == first


def test_before_the_first_commit_git_is_asked(tmp_path: Path) -> None:
    new = init(tmp_path / "new")

    assert head(new) is None
    assert head_of(new) is None


def test_a_linked_work_tree_has_a_head_of_its_own(
    repository: Repository, git: RunGit, tmp_path: Path
) -> None:
    first = committed(repository, "one\n")
    git(repository.root, "worktree", "add", "--quiet", "-b", "aside", str(tmp_path / "aside"))
    second = committed(repository, "two\n")
    aside = Repository.around(tmp_path / "aside")
    assert aside

    assert head(aside) == first
    assert head(repository) == second


@pytest.mark.parametrize(
    "said",
    [
        *("", "\0" * 41, "ref: refs/heads/none", "ref: refs/heads/../../../../secret", "ref: /etc/passwd"),
        *("ref: refs/heads/other", "0" * 40, "f" * 39, "ref: refs/heads/.invalid"),
    ],
)
def test_what_is_no_plain_reference_is_left_to_git(repository: Repository, tmp_path: Path, said: str) -> None:
    committed(repository, "one\n")
    (tmp_path / "secret").write_text("f" * 40)
    (repository.git_dir / "refs/heads/other").write_text("ref: refs/heads/main\n")

    (repository.git_dir / "HEAD").write_text(said)

    assert head(repository) is None


@pytest.mark.parametrize("name", ["HEAD", "refs/heads/main", "packed-refs"])
def test_what_has_no_end_or_never_begins_is_not_read(repository: Repository, name: str) -> None:
    committed(repository, "one\n")
    (repository.git_dir / "refs/heads/main").unlink()
    (repository.git_dir / name).unlink(missing_ok=True)
    os.mkfifo(repository.git_dir / name)

    assert head(repository) is None
    assert has_none(repository.common_dir, "refs/replace/")


def test_a_folder_of_references_is_known_to_be_empty(repository: Repository, git: RunGit) -> None:
    made = committed(repository, "one\n")
    here = repository.common_dir

    assert has_none(here, "refs/tags/hundredday/seal/")
    git(repository.root, "update-ref", "refs/tags/hundredday/seal/one", made)
    assert not has_none(here, "refs/tags/hundredday/seal/")
    git(repository.root, "pack-refs", "--all")
    assert not has_none(here, "refs/tags/hundredday/seal/")
    assert ref_in(here, "refs/tags/hundredday/seal/one") == made
    assert has_none(here, "refs/replace/")
    git(repository.root, "update-ref", "-d", "refs/tags/hundredday/seal/one")
    assert has_none(here, "refs/tags/hundredday/seal/")


def test_references_kept_in_tables_are_left_to_git(repository: Repository) -> None:
    committed(repository, "one\n")

    (repository.git_dir / "HEAD").write_text("ref: refs/heads/.invalid\n")
    (repository.git_dir / "reftable").mkdir()

    assert head(repository) is None
    assert not has_none(repository.common_dir, "refs/replace/")
