"""What is kept between runs: believed only for unchanged files, and never missed when it is gone."""

from __future__ import annotations

import os
import sqlite3
import time
from typing import TYPE_CHECKING

import pytest

from hundredday.programme import Accelerator
from hundredday.store.folder import Folder
from hundredday.store.index import ANY_DAY, Index, Row

if TYPE_CHECKING:
    from pathlib import Path

DAY = "2026-05-26"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """An accelerator with two files that were written long ago, as far as their times say."""
    monkeypatch.setenv("HUNDREDDAY_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "a" / "challenges").mkdir(parents=True)
    (tmp_path / "a" / "accelerator.yaml").write_text("format: 1\n")
    for name in ("one", "two"):
        (tmp_path / "a" / "challenges" / f"{name}.yaml").write_text(f"title: {name}\n")
    return Folder.find(tmp_path / "a")


def index_of(folder: Folder) -> Index:
    index = Index.of(folder)
    assert index is not None
    return index


def keep_later(index: Index, folder: Folder, monkeypatch: pytest.MonkeyPatch, day: str = DAY) -> None:
    """Keep both files, at a moment well after they were written."""
    now = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now + 60_000_000_000)
    files = list(folder.challenge_files())
    index.keep([Row(file, day, {"id": file.id}) for file in files], "terms", [file.path for file in files])


def test_an_unchanged_file_is_not_read_again_on_the_same_day(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = index_of(folder)
    keep_later(index, folder, monkeypatch)

    kept = index_of(folder).kept(folder.challenge_files(), DAY, "terms")

    assert kept == {"challenges/one.yaml": {"id": "one"}, "challenges/two.yaml": {"id": "two"}}


def test_another_day_or_other_settings_are_not_answered_from_what_was_kept(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = index_of(folder)
    keep_later(index, folder, monkeypatch)

    assert index.kept(folder.challenge_files(), "2026-05-27", "terms") == {}
    assert index.kept(folder.challenge_files(), DAY, "other terms") == {}


def test_a_row_for_any_day_is_answered_on_every_day(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    index = index_of(folder)
    keep_later(index, folder, monkeypatch, ANY_DAY)

    assert len(index.kept(folder.challenge_files(), "2031-01-01", "terms")) == 2


def test_a_file_that_was_written_again_with_the_same_size_is_read_again(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = index_of(folder)
    keep_later(index, folder, monkeypatch)
    path = folder.root / "challenges" / "one.yaml"
    before = path.stat()
    path.write_text("title: uno\n")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    kept = index.kept(folder.challenge_files(), DAY, "terms")

    assert list(kept) == ["challenges/two.yaml"]


def test_a_file_written_within_two_seconds_of_its_row_is_not_believed(folder: Folder) -> None:
    index = index_of(folder)
    files = list(folder.challenge_files())
    index.keep([Row(file, DAY, {}) for file in files], "terms", [file.path for file in files])

    assert index.kept(files, DAY, "terms") == {}


def test_a_file_that_is_gone_is_forgotten(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    index = index_of(folder)
    keep_later(index, folder, monkeypatch)
    (folder.root / "challenges" / "one.yaml").unlink()
    keep_later(index, folder, monkeypatch)

    (path,) = (folder.root.parent / "cache").glob("*.sqlite")

    with sqlite3.connect(path) as database:
        rows = database.execute("select path from file").fetchall()
    database.close()
    assert rows == [("challenges/two.yaml",)]


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"not a database at all, but long enough to look like one" * 10,
        b"SQLite format 3\0" + b"\xff" * 4000,
    ],
)
def test_a_damaged_index_is_thrown_away_and_built_anew(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, damage: bytes
) -> None:
    index = index_of(folder)
    keep_later(index, folder, monkeypatch)
    (path,) = (folder.root.parent / "cache").glob("*.sqlite")
    path.write_bytes(damage)

    assert index.kept(folder.challenge_files(), DAY, "terms") == {}
    keep_later(index, folder, monkeypatch)
    assert len(index.kept(folder.challenge_files(), DAY, "terms")) == 2


def test_an_index_of_another_shape_is_not_believed(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    index = index_of(folder)
    keep_later(index, folder, monkeypatch)
    (path,) = (folder.root.parent / "cache").glob("*.sqlite")
    with sqlite3.connect(path) as database:
        database.execute("update about set text = 'another version'")
    database.close()

    assert index.kept(folder.challenge_files(), DAY, "terms") == {}


def test_where_nothing_can_be_kept_nothing_is_missed(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = folder.root.parent / "a-file"
    cache.write_text("in the way")
    monkeypatch.setenv("HUNDREDDAY_CACHE_DIR", str(cache))

    assert Index.of(folder) is None


def test_an_accelerator_is_kept_until_its_file_changes(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = index_of(folder)
    now = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now + 60_000_000_000)
    index.keep_accelerator(folder.accelerator_path, Accelerator(name="Kept"))
    assert index.kept_accelerator(folder.accelerator_path) == Accelerator(name="Kept")

    folder.accelerator_path.write_text("format: 1\nname: New\n")

    assert index.kept_accelerator(folder.accelerator_path) is None
