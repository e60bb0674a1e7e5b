"""What must hold when two hands, a refusal or a failing git come together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from life import CLAIMS, ID, PROPOSED, STEPS
from office import Office

if TYPE_CHECKING:
    from conftest import RunGit


def lived(office: Office, steps: int) -> Path:
    """The file after so many steps of its life."""
    office.today = PROPOSED[0]
    office.run(*PROPOSED[1:])
    for on, *words in STEPS[:steps]:
        office.today = on
        office.run(*words)
    return office.file(ID)


def subjects(office: Office, git: RunGit) -> list[str]:
    return git(office.root, "log", "--format=%s").splitlines()


def test_a_challenge_that_another_hand_made_meanwhile_is_not_overwritten(
    office: Office, monkeypatch: pytest.MonkeyPatch, git: RunGit
) -> None:
    office.run("new", "Same title", "--agency", "First")
    written = office.file("same-title").read_text()
    monkeypatch.setattr("hundredday.store.folder.Folder.new_path", _blind_once(office))

    said = office.run("new", "Same title", "--agency", "Second", code=2)

    assert "same-title" in said.err
    assert office.file("same-title").read_text() == written
    assert git(office.root, "status", "--porcelain") == ""


def _blind_once(office: Office) -> object:
    """`new_path` that does not see the file at the first look: another hand makes it after that."""
    from hundredday.store.folder import Folder

    honest, looks = Folder.new_path, iter([True])

    def looked(self: Folder, id_: str, cohort: str | None = None) -> Path:
        if next(looks, False):
            return office.root / "challenges" / f"{id_}.yaml"
        return honest(self, id_, cohort)

    return looked


def test_a_refused_command_leaves_hand_edits_as_they_are(office: Office, git: RunGit) -> None:
    path = lived(office, 12)
    path.write_text(path.read_text() + "# a remark of mine\n")
    before, commits = path.read_text(), subjects(office, git)

    office.run("record", CLAIMS, "abc", code=1)

    assert path.read_text() == before
    assert subjects(office, git) == commits


def test_hand_edits_that_break_a_rule_are_never_committed_by_another_command(
    office: Office, git: RunGit
) -> None:
    path = lived(office, 12)
    path.write_text(path.read_text().replace("target: 2", "target: 43"))
    before, commits = path.read_text(), subjects(office, git)

    refused = office.run("record", CLAIMS, "42", "--on=2026-04-06", code=1)
    saved = office.run("save", CLAIMS, code=1)

    assert "target" in refused.err
    assert "target" in saved.err
    assert (path.read_text(), subjects(office, git)) == (before, commits)


@pytest.mark.parametrize(
    "command", [("select", CLAIMS, "--by=Board", "--because=Best"), ("stop", CLAIMS, "--because=Moved")]
)
def test_what_has_not_happened_yet_cannot_be_written_down(office: Office, command: tuple[str, ...]) -> None:
    lived(office, 0)

    said = office.run(*command, "--on=+400", code=2)

    assert "lies ahead" in said.err


@pytest.mark.parametrize("option", ["--today", "-C"])
def test_a_global_option_without_its_value_runs_nothing(office: Office, git: RunGit, option: str) -> None:
    lived(office, 12)
    commits = subjects(office, git)

    said = office.run("record", CLAIMS, "42", option, code=2)

    assert option in said.err
    assert subjects(office, git) == commits


def test_a_negative_number_is_a_value_and_a_negative_option_stays_one(office: Office) -> None:
    path = lived(office, 10)

    office.run("guardrail", CLAIMS, "Temperature", "--limit", "-5", "--worse", "below", "--key", "cold")

    assert "limit: -5" in path.read_text()


def test_a_year_beyond_all_programmes_is_refused_in_a_file_and_on_the_command_line(office: Office) -> None:
    path = lived(office, 12)
    path.write_text(path.read_text().replace("start: 2026-04-06", "start: 9999-12-06"))

    checked = office.run("check", "--json", code=3)
    listed = office.run("status")
    typed = office.run("record", CLAIMS, "4", "--on=9999-12-20", code=3)

    assert [finding["code"] for finding in checked.json["findings"]] == ["far-day"]
    assert "cannot be read" in listed.err
    assert "9999" in typed.err


def test_a_folder_named_from_outside_can_be_founded(
    tmp_path: Path, git: RunGit, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "reforms").mkdir()
    monkeypatch.chdir(tmp_path)

    Office(Path("reforms")).run("init")

    assert git(tmp_path / "reforms", "status", "--porcelain") == ""


def test_a_topic_that_the_accelerator_does_not_have_is_refused_later_too(office: Office) -> None:
    lived(office, 0)
    settings = office.root / "accelerator.yaml"
    settings.write_text(settings.read_text() + "topics: {justice: Justice}\n")

    said = office.run("describe", CLAIMS, "--topic=nope", code=2)

    assert "justice" in said.err
