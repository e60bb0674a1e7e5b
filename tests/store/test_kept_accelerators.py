"""accelerator.yaml is read again when it may have changed, and only then."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from hundredday.programme import Accelerator
from hundredday.store.folder import Folder
from hundredday.store.kept.accelerators import accelerator_as_kept

if TYPE_CHECKING:
    from pathlib import Path


class Office:
    """A folder whose accelerator.yaml is read by hand, and every reading noted."""

    def __init__(self, root: Path) -> None:
        (root / "challenges").mkdir(parents=True)
        self.path = root / "accelerator.yaml"
        self.path.write_text("name: Old\n")
        self.folder = Folder.find(root)
        self.read: list[str] = []

    def accelerator(self) -> Accelerator:
        return accelerator_as_kept(self.folder, self._reader)

    def _reader(self, path: Path) -> Accelerator:
        self.read.append(path.read_text())
        return Accelerator(name=path.read_text().partition("name: ")[2].strip())


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setenv("HUNDREDDAY_CACHE_DIR", str(tmp_path / "cache"))
    return Office(tmp_path / "a")


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are looked at a minute after they were written."""
    now = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: now() + 60_000_000_000)


@pytest.mark.usefixtures("later")
def test_it_is_kept_until_its_file_changes(office: Office) -> None:
    for _ in range(2):
        assert office.accelerator() == Accelerator(name="Old")
    office.path.write_text("name: Newer\n")

    assert office.accelerator() == Accelerator(name="Newer")
    assert office.read == ["name: Old\n", "name: Newer\n"]


def test_what_was_written_this_moment_is_not_kept_it_may_change_under_the_same_stamp(office: Office) -> None:
    for _ in range(2):
        office.accelerator()

    assert office.read == ["name: Old\n"] * 2


@pytest.mark.usefixtures("later")
def test_damage_in_what_is_kept_never_gives_a_wrong_answer(office: Office, tmp_path: Path) -> None:
    office.accelerator()
    (kept,) = (tmp_path / "cache").iterdir()
    whole = kept.read_bytes()

    for at in range(len(whole)):
        kept.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert office.accelerator() == Accelerator(name="Old")
    assert len(office.read) == 1 + len(whole)
