"""A report of the sample challenges, and one browser to look at it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser import Browser, browser, chromium
from hundredday.desk.demonstrating import SETTINGS
from office import Office

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import RunGit

SAMPLES = Path(__file__).parents[2] / "challenges"
TODAY = "2026-11-23"


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory, git: RunGit) -> Office:
    """The sample challenges in a repository, with two commits."""
    root = tmp_path_factory.mktemp("samples") / "office"
    shutil.copytree(SAMPLES, root / "challenges")
    (root / "accelerator.yaml").write_text(SETTINGS)
    git(root.parent, "init", "--quiet", "--initial-branch=main", "office")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=Import")
    office = Office(root, TODAY)
    office.run("record", "small-claims", "5")
    return office


@pytest.fixture(scope="session")
def report(samples: Office, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the sample challenges."""
    folder = tmp_path_factory.mktemp("report") / "pages"
    samples.run("report", str(folder))
    return folder


@pytest.fixture(scope="session")
def chrome() -> Iterator[Browser]:
    """One browser for all tests; where there is none they are skipped, and .ci/run installs one."""
    program = chromium()
    if program is None:
        pytest.skip("no Chromium here to look at pages with")
    with browser(program) as started:
        yield started
