"""Git merges challenges by what they mean, where it was set up, and line by line where it was not."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from office import Office

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunGit

CLAIMS = "small-claims"


@pytest.fixture
def branches(running: Office, git: RunGit) -> Office:
    """Two branches, `board` and `main`, that are both about to change one challenge."""
    git(running.root, "branch", "board")
    return running


def on_branch(office: Office, git: RunGit, branch: str, *commands: tuple[str, ...]) -> None:
    git(office.root, "switch", "--quiet", branch)
    for command in commands:
        office.run(*command)


def test_readings_and_blockers_of_two_branches_merge_and_the_result_is_sound(
    branches: Office, git: RunGit
) -> None:
    on_branch(branches, git, "board", ("record", CLAIMS, "31"), ("block", CLAIMS, "No interpreter"))
    on_branch(
        branches, git, "main", ("record", CLAIMS, "30", "--on=2026-04-28"), ("block", CLAIMS, "No judge")
    )

    git(branches.root, "merge", "--quiet", "board")

    text = branches.file(CLAIMS).read_text()
    assert 0 < text.index("{date: 2026-04-28, value: 30") < text.index("{date: 2026-04-29, value: 31")
    assert "No interpreter" in text
    assert "No judge" in text
    assert branches.run("check").code == 0
    assert branches.run("audit").code == 0


def test_a_target_that_two_branches_move_differently_is_told_with_both_sentences(
    branches: Office, git: RunGit
) -> None:
    amend = ("amend", CLAIMS, "days-to-judgment", "target")
    on_branch(branches, git, "board", (*amend, "1", "--because=Pilot", "--by=Aigerim Bekova"))
    on_branch(branches, git, "main", (*amend, "3", "--because=Strike", "--by=Dana Omarova"))

    git(branches.root, "merge", "board", fails=True)

    text = branches.file(CLAIMS).read_text()
    assert "<<<<<<< ours\n        target: 3\n=======\n        target: 1\n>>>>>>> theirs\n" in text
    assert text.count("<<<<<<<") == 1
    assert git(branches.root, "diff", "--name-only", "--diff-filter=U").startswith("challenges/small-claims")


def test_a_clone_that_nobody_has_set_up_merges_line_by_line(
    branches: Office, git: RunGit, tmp_path: Path
) -> None:
    on_branch(branches, git, "board", ("record", CLAIMS, "31"))
    on_branch(branches, git, "main", ("stakeholder", CLAIMS, "Every trader", "--role=affected"))
    git(tmp_path, "clone", "--quiet", str(branches.root), "clone")
    clone = Office(tmp_path / "clone", branches.today)

    git(clone.root, "merge", "--quiet", "origin/board")

    assert "value: 31" in clone.file(CLAIMS).read_text()
    assert "Every trader" in clone.file(CLAIMS).read_text()
    assert clone.run("check").code == 0


def test_a_clone_that_was_set_up_merges_by_meaning(branches: Office, git: RunGit, tmp_path: Path) -> None:
    on_branch(branches, git, "board", ("record", CLAIMS, "31"))
    on_branch(branches, git, "main", ("record", CLAIMS, "30", "--on=2026-04-28"))
    git(tmp_path, "clone", "--quiet", str(branches.root), "clone")
    clone = Office(tmp_path / "clone", branches.today)
    git(clone.root, "merge", "origin/board", fails=True)
    git(clone.root, "merge", "--abort")

    said = clone.run("setup")

    git(clone.root, "merge", "--quiet", "origin/board")
    assert "Git now merges challenges by what they mean" in said.out
    assert "31}" in clone.file(CLAIMS).read_text()
    assert clone.run("check").code == 0
    assert git(clone.root, "status", "--porcelain") == ""


def test_an_accelerator_of_an_earlier_version_learns_of_the_driver(office: Office, git: RunGit) -> None:
    attributes = office.root / ".gitattributes"
    attributes.write_text("challenges/**/*.yaml text eol=lf\n")
    git(office.root, "commit", "--quiet", "--all", "--message=As it was")

    office.run("setup")
    office.run("setup")

    assert git(office.root, "check-attr", "merge", "challenges/x.yaml").endswith("merge: hundredday")
    assert attributes.read_text().count("merge=hundredday") == 5
    assert git(office.root, "status", "--porcelain") == ""


def test_without_the_program_git_merges_lines_and_marks_what_clashes(
    branches: Office, git: RunGit, tmp_path: Path
) -> None:
    python = git(branches.root, "config", "merge.hundredday.driver")
    git(
        branches.root,
        "config",
        "merge.hundredday.driver",
        python.replace("-m hundredday", "-m gone_for_ever"),
    )
    on_branch(branches, git, "board", ("record", CLAIMS, "31"))
    on_branch(branches, git, "main", ("record", CLAIMS, "30"))

    git(branches.root, "merge", "board", fails=True)

    text = branches.file(CLAIMS).read_text()
    assert "value: 30" in text
    assert "value: 31" in text
    assert text.count("<<<<<<< ours") == 1


def test_a_file_that_cannot_be_read_is_merged_line_by_line(branches: Office, git: RunGit) -> None:
    on_branch(branches, git, "board", ("record", CLAIMS, "31"))
    git(branches.root, "switch", "--quiet", "main")
    path = branches.file(CLAIMS)
    path.write_text("unknown: [\n" + path.read_text())
    git(branches.root, "commit", "--quiet", "--all", "--message=Broken")

    git(branches.root, "merge", "--quiet", "board")

    assert "unknown: [" in path.read_text()
    assert "value: 31" in path.read_text()


def test_what_a_stranger_put_into_the_folder_is_not_run_by_the_driver(
    branches: Office, git: RunGit, tmp_path: Path
) -> None:
    for name in ("hundredday.py", "yaml.py", "typer.py", "sitecustomize.py"):
        (branches.root / name).write_text(f"open({str(tmp_path / 'ran')!r}, 'w').close()\n")
    on_branch(branches, git, "board", ("record", CLAIMS, "31"))
    on_branch(branches, git, "main", ("record", CLAIMS, "30"))

    git(branches.root, "merge", "--quiet", "board")

    assert not (tmp_path / "ran").exists()
    assert "31}" in branches.file(CLAIMS).read_text()


def test_branches_that_merged_each_other_merge_again(branches: Office, git: RunGit) -> None:
    """The base of such a merge is itself a merge."""
    amend = ("amend", CLAIMS, "days-to-judgment", "target")
    on_branch(branches, git, "board", ("record", CLAIMS, "31"), (*amend, "1", "--because=Pilot", "--by=A"))
    on_branch(branches, git, "main", ("record", CLAIMS, "30"))
    git(branches.root, "branch", "old-main")
    git(branches.root, "merge", "--quiet", "board")
    git(branches.root, "switch", "--quiet", "board")
    git(branches.root, "merge", "--quiet", "old-main")
    on_branch(branches, git, "board", ("block", CLAIMS, "No judge"))
    on_branch(branches, git, "main", ("block", CLAIMS, "No room"))

    git(branches.root, "merge", "--quiet", "board")

    text = branches.file(CLAIMS).read_text()
    assert [text.count(word) for word in ("value: 30", "value: 31", "No judge", "No room")] == [1, 1, 1, 1]
    assert branches.run("check").code == 0


def test_the_driver_says_what_came_of_it_in_one_word(branches: Office, tmp_path: Path) -> None:
    source = branches.file(CLAIMS).read_text()
    names = [tmp_path / name for name in ("base", "ours", "theirs")]
    for name, title in zip(names, ("A", "B", "C"), strict=True):
        name.write_text(source.replace("title: Small", f"title: {title}"))
    path = f"challenges/{CLAIMS}.yaml"

    said = branches.run("merge-driver", *map(str, names), path, code=1)
    shutil.copy(names[0], names[1])
    again = branches.run("merge-driver", *map(str, names), path)

    assert said.out == "conflict\n"
    assert "ours: title" in said.err
    assert "theirs: title" in said.err
    assert again.out == "merged\n"
    assert names[1].read_bytes() == names[2].read_bytes()
