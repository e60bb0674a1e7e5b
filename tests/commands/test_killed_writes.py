"""A write that is killed, or refused by the disk, at every system call it makes: old or new, and the next one works."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from hundredday.git import Repository, at_work
from life import ID
from office import Office
from tracing import FAILING, Call, calls, injected, strace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import RunGit

    Counted = Callable[[str], None]

TORTURE = bool(os.environ.get("HUNDREDDAY_TORTURE"))
FILE = f"challenges/{ID}.yaml"
TYPED = ("--today", "2026-04-29", "record", "small", "31.5")
ADDED = "Judges adopt what a judge shows them"
GIT = ("commit", "update-ref")

needs_strace = pytest.mark.skipif(
    strace() is None, reason="strace is not installed, or tracing is not allowed"
)


def some(found: list[Call], one_in: int) -> list[Call]:
    """All of them in the long form; in the short one a part, spread over the whole run."""
    return found if TORTURE else found[one_in // 2 :: one_in]


def copied(office: Office, to: Path) -> Office:
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(office.root, to, symlinks=True)
    return Office(to, office.today)


def left_over(root: Path) -> list[str]:
    """What we left behind: temporary files and notes."""
    return sorted(
        path.name
        for path in root.rglob("*hundredday*")
        if path.is_file() and path.name != "hundredday.lock" and path.parent.name != "seen"
    )


def locks(office: Office) -> list[Path]:
    """The locks that git left."""
    return [path for path in (office.root / ".git").rglob("*.lock") if path.name != "hundredday.lock"]


def wait_for_git(root: Path) -> None:
    """Where only we were killed, git goes on with what it was told."""
    repository = Repository.around(root)
    assert repository
    while at_work(repository):
        time.sleep(0.01)


def goes_on(office: Office) -> str:
    """What the next command says; where git was killed, it names the lock, and works after `setup --unlock`."""
    words = ("lesson", "small", ADDED)
    # A lock with a number in its name, or one of the mark that we keep, stands in nobody's way.
    hindering = [
        lock
        for lock in locks(office)
        if "hundredday" not in lock.parts and not lock.name.startswith("next-index-")
    ]
    if not hindering:
        return office.run(*words).out
    refused = office.run(*words, code=4)
    assert any(f"{lock} belongs to" in refused.err for lock in hindering), refused.err
    assert "hundredday setup --unlock" in refused.err
    assert set(hindering) <= set(locks(office))
    unlocked = office.run("setup", "--unlock", "--yes")
    return refused.out + unlocked.out + office.run(*words).out


@pytest.fixture
def counted(capsys: pytest.CaptureFixture[str]) -> Counted:
    """The counts of the long form are worth reading when all is well, too."""

    def say(text: str) -> None:
        if TORTURE:
            with capsys.disabled():
                sys.stdout.write(f"\n{text}\n")

    return say


@needs_strace
def test_a_write_killed_at_any_system_call_leaves_the_old_file_or_the_new_one_and_the_next_command_works(
    running: Office, git: RunGit, tmp_path: Path, counted: Counted
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    traced = copied(running, tmp_path / "traced")
    found = calls(traced.root, scratch, *TYPED, git=GIT)
    assert len(found) > 80
    old, new = running.file(ID).read_bytes(), traced.file(ID).read_bytes()
    head = git(running.root, "rev-parse", "HEAD")
    ends: Counter[str] = Counter()

    for call in some(found, 18):
        office = copied(running, tmp_path / "hurt")
        injected(office.root, scratch, call, "signal=KILL", *TYPED)
        wait_for_git(office.root)

        assert office.file(ID).read_bytes() in {old, new}, call
        git(office.root, "fsck", "--full")
        ends["git's lock left"] += bool(locks(office))
        said = goes_on(office)
        after = office.file(ID).read_text()
        subjects = git(office.root, "log", "--format=%s", f"{head}..HEAD").splitlines()
        assert after.count("31.5") == sum("31.5" in subject for subject in subjects) <= 1, f"{call}\n{said}"
        assert ADDED in after
        assert git(office.root, "status", "--porcelain") == "", f"{call}\n{said}"
        assert left_over(office.root) == [], call
        office.run("setup", "--unlock", "--yes")
        assert locks(office) == [], call
        assert office.run("check").code == 0
        git(office.root, "fsck", "--full")
        ends["made" if "31.5" in after else "not made"] += 1
        ends["said"] += "interrupted" in said

    counted(f"killed at {ends['made'] + ends['not made']} system calls of {len(found)}: {dict(ends)}")
    assert min(ends["made"], ends["not made"], ends["said"]) > 0


@needs_strace
def test_a_write_that_the_disk_refuses_at_any_system_call_is_made_whole_or_not_at_all_and_said_so(
    running: Office, git: RunGit, tmp_path: Path, counted: Counted
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    traced = copied(running, tmp_path / "traced")
    refusable = [call for call in calls(traced.root, scratch, *TYPED, git=GIT) if call.name in FAILING]
    found = [(call, error) for call in refusable for error in ("ENOSPC", "EIO")]
    old, new = running.file(ID).read_bytes(), traced.file(ID).read_bytes()
    head = git(running.root, "rev-parse", "HEAD")
    ends: Counter[str] = Counter()

    for call, error in found if TORTURE else found[7::17]:
        office = copied(running, tmp_path / "hurt")
        done = injected(office.root, scratch, call, f"error={error}", *TYPED)

        about = f"{call.line} {error}\n{done.stdout}{done.stderr}"
        made = git(office.root, "rev-parse", "HEAD") != head
        assert "bug" not in done.stderr, about
        assert "Traceback" not in done.stderr, about
        assert office.file(ID).read_bytes() == (new if made else old), about
        assert made or done.returncode != 0, about
        assert done.returncode == 0 or done.stderr.startswith(("error: ", "note: ")), about
        git(office.root, "fsck", "--full")
        goes_on(office)
        assert office.file(ID).read_text().count("31.5") == int(made), about
        assert git(office.root, "status", "--porcelain") == "", about
        assert left_over(office.root) == [], about
        ends["made" if made else "refused"] += 1
        ends["made, and an error said"] += made and done.returncode != 0

    counted(
        f"{sum(ends.values()) - ends['made, and an error said']} refusals of {len(refusable)} calls: {dict(ends)}"
    )
    assert min(ends["made"], ends["refused"]) > 0
