"""One challenge from `new` to closed: by commands, and again by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from life import CLAIMS, ID, PROPOSED, STEPS
from office import Office

if TYPE_CHECKING:
    import pytest

    from conftest import RunGit


def live(office: Office) -> list[str]:
    """Live the whole life by commands; the file after each step."""
    office.today = PROPOSED[0]
    office.run(*PROPOSED[1:])
    versions = [office.file(ID).read_text()]
    for on, *words in STEPS:
        office.today = on
        office.run(*words)
        versions.append(office.file(ID).read_text())
    return versions


def subjects(office: Office, git: RunGit) -> list[str]:
    return git(office.root, "log", "--reverse", "--format=%s", "--", "challenges").splitlines()


def test_a_challenge_goes_its_whole_way_by_commands_one_commit_a_step(office: Office, git: RunGit) -> None:
    versions = live(office)

    assert len(subjects(office, git)) == len(STEPS) + 1
    assert "phase: closed" in versions[-1]
    assert office.run("check", "--json").json == {"ok": True, "files": 2, "findings": []}
    assert git(office.root, "status", "--porcelain") == ""


def test_every_step_touches_one_file_and_adds_or_changes_only_its_lines(office: Office, git: RunGit) -> None:
    live(office)

    changed = git(
        office.root, "log", "--reverse", "--format=%s", "--numstat", "--", "challenges"
    ).splitlines()

    numbers = [line.split("\t") for line in changed if "\t" in line]
    assert {path for _, _, path in numbers} == {f"challenges/{ID}.yaml"}
    readings = [line for line in changed if " to judgment on Day" in line]
    assert len(readings) == 5
    for reading in readings:
        added, removed, _ = changed[changed.index(reading) + 2].split("\t")
        assert (int(added), int(removed)) in {(1, 0), (2, 0)}  # the first brings its heading along


def test_the_same_life_by_hand_and_save_tells_the_same_story(
    office: Office, tmp_path_factory: pytest.TempPathFactory, git: RunGit
) -> None:
    versions = live(office)
    other = Office(tmp_path_factory.mktemp("by-hand"))
    other.run("init")
    path = other.root / "challenges" / f"{ID}.yaml"

    for text, on in zip(versions, [PROPOSED[0], *(step[0] for step in STEPS)], strict=True):
        other.today = on
        path.write_text(text)
        other.run("save", CLAIMS)

    assert subjects(other, git) == subjects(office, git)
    assert other.run("check").code == 0
    assert path.read_text() == office.file(ID).read_text()
