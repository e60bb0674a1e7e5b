"""Finding the repository around a folder, and what git's refusals are turned into."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from hundredday.git import GitFailed, Repository, configure, init, setting
from hundredday.git.failing import explain

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunGit


def test_a_folder_outside_git_has_no_repository(tmp_path: Path) -> None:
    assert Repository.around(tmp_path) is None


def test_without_git_installed_there_is_no_repository(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")

    assert Repository.around(repository.root) is None


def test_a_program_called_git_in_the_present_folder_is_not_run(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    imposter = repository.root / "git"
    imposter.write_text("#!/bin/sh\ntouch ran\n")
    imposter.chmod(imposter.stat().st_mode | stat.S_IXUSR)
    monkeypatch.chdir(repository.root)
    monkeypatch.setenv("PATH", ":.:")

    assert Repository.around(repository.root) is None
    assert not (repository.root / "ran").exists()


def test_a_sub_folder_belongs_to_the_repository_above_it(repository: Repository) -> None:
    found = Repository.around(repository.root / "challenges")

    assert found == repository


def test_git_s_own_folder_is_no_place_to_work(repository: Repository) -> None:
    assert Repository.around(repository.git_dir) is None


@pytest.mark.parametrize("name", ["a\nb", "құқық", "a b"])
def test_a_repository_may_lie_in_a_folder_of_any_name(tmp_path: Path, name: str) -> None:
    made = init(tmp_path / name)

    assert made.root == tmp_path / name
    assert made.git_dir == tmp_path / name / ".git"


@pytest.mark.parametrize("place", [".", "challenges", ".git"])
def test_a_configuration_that_names_another_work_tree_is_refused(
    repository: Repository, git: RunGit, tmp_path: Path, place: str
) -> None:
    victim = tmp_path / "victim"
    victim.mkdir()
    git(repository.root, "config", "core.worktree", str(victim))

    with pytest.raises(GitFailed, match=str(victim)) as refused:
        Repository.around(repository.root / place)

    assert refused.value.code == "elsewhere"


def test_a_path_is_named_from_the_root_and_links_at_its_end_are_kept(repository: Repository) -> None:
    (repository.root / "link.yaml").symlink_to("/etc/passwd")

    assert repository.relative(repository.root / "challenges" / "a.yaml") == "challenges/a.yaml"
    assert repository.relative(repository.root / "link.yaml") == "link.yaml"


def test_the_way_to_a_folder_ends_with_a_slash_and_to_the_root_there_is_none(
    repository: Repository, tmp_path: Path
) -> None:
    inner = repository.root / "programmes" / "courts"
    inner.mkdir(parents=True)
    (tmp_path / "shortcut").symlink_to(inner)

    assert repository.above(inner) == "programmes/courts/"
    assert repository.above(tmp_path / "shortcut") == "programmes/courts/"
    assert repository.above(repository.root) == ""


def test_making_a_repository_twice_changes_nothing(repository: Repository, git: RunGit) -> None:
    before = git(repository.root, "log", "--format=%H"), (repository.git_dir / "config").read_text()

    again = init(repository.root)

    assert again == repository
    assert (git(repository.root, "log", "--format=%H"), (repository.git_dir / "config").read_text()) == before


def test_a_setting_is_kept_in_the_repository(repository: Repository, git: RunGit) -> None:
    configure(repository, "merge.hundredday.driver", "-x %O %A")

    assert setting(repository, "merge.hundredday.driver") == "-x %O %A"
    assert git(repository.root, "config", "--local", "merge.hundredday.driver") == "-x %O %A"
    assert setting(repository, "merge.hundredday.name") is None


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("error: unable to write file: No space left on device\nfatal: failed", "disk-full"),
        ("fatal: could not open '.git/COMMIT_EDITMSG': Permission denied", "read-only"),
        ("fatal: unable to write new_index file: Read-only file system", "read-only"),
        ("error: gpg failed to sign the data\nfatal: failed to write commit object", "signing"),
        ("fatal: cannot do a partial commit during a merge.", "half-way"),
    ],
)
def test_a_well_known_refusal_has_a_sentence_and_a_mend(said: str, code: str) -> None:
    failed = explain(("commit",), said)

    assert failed.code == code
    assert failed.text.endswith(".")
    assert failed.mend
    assert failed.stderr == said


def test_an_unknown_refusal_keeps_git_s_own_words() -> None:
    failed = explain(("commit", "--only"), "hint: whatever\nfatal: the moon is full.\n")

    assert failed.text == "git commit failed: the moon is full."
    assert failed.arguments == ("commit", "--only")
