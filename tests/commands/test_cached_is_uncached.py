"""Whatever is done to the files, in any order, what is kept between runs never changes an answer."""

from __future__ import annotations

import os
import shutil
import time
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from hundredday.app import app
from hundredday.desk.desk import Desk
from hundredday.desk.files.edited import blob_ids
from hundredday.desk.given import Given
from hundredday.git import content_id
from hundredday.store.folder import Folder
from hundredday.store.kept import scan
from office import Office

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pytest

GRAIN = 0.03
"""Seconds: longer than the clock of any file system here needs to tick, shorter than the two seconds of the program."""

CONTENTS = [
    f"format: 1\ntitle: {title}\n{topic}phase: acceleration\nacceleration:\n  clock: {{start: 2026-04-06, days: 100}}\n"
    f"  goals:\n    go:\n      measurable: {{metric: M, kind: level, unit: u, baseline: 0, target: 9}}\n"
    f"      readings: [{{date: 2026-05-0{day}, value: {day}}}]\n{bad}"
    for title, day, topic, bad in (
        ("One", 1, "topic: aa\n", ""),
        ("Two", 2, "topic: bb\n", ""),
        ("Six", 6, "topic: aa\n", ""),
        ("Bad", 7, "topic: aa\n", ""),
        ("Odd", 8, "", "{ [ `   \n"),
    )
]
"""Challenges and files that are none, all of one size."""

NAMES = ["one.yaml", "two.yaml", "2026-spring/one.yaml", "2026-spring/six.yaml"]
TIMES = [1_700_000_000_000_000_000, 1_700_000_000_000_000_001]

name = st.sampled_from(NAMES)
STEPS = st.one_of(
    st.tuples(st.just("write"), name, st.sampled_from(CONTENTS), st.sampled_from([None, *TIMES])),
    st.tuples(st.just("replace"), name, st.sampled_from(CONTENTS), st.sampled_from(TIMES)),
    st.tuples(st.just("touch"), name, st.sampled_from(TIMES)),
    st.tuples(st.just("rename"), name, name),
    st.tuples(st.just("swap"), name, name),
    st.tuples(st.just("link"), name, name),
    st.tuples(st.just("remove"), name),
    st.tuples(st.just("back_up")),
    st.tuples(st.just("restore"), name),
    st.tuples(st.just("move_folder")),
    st.tuples(st.just("settings"), st.sampled_from(["stale_after: 10", "stale_after: 30"])),
    st.tuples(st.just("day"), st.sampled_from(["2026-05-10", "2026-05-26", "2026-08-01"])),
    st.tuples(st.just("wait")),
    st.tuples(st.just("look")),
)


class Desktop:
    """An accelerator on a disk, and somebody who does to its files whatever can be done to files."""

    def __init__(self, root: Path) -> None:
        self.office = Office(root / "office", "2026-05-26")
        self.folder = self.office.root / "challenges"
        self.backup = root / "backup"
        (self.folder / "2026-spring").mkdir(parents=True)
        self.settings("stale_after: 10")

    def write(self, name: str, text: str, at: int | None) -> None:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        if at:
            os.utime(path, ns=(at, at))

    def replace(self, name: str, text: str, at: int) -> None:
        beside = self.folder / ".beside"
        beside.write_text(text)
        os.utime(beside, ns=(at, at))
        (self.folder / name).parent.mkdir(exist_ok=True)
        beside.replace(self.folder / name)

    def touch(self, name: str, at: int) -> None:
        if (self.folder / name).exists():
            os.utime(self.folder / name, ns=(at, at))

    def rename(self, name: str, other: str) -> None:
        if (self.folder / name).exists() and (self.folder / other).parent.exists():
            (self.folder / name).replace(self.folder / other)

    def swap(self, name: str, other: str) -> None:
        if (self.folder / name).exists() and (self.folder / other).exists() and name != other:
            (self.folder / name).rename(self.folder / ".aside")
            (self.folder / other).rename(self.folder / name)
            (self.folder / ".aside").rename(self.folder / other)

    def link(self, name: str, other: str) -> None:
        if (self.folder / name).exists() and (self.folder / other).parent.exists() and name != other:
            (self.folder / other).unlink(missing_ok=True)
            os.link(self.folder / name, self.folder / other)

    def remove(self, name: str) -> None:
        (self.folder / name).unlink(missing_ok=True)

    def back_up(self) -> None:
        shutil.rmtree(self.backup, ignore_errors=True)
        shutil.copytree(self.folder, self.backup)

    def restore(self, name: str) -> None:
        if (self.backup / name).exists():
            (self.folder / name).parent.mkdir(exist_ok=True)
            shutil.copy2(self.backup / name, self.folder / name)

    def move_folder(self) -> None:
        here, there = self.folder / "2026-spring", self.folder / "2026-summer"
        if here.exists() != there.exists():
            (here if here.exists() else there).rename(there if here.exists() else here)

    def settings(self, line: str) -> None:
        (self.office.root / "accelerator.yaml").write_text(f"format: 1\nsettings:\n  {line}\n")

    def day(self, day: str) -> None:
        self.office.today = day

    def wait(self) -> None:
        time.sleep(2 * GRAIN)

    def ids(self) -> Mapping[str, str | None]:
        """What git would call the files, as `save` asks for it."""
        folder = Folder(self.office.root)
        return blob_ids(Desk(Given(), folder), folder.scan(), like="0" * 40)

    def look(self) -> None:
        files = Folder(self.office.root).challenge_files()
        assert self.ids() == {
            file.path: content_id((self.office.root / file.path).read_bytes(), "") for file in files
        }
        self.compare("agenda", "--days=400")
        self.compare("check")

    def compare(self, *words: str) -> None:
        assert self.said(*words) == self.said(*words, "--no-cache")

    def said(self, *words: str) -> tuple[int, str, str]:
        office = self.office
        done = CliRunner().invoke(app, ["-C", str(office.root), "--today", office.today, *words, "--json"])
        assert done.exit_code in {0, 1, 3}, done.stderr
        return done.exit_code, done.stdout, done.stderr


@settings(
    max_examples=400 if "HUNDREDDAY_TORTURE" in os.environ else 5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@example(steps=[("write", "one.yaml", CONTENTS[1], TIMES[0])])
@example(steps=[("write", "one.yaml", CONTENTS[1], None), ("write", "one.yaml", CONTENTS[2], None)])
@example(steps=[("write", "two.yaml", CONTENTS[3], None), ("wait",), ("swap", "one.yaml", "two.yaml")])
@example(steps=[("back_up",), ("remove", "one.yaml"), ("restore", "one.yaml"), ("day", "2026-08-01")])
@example(steps=[("settings", "stale_after: 30"), ("wait",), ("move_folder",), ("look",)])
@given(steps=st.lists(STEPS, min_size=4, max_size=12))
def test_cached_answers_are_those_of_the_files(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, steps: list[tuple[str, Any]]
) -> None:
    """The two seconds of the racy rule are shortened, the clocks are those of the machine and of the disk."""
    root = tmp_path_factory.mktemp("desktop")
    monkeypatch.setenv("HUNDREDDAY_CACHE_DIR", str(root / "cache"))
    monkeypatch.setattr(scan, "RACY_NS", int(GRAIN * 1e9))
    desktop = Desktop(root)
    for name in NAMES[:3]:
        desktop.write(name, CONTENTS[0], TIMES[0])
    desktop.wait()
    desktop.look()

    for act, *arguments in steps:
        getattr(desktop, act)(*arguments)
        desktop.compare("status")
        desktop.ids()
    desktop.look()


def test_after_a_while_no_unchanged_file_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the property above would not notice: that nothing is kept at all."""
    monkeypatch.setenv("HUNDREDDAY_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(scan, "RACY_NS", int(GRAIN * 1e9))
    desktop = Desktop(tmp_path)
    for name, content in zip(NAMES, CONTENTS[1:], strict=True):
        desktop.write(name, content, TIMES[0])
    desktop.wait()
    first = [desktop.said("status"), desktop.said("agenda"), desktop.said("check"), desktop.ids()]
    monkeypatch.setattr(Folder, "read", None)

    assert [desktop.said("status"), desktop.said("agenda"), desktop.said("check"), desktop.ids()] == first
