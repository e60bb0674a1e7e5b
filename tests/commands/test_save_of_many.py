"""`save` among many files: it reads those that may have changed, and misses none that did."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from hundredday.store.folder import Folder
from hundredday.store.kept import scan

if TYPE_CHECKING:
    from conftest import RunGit
    from office import Office

MANY = 60


@pytest.fixture
def saved(office: Office, git: RunGit, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Many challenges that are committed, and known to the index; two seconds are as none here."""
    monkeypatch.setattr(scan, "RACY_NS", -60_000_000_000)
    folder = office.root / "challenges"
    folder.mkdir(exist_ok=True)
    for number in range(MANY):
        (folder / f"number-{number:02}.yaml").write_text(
            f"format: 1\ntitle: Number {number:02}\nphase: design\n"
        )
    git(office.root, "add", "--all")
    git(office.root, "commit", "--quiet", "--message", "Many")
    assert office.run("save").out == "Nothing was edited by hand since the last commit.\n"
    return office


def test_an_edit_of_the_same_size_at_the_same_time_is_committed_and_nothing_else(
    saved: Office, git: RunGit
) -> None:
    path = saved.root / "challenges" / "number-33.yaml"
    before = path.stat()
    path.write_text(path.read_text().replace("Number 33", "Cipher 33"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    said = saved.run("save").out

    assert said.startswith("number-33: edits made by hand are committed")
    assert git(saved.root, "show", "--name-only", "--format=") == "challenges/number-33.yaml"
    assert git(saved.root, "status", "--porcelain") == ""


def test_git_that_is_told_to_see_no_change_hides_none(saved: Office, git: RunGit) -> None:
    path = saved.root / "challenges" / "number-33.yaml"
    git(saved.root, "update-index", "--assume-unchanged", "challenges/number-33.yaml")
    path.write_text("format: 1\ntitle: [\n")

    said = saved.run("save", code=3)

    assert "number-33.yaml" in said.err


def test_files_that_have_not_changed_are_not_read_again(
    saved: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Folder, "read", None)

    assert saved.run("save").out == "Nothing was edited by hand since the last commit.\n"


def test_a_commit_that_somebody_else_made_meanwhile_makes_the_old_text_an_edit(
    saved: Office, git: RunGit
) -> None:
    path = saved.root / "challenges" / "number-33.yaml"
    here = path.read_text()
    path.write_text(here.replace("Number", "Cipher"))
    git(saved.root, "commit", "--quiet", "--all", "--message", "By somebody else")
    path.write_text(here)

    assert saved.run("save").out.startswith("number-33: edits made by hand are committed")


def test_without_the_cache_all_are_read_and_the_same_is_found(saved: Office) -> None:
    path = saved.root / "challenges" / "number-07.yaml"
    path.write_text(path.read_text().replace("Number", "Cipher"))

    assert saved.run("--no-cache", "save").out.startswith("number-07: edits made by hand are committed")


def test_one_that_is_named_is_the_only_one_and_only_when_it_was_edited(saved: Office, git: RunGit) -> None:
    for number in ("07", "33"):
        path = saved.root / "challenges" / f"number-{number}.yaml"
        path.write_text(path.read_text().replace("Number", "Cipher"))

    assert saved.run("save", "number-33").out.startswith("number-33: edits made by hand are committed")
    assert git(saved.root, "status", "--porcelain") == " M challenges/number-07.yaml"

    (saved.root / "challenges" / "number-08.yaml").write_text("format: 1\ntitle: [\n")
    git(saved.root, "commit", "--quiet", "--all", "--message", "A file with a fault, by somebody else")
    assert saved.run("save", "number-08").out == "Nothing was edited by hand since the last commit.\n"
