"""Accelerators to work in: a new one, and one with a challenge in each phase of its life."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from hundredday.app import app
from life import PROPOSED, STEPS
from office import Office

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from conftest import RunGit

AGES: Mapping[str, tuple[str, str]] = {
    "candidate": ("2026-02-02", "2026-02-03"),
    "chosen": ("2026-03-03", "2026-03-04"),
    "nominated": ("2026-03-22", "2026-04-06"),
    "running": ("2026-04-28", "2026-04-29"),
    "ended": ("2026-07-13", "2026-07-16"),
    "handed": ("2026-07-16", "2026-07-17"),
    "lasting": ("2026-08-02", "2026-08-20"),
}
"""How far a life has gone: the day of its last step, and the day that is today."""


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A new accelerator with one commit."""
    return _founded(tmp_path / "office")


@pytest.fixture(scope="session")
def lives(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The same accelerator at each age."""
    folder = tmp_path_factory.mktemp("lives")
    office = _founded(folder / "office")
    waiting, found = [PROPOSED, *STEPS], {}
    for age, (until, _) in AGES.items():
        while waiting and waiting[0][0] <= until:
            office.today, *words = waiting.pop(0)
            office.run(*words)
        found[age] = shutil.copytree(office.root, folder / age)
    return found


@pytest.fixture
def aged(request: pytest.FixtureRequest, lives: Mapping[str, Path], tmp_path: Path) -> Office:
    """The accelerator at the age that the test is parametrized with."""
    return _copied(request.param, lives, tmp_path)


@pytest.fixture
def candidate(lives: Mapping[str, Path], tmp_path: Path) -> Office:
    """One challenge, just proposed."""
    return _copied("candidate", lives, tmp_path)


@pytest.fixture
def chosen(lives: Mapping[str, Path], tmp_path: Path) -> Office:
    """One challenge before its first gate, which is open."""
    return _copied("chosen", lives, tmp_path)


@pytest.fixture
def nominated(lives: Mapping[str, Path], tmp_path: Path) -> Office:
    """One challenge with a team and a goal, before its launch."""
    return _copied("nominated", lives, tmp_path)


@pytest.fixture
def running(lives: Mapping[str, Path], tmp_path: Path) -> Office:
    """One challenge on Day 23, with readings and an open blocker."""
    return _copied("running", lives, tmp_path)


@pytest.fixture
def ended(lives: Mapping[str, Path], tmp_path: Path) -> Office:
    """One challenge whose clock has run, its goal reached."""
    return _copied("ended", lives, tmp_path)


@pytest.fixture
def handed(lives: Mapping[str, Path], tmp_path: Path) -> Office:
    """One challenge that has just entered Sustainability."""
    return _copied("handed", lives, tmp_path)


@pytest.fixture
def lasting(lives: Mapping[str, Path], tmp_path: Path) -> Office:
    """One challenge before its last gate, which is open."""
    return _copied("lasting", lives, tmp_path)


@pytest.fixture
def hub(tmp_path: Path, git: RunGit) -> Path:
    """A bare repository that everybody shares."""
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", "hub.git")
    return tmp_path / "hub.git"


@pytest.fixture
def ministry(running: Office, hub: Path, git: RunGit) -> Office:
    """Whoever began; the hub has their work."""
    git(running.root, "remote", "add", "origin", str(hub))
    running.run("sync")
    return running


@pytest.fixture
def court(ministry: Office, hub: Path, git: RunGit, tmp_path: Path) -> Office:
    """Another agency, which has cloned the hub and set nothing up."""
    git(tmp_path, "clone", "--quiet", str(hub), "court")
    git(tmp_path / "court", "config", "user.name", "Timur Ospanov")
    return Office(tmp_path / "court", ministry.today)


def _founded(root: Path) -> Office:
    root.mkdir()
    CliRunner().invoke(app, ["-C", str(root), "init", "--name", "National Accelerator", "--country", "KZ"])
    return Office(root)


def _copied(age: str, lives: Mapping[str, Path], tmp_path: Path) -> Office:
    return Office(shutil.copytree(lives[age], tmp_path / "office"), AGES[age][1])
