"""What is kept between runs: believed only for unchanged files, and never missed when it is gone."""

from __future__ import annotations

import os
import sqlite3
import time
from typing import TYPE_CHECKING

import pytest

from hundredday.store.folder import Folder
from hundredday.store.kept import index
from hundredday.store.kept.index import Index, Question
from hundredday.store.kept.sheets import ANY_DAY, Sheet, Told

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hundredday.store.kept.sheets import Wanted

DAY = "2026-05-26"
SHEET = Sheet("due", "en", DAY, "terms")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """An accelerator with two files that are looked at a minute after they were written."""
    monkeypatch.setenv("HUNDREDDAY_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "a" / "challenges").mkdir(parents=True)
    (tmp_path / "a" / "accelerator.yaml").write_text("format: 1\n")
    for name in ("one", "two"):
        (tmp_path / "a" / "challenges" / f"{name}.yaml").write_text(f"title: {name}\n")
    now = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: now() + 60_000_000_000)
    return Folder.find(tmp_path / "a")


def asked(folder: Folder, sheet: Sheet = SHEET, *, day: str = DAY) -> tuple[list[str], dict[str, str]]:
    """The files that had to be read, and what is kept of all files then: their first lines."""
    read: list[str] = []

    def tell(wanted: Sequence[Wanted]) -> list[Told]:
        read.extend(one.path for one in wanted)
        return [
            Told(one.path, (day, None, (folder.root / one.path).read_text()), True, "Title", b"facts")
            for one in wanted
        ]

    def answer(database: sqlite3.Connection) -> dict[str, str]:
        return dict(
            database.execute("select path, dues from due where speech = ?", (sheet.speech,)).fetchall()
        )

    said = Index.of(folder).ask(Question(folder.scan(), sheet, tell), answer)
    return read, said


ONE, TWO = "challenges/one.yaml", "challenges/two.yaml"
BOTH = {ONE: "title: one\n", TWO: "title: two\n"}


def the_database(folder: Folder) -> Path:
    (path,) = (folder.root.parent / "cache").glob("*.sqlite")
    return path


def test_an_unchanged_file_is_not_read_again_on_the_same_day(folder: Folder) -> None:
    assert asked(folder) == ([ONE, TWO], BOTH)
    assert asked(folder) == ([], BOTH)


@pytest.mark.parametrize(
    "other",
    [SHEET._replace(day="2026-05-27"), SHEET._replace(terms="other"), SHEET._replace(speech="kk")],
    ids=["day", "settings", "language"],
)
def test_another_day_language_or_setting_is_not_answered_from_what_was_kept(
    folder: Folder, other: Sheet
) -> None:
    asked(folder)

    assert asked(folder, other, day=other.day) == ([ONE, TWO], BOTH)


def test_two_languages_are_kept_side_by_side(folder: Folder) -> None:
    kazakh = SHEET._replace(speech="kk")
    asked(folder)
    asked(folder, kazakh)

    assert asked(folder) == ([], BOTH)
    assert asked(folder, kazakh) == ([], BOTH)


def test_a_row_for_any_day_is_answered_on_every_day(folder: Folder) -> None:
    asked(folder, day=ANY_DAY)

    assert asked(folder, SHEET._replace(day="2031-01-01")) == ([], BOTH)


def test_a_file_that_was_written_again_with_the_same_size_and_time_is_read_again(folder: Folder) -> None:
    asked(folder)
    path = folder.root / ONE
    before = path.stat()
    path.write_text("title: uno\n")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert asked(folder) == ([ONE], BOTH | {ONE: "title: uno\n"})


def test_what_one_sheet_keeps_of_a_changed_file_is_forgotten_in_all(folder: Folder) -> None:
    kazakh = SHEET._replace(speech="kk")
    asked(folder)
    asked(folder, kazakh)
    (folder.root / ONE).write_text("title: uno\n")
    asked(folder)

    assert asked(folder, kazakh) == ([ONE], BOTH | {ONE: "title: uno\n"})


def test_a_file_written_within_two_seconds_is_not_believed(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("HUNDREDDAY_CACHE_DIR", str(folder.root.parent / "cache"))
    asked(folder)

    assert asked(folder) == ([ONE, TWO], BOTH)


def test_a_file_that_is_gone_is_forgotten(folder: Folder) -> None:
    asked(folder)
    (folder.root / ONE).unlink()

    assert asked(folder) == ([], {TWO: BOTH[TWO]})


def test_a_folder_that_is_gone_is_forgotten_with_its_files(folder: Folder) -> None:
    asked(folder)
    (folder.root / "challenges").rename(folder.root / "elsewhere")

    assert asked(folder) == ([], {})


def test_a_file_that_could_not_be_read_is_asked_for_every_time(folder: Folder) -> None:
    def refuse(wanted: Sequence[Wanted]) -> list[Told]:
        tried.extend(one.path for one in wanted)
        return [Told(one.path, None) for one in wanted]

    tried: list[str] = []
    for _ in range(2):
        Index.of(folder).ask(Question(folder.scan(), SHEET, refuse), lambda _: None)

    assert tried == [ONE, TWO, ONE, TWO]


def test_of_very_many_files_no_more_than_a_portion_is_read_before_it_is_kept(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "PORTION", 2)
    for number in range(5):
        (folder.root / "challenges" / f"more-{number}.yaml").write_text(f"title: {number}\n")
    portions: list[int] = []
    expected: list[int] = []

    def tell(wanted: Sequence[Wanted]) -> list[Told]:
        portions.append(len(wanted))
        return [Told(one.path, (DAY, None, one.path), True, "Title", b"facts") for one in wanted]

    def answer(database: sqlite3.Connection) -> list[str]:
        return [dues for (dues,) in database.execute("select dues from due order by path")]

    for _ in range(2):
        question = Question(folder.scan(), SHEET, tell, expected.append)
        assert Index.of(folder).ask(question, answer) == folder.scan().paths()

    assert portions == [2, 2, 1, 2]
    assert expected == [7]


def test_of_very_many_files_that_could_not_be_read_each_is_tried_once(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "PORTION", 1)
    tried: list[str] = []

    def refuse(wanted: Sequence[Wanted]) -> list[Told]:
        tried.extend(one.path for one in wanted)
        return [Told(one.path, None) for one in wanted]

    Index.of(folder).ask(Question(folder.scan(), SHEET, refuse), lambda _: None)

    assert tried == [ONE, TWO]


def test_on_another_day_it_is_still_known_which_files_are_no_challenges(folder: Folder) -> None:
    wanted: list[Wanted] = []

    def tell(found: Sequence[Wanted]) -> list[Told]:
        wanted.extend(found)
        return [Told(one.path, (sheet.day, None, ""), not one.is_none) for one in found]

    for day in (DAY, "2026-05-27"):
        sheet = SHEET._replace(day=day)
        Index.of(folder).ask(Question(folder.scan(), sheet, tell), lambda _: None)
    (folder.root / ONE).write_text("title: uno\n")
    Index.of(folder).ask(Question(folder.scan(), sheet, tell), lambda _: None)

    assert [(one.path, one.is_none) for one in wanted] == [
        (ONE, False), (TWO, False), (ONE, True), (TWO, True), (ONE, False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"not a database at all, but long enough to look like one" * 10,
        b"SQLite format 3\0" + b"\xff" * 4000,
    ],
)
def test_a_damaged_index_is_thrown_away_and_built_anew(folder: Folder, damage: bytes) -> None:
    asked(folder)
    the_database(folder).write_bytes(damage)

    assert asked(folder) == ([ONE, TWO], BOTH)
    assert asked(folder) == ([], BOTH)


def test_an_index_that_is_damaged_anywhere_never_gives_a_wrong_answer(folder: Folder) -> None:
    asked(folder)
    whole = the_database(folder).read_bytes()

    for at in range(0, len(whole), 512):
        the_database(folder).write_bytes(whole[:at] + b"\xa5" * 512 + whole[at + 512 :])
        assert asked(folder)[1] == BOTH


def test_an_index_of_another_shape_is_not_believed(folder: Folder) -> None:
    asked(folder)
    with sqlite3.connect(the_database(folder)) as database:
        database.execute("update about set text = 'another version'")
        database.execute('create view [odd "name] as select * from due')
    database.close()

    assert asked(folder) == ([ONE, TWO], BOTH)
    assert asked(folder) == ([], BOTH)


def test_an_index_without_its_tables_is_built_anew(folder: Folder) -> None:
    asked(folder)
    with sqlite3.connect(the_database(folder)) as database:
        database.execute("drop table due")
    database.close()

    assert asked(folder) == ([ONE, TWO], BOTH)
    assert asked(folder) == ([], BOTH)


def test_an_index_that_somebody_else_holds_is_read_but_not_waited_for_long(folder: Folder) -> None:
    asked(folder)
    (folder.root / ONE).write_text("title: uno\n")
    with sqlite3.connect(the_database(folder)) as holder:
        holder.execute("begin immediate")

        assert asked(folder) == ([ONE], BOTH | {ONE: "title: uno\n"})
    holder.close()
    assert asked(folder) == ([ONE], BOTH | {ONE: "title: uno\n"})


def test_where_nothing_can_be_kept_nothing_is_missed(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = folder.root.parent / "a-file"
    cache.write_text("in the way")
    monkeypatch.setenv("HUNDREDDAY_CACHE_DIR", str(cache))

    assert asked(folder) == ([ONE, TWO], BOTH)
    assert asked(folder) == ([ONE, TWO], BOTH)


def test_an_error_in_reading_is_no_trouble_of_the_cache(folder: Folder) -> None:
    def fail(_: object) -> list[Told]:
        raise ValueError("a bug")

    with pytest.raises(ValueError, match="a bug"):
        Index.of(folder).ask(Question(folder.scan(), SHEET, fail), lambda _: None)

    assert the_database(folder).exists()
