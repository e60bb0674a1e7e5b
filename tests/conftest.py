"""What every test stands on: a home without settings, an identity, and real git in temporary folders."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from typing import TYPE_CHECKING, Protocol

import pytest
from hypothesis import HealthCheck, settings

from hundredday.git import Repository
from hundredday.language import speak

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# A busy machine is slow, and that says nothing about the program: no test is timed.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


class RunGit(Protocol):
    """Run git as a person would, in a folder; its output without the last line end."""

    def __call__(self, folder: Path, *arguments: str, fails: bool = False) -> str: ...


def pytest_configure() -> None:
    """What a shell starts in the background ignores Ctrl-C, and all that it starts: here it is heard again."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes minutes is run by `make torture` alone."""
    if not os.environ.get("HUNDREDDAY_TORTURE"):
        for item in items:
            if item.get_closest_marker("slow"):
                item.add_marker(pytest.mark.skip(reason="slow: part of `make torture`"))


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    """A command that a test runs in this process leaves its language behind; the next test speaks English."""
    yield
    speak("en")


@pytest.fixture(scope="session", autouse=True)
def _home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No setting of the person at the machine reaches a test; who commits stands in the environment."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name.startswith(("GIT_", "HUNDREDDAY_", "XDG_")) and name != "HUNDREDDAY_TORTURE":
                patch.delenv(name)
        for name in ("EMAIL", "LANGUAGE", "NO_COLOR", "FORCE_COLOR"):
            patch.delenv(name, raising=False)
        patch.setenv("HOME", str(home))
        patch.setenv("USERPROFILE", str(home))
        patch.setenv("XDG_CONFIG_HOME", str(home / "config"))
        patch.setenv("XDG_CACHE_HOME", str(home / "cache"))
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        for role in ("AUTHOR", "COMMITTER"):
            patch.setenv(f"GIT_{role}_NAME", "Dana Omarova")
            patch.setenv(f"GIT_{role}_EMAIL", "dana@example.org")
        yield


@pytest.fixture(autouse=True)
def _in_english() -> None:
    """Each test begins in English, whatever language the last one was asked in."""
    speak("en")


@pytest.fixture(scope="session")
def git(_home: None) -> RunGit:
    """Git itself, for what a person does beside us."""
    program = shutil.which("git")
    assert program, "these tests need git"

    def run(folder: Path, *arguments: str, fails: bool = False) -> str:
        done = subprocess.run(
            [program, "-C", str(folder), *arguments], capture_output=True, check=False, text=True
        )
        assert (done.returncode != 0) == fails, done.stderr
        return done.stdout.removesuffix("\n")

    return run


@pytest.fixture
def repository(tmp_path: Path, git: RunGit) -> Repository:
    """An accelerator's folder in git, on the branch main, with one commit of accelerator.yaml."""
    root = tmp_path / "accelerator"
    root.mkdir()
    git(root, "init", "--quiet", "--initial-branch=main")
    (root / "challenges").mkdir()
    (root / "accelerator.yaml").write_text("format: 1\n")
    git(root, "add", "accelerator.yaml")
    git(root, "commit", "--quiet", "--message=Start")
    found = Repository.around(root)
    assert found is not None
    return found
