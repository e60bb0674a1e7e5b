"""Whatever is done between two reports, the second is byte for byte what a fresh one would be."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from office import Office

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from conftest import RunGit

CHOSEN = ("small-claims", "ush-kunde", "water-meters", "residence-permit", "detskiy-sad")
"""Beginnings of the challenges of the office: enough for every phase and three scripts."""

NAMES = ("small-claims-in-a-day", "ush-kunde-zhauap", "water-meters-read-from-afar", "renamed")
PAGES = ("index.html", "lessons.html", "challenges/small-claims-in-a-day.html", "health-at_risk.html")

name = st.sampled_from(NAMES)
STEPS = st.one_of(
    st.tuples(st.just("record"), st.integers(0, 9)),
    st.tuples(st.just("lesson"), st.sampled_from(["Ask the clerks first", "<b>Never</b> on a Friday"])),
    st.tuples(st.just("retitle"), name, st.sampled_from(["Another title", "عنوان آخر"])),
    st.tuples(st.just("break_file"), name),
    st.tuples(st.just("rename"), name, name),
    st.tuples(st.just("remove"), name),
    st.tuples(st.just("commit")),
    st.tuples(st.just("amend")),
    st.tuples(st.just("undo")),
    st.tuples(st.just("settings"), st.sampled_from(["stale_after: 3", "stale_after: 30"])),
    st.tuples(st.just("day"), st.sampled_from(["2026-11-23", "2026-11-24", "2027-03-01"])),
    st.tuples(st.just("language"), st.sampled_from(["en", "ar"])),
    st.tuples(st.just("forge"), st.sampled_from(PAGES)),
    st.tuples(st.just("drop"), st.sampled_from(PAGES)),
    st.tuples(st.just("look")),
)


class Publisher:
    """Somebody who writes a report again and again, while whatever can happen to files happens to them."""

    def __init__(self, root: Path, git: RunGit) -> None:
        self.office = Office(root / "office", "2026-11-23")
        self.report = root / "report"
        self.fresh = root / "fresh"
        self._git = git
        self._language = "en"

    def record(self, value: int) -> None:
        if self._path("small-claims-in-a-day").exists() and not self._is_broken("small-claims-in-a-day"):
            self.office.run("record", "small-claims-in-a-day", str(value))

    def lesson(self, text: str) -> None:
        if self._path("ush-kunde-zhauap").exists() and not self._is_broken("ush-kunde-zhauap"):
            self.office.run("lesson", "ush-kunde-zhauap", text)

    def retitle(self, name: str, title: str) -> None:
        if (path := self._path(name)).exists():
            lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
            told = [f"title: {title}\n" if line.startswith("title:") else line for line in lines]
            path.write_text("".join(told), encoding="utf-8")

    def break_file(self, name: str) -> None:
        if (path := self._path(name)).exists():
            path.write_text("format: 1\ntitle: [\n", encoding="utf-8")

    def rename(self, name: str, other: str) -> None:
        if (path := self._path(name)).exists():
            path.replace(self._path(other))

    def remove(self, name: str) -> None:
        self._path(name).unlink(missing_ok=True)

    def commit(self) -> None:
        self._git(self.office.root, "add", "--all")
        self._git(self.office.root, "commit", "--quiet", "--allow-empty", "--message=By hand")

    def amend(self) -> None:
        self._git(self.office.root, "commit", "--quiet", "--amend", "--allow-empty", "--message=Otherwise")

    def undo(self) -> None:
        self._git(self.office.root, "reset", "--quiet", "--hard", "HEAD")

    def settings(self, line: str) -> None:
        path = self.office.root / "accelerator.yaml"
        path.write_text(f"format: 1\nname: Office\nsettings:\n  {line}\n", encoding="utf-8")

    def day(self, day: str) -> None:
        self.office.today = day

    def language(self, language: str) -> None:
        self._language = language

    def forge(self, name: str) -> None:
        """Change a page so that its size and its time stay as they were."""
        path = self.report / name
        if path.exists():
            at, page = path.stat().st_mtime_ns, path.read_bytes()
            path.write_bytes(page.replace(b"<h1", b"<h2", 1))
            os.utime(path, ns=(at, at))

    def drop(self, name: str) -> None:
        (self.report / name).unlink(missing_ok=True)

    def look(self) -> None:
        """The report written over the last one, beside a report that knows of nothing before."""
        self._run("report", str(self.report))
        self._run("--no-cache", "report", str(self.fresh))
        assert pages(self.report) == pages(self.fresh)
        shutil.rmtree(self.fresh)

    def _run(self, *words: str) -> None:
        self.office.run("--lang", self._language, *words)

    def _path(self, name: str) -> Path:
        return self.office.root / "challenges" / f"{name}.yaml"

    def _is_broken(self, name: str) -> bool:
        return "title: [" in self._path(name).read_text(encoding="utf-8")


def pages(folder: Path) -> dict[str, bytes]:
    """Every file of a report with what stands in it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}


def an_office(root: Path, samples: Office, git: RunGit) -> None:
    """A small office of sample challenges, with a history of one commit."""
    (root / "challenges").mkdir(parents=True)
    for beginning in CHOSEN:
        path = samples.file(beginning)
        shutil.copy(path, root / "challenges" / path.name)
    (root / "accelerator.yaml").write_text("format: 1\nname: Office\n", encoding="utf-8")
    git(root.parent, "init", "--quiet", "--initial-branch=main", root.name)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=Import")


@settings(
    max_examples=150 if "HUNDREDDAY_TORTURE" in os.environ else 2,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@example(steps=[("record", 4), ("look",), ("lesson", "Ask the clerks first")])
@example(steps=[("forge", "index.html"), ("forge", PAGES[2]), ("look",), ("language", "ar")])
@example(steps=[("rename", NAMES[0], NAMES[3]), ("look",), ("commit",), ("look",), ("amend",)])
@example(steps=[("break_file", NAMES[1]), ("day", "2026-11-24"), ("look",), ("undo",)])
@given(steps=st.lists(STEPS, min_size=3, max_size=8))
def test_a_report_over_an_older_one_is_a_fresh_report(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    samples: Office,
    git: RunGit,
    steps: list[tuple[str, Any]],
) -> None:
    root = tmp_path_factory.mktemp("publisher")
    monkeypatch.setenv("HUNDREDDAY_CACHE_DIR", str(root / "cache"))
    publisher = Publisher(root, git)
    an_office(publisher.office.root, samples, git)
    publisher.look()

    for act, *arguments in steps:
        step: Callable[..., None] = getattr(publisher, act)
        step(*arguments)
    publisher.look()
