"""Founding an accelerator: a new folder, a folder that has something already, a clone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from office import Office

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunGit


@pytest.fixture
def folder(tmp_path: Path) -> Office:
    """A folder with nothing in it."""
    (tmp_path / "plain folder").mkdir()
    return Office(tmp_path / "plain folder")


def test_a_new_accelerator_is_a_repository_with_one_commit(folder: Office, git: RunGit) -> None:
    said = folder.run("init", "reforms", "--name", "City: Accelerator", "--timezone", "Asia/Almaty")

    root = folder.root / "reforms"
    assert (
        said.out
        == f"{root}: made accelerator.yaml, .gitattributes, .gitignore, .hundredday/ and challenges/.\n"
    )
    assert said.err == f"next: cd '{root}' && hundredday new \"Small claims settled in one day\"\n"
    assert git(root, "log", "--format=%s") == "accelerator.yaml: founded as “City: Accelerator”"
    assert git(root, "status", "--porcelain") == ""
    assert Office(root).run("status", "--json").json["accelerator"] == "City: Accelerator"
    assert Office(root).run("check").code == 0


def test_the_first_commit_speaks_the_accelerators_language_and_not_the_systems(
    folder: Office, git: RunGit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")

    folder.run("init", "without", "--name", "Ulttyq")
    folder.run("--lang", "kk", "init", "with", "--name", "Ұлттық акселератор")

    assert git(folder.root / "without", "log", "--format=%s") == "accelerator.yaml: founded as “Ulttyq”"
    assert git(folder.root / "with", "log", "--format=%s") == (
        "accelerator.yaml: құрылды: “Ұлттық акселератор”"
    )


def test_a_later_init_founds_the_accelerator_under_the_name_in_its_file(folder: Office, git: RunGit) -> None:
    root = folder.root / "reforms"
    root.mkdir()
    (root / "accelerator.yaml").write_text("format: 1\nname: National Accelerator\nlanguage: ru\n")

    folder.run("init", "reforms")

    assert "National Accelerator" in git(root, "log", "--format=%s")
    assert "Found" not in git(root, "log", "--format=%s")


def test_init_twice_changes_nothing_and_says_so(folder: Office, git: RunGit) -> None:
    folder.run("init")
    settings = (folder.root / "accelerator.yaml").read_bytes()

    said = folder.run("init", "--name", "Another name")

    assert said.out == f"{folder.root}: everything is there already.\n"
    assert "accelerator.yaml was there and stays as it is" in said.err
    assert (folder.root / "accelerator.yaml").read_bytes() == settings
    assert git(folder.root, "rev-list", "--count", "HEAD") == "1"


def test_settings_that_were_never_committed_are_committed_with_the_rest(folder: Office, git: RunGit) -> None:
    git(folder.root, "init", "--quiet")
    (folder.root / "accelerator.yaml").write_text("format: 1\nname: Ours\n")
    (folder.root / "letter.txt").write_text("mine")
    (folder.root / "staged.txt").write_text("mine")
    git(folder.root, "add", "staged.txt")

    said = folder.run("init")

    assert "committed accelerator.yaml" in said.out
    assert git(folder.root, "show", "HEAD:accelerator.yaml") == "format: 1\nname: Ours"
    assert git(folder.root, "status", "--porcelain") == "A  staged.txt\n?? letter.txt"


def test_a_folder_that_was_not_in_git_gets_its_history_from_now_on(folder: Office, git: RunGit) -> None:
    (folder.root / "accelerator.yaml").write_text("format: 1\n")
    folder.run("new", "Small claims")

    said = folder.run("init")

    assert said.err.endswith("hundredday save\n")
    folder.run("save")
    assert git(folder.root, "status", "--porcelain") == ""
    assert git(folder.root, "rev-list", "--count", "HEAD") == "2"


def test_a_git_ignore_file_of_the_user_stays_his(folder: Office, git: RunGit) -> None:
    git(folder.root, "init", "--quiet")
    (folder.root / ".gitignore").write_text("secret/\n")

    folder.run("init")

    assert (folder.root / ".gitignore").read_text() == "secret/\n"
    assert git(folder.root, "status", "--porcelain") == "?? .gitignore"


def test_settings_that_cannot_be_read_are_shown_and_nothing_is_made(folder: Office) -> None:
    (folder.root / "accelerator.yaml").write_text("format: 1\ncolour: green\n")

    said = folder.run("init", code=3)

    assert "accelerator.yaml:2:1: error:" in said.err
    assert not (folder.root / ".git").exists()


@pytest.mark.parametrize(
    ("option", "value", "mend"),
    [
        ("--country", "kz", "Write KZ."),
        ("--timezone", "Mars/Olympus", "Write an IANA name such as Asia/Almaty."),
    ],
)
def test_an_option_that_the_settings_cannot_hold_makes_nothing(
    option: str, value: str, mend: str, folder: Office
) -> None:
    said = folder.run("init", option, value, code=1)

    assert mend in said.err
    assert list(folder.root.iterdir()) == []


def test_a_first_commit_that_a_nameless_git_refused_is_made_the_next_time(
    folder: Office, git: RunGit, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        for role in ("AUTHOR", "COMMITTER"):
            patch.delenv(f"GIT_{role}_NAME")
            patch.delenv(f"GIT_{role}_EMAIL")
        refused = folder.run("init", code=4)

    folder.run("init")

    assert "git config --global user.name" in refused.err
    assert git(folder.root, "status", "--porcelain") == ""


def test_a_place_where_no_folder_can_be_made_is_said_in_words(folder: Office) -> None:
    (folder.root / "file").write_text("")

    said = folder.run("init", "file/reforms", code=1)

    assert said.err.startswith("error: ")
    assert "bug" not in said.err


def test_a_clone_is_set_up_once_and_again(folder: Office, git: RunGit, tmp_path: Path) -> None:
    folder.run("init")
    git(tmp_path, "clone", "--quiet", str(folder.root), "clone")
    clone = Office(tmp_path / "clone")
    (clone.root / ".gitattributes").unlink()
    git(clone.root, "commit", "--quiet", "--all", "--message=Without attributes")

    first = clone.run("setup", "--safe-commits")
    second = clone.run("setup")

    assert first.code == second.code == 0
    assert (clone.root / ".gitattributes").exists()
    assert git(clone.root, "config", "core.fsync") == "all"
    assert git(clone.root, "status", "--porcelain") == ""
