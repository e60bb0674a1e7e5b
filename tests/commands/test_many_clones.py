"""Several agencies work in one folder at once and share when they like: in the end all have the same, and everything."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from hundredday.app import app
from hundredday.store.records import read_record
from office import Office, Said

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from conftest import RunGit

TORTURE = bool(os.environ.get("HUNDREDDAY_TORTURE"))
CLONES, COMMANDS = (5, 200) if TORTURE else (3, 12)
CLAIMS = "small-claims"
NAMES = ("Aigerim", "Timur", "Dana", "Yerlan", "Madina")


@dataclass(slots=True)
class Agency:
    """Somebody with a clone, and what they have written down that must never be lost."""

    office: Office
    name: str
    random: Random
    value: int
    readings: set[tuple[str, int]] = field(default_factory=set)
    lessons: set[str] = field(default_factory=set)
    blockers: set[str] = field(default_factory=set)

    def types(self, *words: str) -> Said:
        """A command; it may be refused, but never with a bug, a broken file or a refusal of git's."""
        result = CliRunner().invoke(app, ["-C", str(self.office.root), "--today", self.office.today, *words])
        said = Said(result.exit_code, result.stdout, result.stderr)
        assert said.code in {0, 1, 2}, f"{self.name}: {words}\n{said.out}\n{said.err}"
        return said

    def works(self) -> None:
        self.random.choice(
            (self.record, self.record, self.record, self.block, self.learn, self.other, self.share)
        )()

    def record(self) -> None:
        day = f"2026-05-{self.random.randint(1, 28):02}"
        self.value += 1
        if self.types("record", CLAIMS, str(self.value), f"--on={day}", f"--by={self.name}").code == 0:
            self.readings.add((day, self.value))

    def block(self) -> None:
        key = f"b{self.random.randint(1, 12)}"
        if self.types("block", CLAIMS, f"Blocker {key}", f"--key={key}").code == 0:
            self.blockers.add(key)

    def learn(self) -> None:
        self.value += 1
        if self.types("lesson", CLAIMS, f"Lesson {self.value}", "--kind=worked").code == 0:
            self.lessons.add(f"Lesson {self.value}")

    def other(self) -> None:
        """What others do too, with other words: it may clash."""
        number = self.random.randint(1, 5)
        self.types(
            *self.random.choice(
                (
                    (
                        "amend",
                        CLAIMS,
                        "days-to-judgment",
                        "target",
                        str(number),
                        "--because=Pilot",
                        f"--by={self.name}",
                    ),
                    (
                        "declare",
                        CLAIMS,
                        self.random.choice(("green", "amber", "red")),
                        f"--because={self.name}",
                    ),
                    ("new", f"Candidate {number}", f"--agency={self.name}"),
                    ("describe", f"candidate-{number}", f"--affected={self.name}"),
                    ("stakeholder", f"candidate-{number}", f"Chamber {number}", "--role=affected"),
                    ("unblock", CLAIMS, f"b{number}", f"--how={self.name}"),
                    ("milestone", CLAIMS, f"Step {number}", f"--due=2026-06-{number + 10}"),
                )
            )
        )

    def share(self) -> None:
        """Sync, settling what clashes, until there is nothing to settle."""
        for _ in range(6):
            if self.types("sync").code == 0:
                return
            side = self.random.choice(("--ours", "--theirs"))
            assert self.types("resolve", side).code == 0
        raise AssertionError("the sides never come together")


@pytest.fixture
def agencies(running: Office, tmp_path: Path, git: RunGit) -> list[Agency]:
    hub = tmp_path / "hub.git"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", str(hub))
    git(running.root, "remote", "add", "origin", str(hub))
    running.run("sync")
    found = []
    for number, name in enumerate(NAMES[:CLONES]):
        git(tmp_path, "clone", "--quiet", str(hub), name)
        office = Office(tmp_path / name, "2026-05-29")
        found.append(Agency(office, name, Random(number + 11), 1000 * (number + 1)))
    return found


def test_everybody_ends_with_the_same_files_and_nothing_is_lost(
    agencies: list[Agency], git: RunGit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns = [agency for agency in agencies for _ in range(COMMANDS)]
    Random(5).shuffle(turns)

    for agency in turns:
        for role in ("AUTHOR", "COMMITTER"):
            monkeypatch.setenv(f"GIT_{role}_NAME", agency.name)
        agency.works()
    for agency in (*agencies, *agencies):
        agency.share()

    heads = {git(agency.office.root, "rev-parse", "HEAD") for agency in agencies}
    assert heads == {git(tmp_path / "hub.git", "rev-parse", "main")}
    for agency in agencies:
        assert git(agency.office.root, "status", "--porcelain") == ""
        assert agency.types("check").code == 0
        found = agency.types("audit", "--no-cache", "--json").json["findings"]
        assert [one for one in found if one["severity"] == "error"] == []
        assert git(agency.office.root, "fsck", "--no-dangling") == ""
    there = what_stands(agencies[0].office)
    for agency in agencies:
        assert [one for one in agency.readings if there["readings"].count(one) != 1] == []
        assert agency.lessons <= set(there["lessons"])
        assert agency.blockers <= set(there["blockers"])


def what_stands(office: Office) -> Mapping[str, list[object]]:
    challenge = read_record(office.file(CLAIMS).read_bytes(), "claims").challenge
    goal = challenge.goals["days-to-judgment"]
    acceleration = challenge.acceleration
    assert acceleration is not None
    return {
        "readings": [(reading.date.isoformat(), reading.value) for reading in goal.readings],
        "lessons": [lesson.text for lesson in challenge.lessons],
        "blockers": list(acceleration.blockers),
    }
