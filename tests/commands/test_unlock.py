"""Locks that a stopped git command left: named, shown, and taken away only when a person says so."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pexpect
import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from office import Office


def left(office: Office, name: str = "index.lock") -> Path:
    lock = office.root / ".git" / name
    lock.touch()
    os.utime(lock, (time.time() - 7200,) * 2)
    return lock


def test_a_lock_is_named_with_its_age_and_its_owner_and_never_taken_away_unasked(office: Office) -> None:
    lock = left(office)

    refused = office.run("new", "Water meters", code=4)
    shown = office.run("setup", "--unlock", code=2)

    assert f"{lock} belongs to " in refused.err
    assert "is 2 hours old" in refused.err
    assert "hundredday setup --unlock" in refused.err
    assert "is 2 hours old" in shown.out
    assert "hundredday setup --unlock --yes" in shown.err
    assert lock.exists()


@pytest.mark.parametrize("name", ["index.lock", "HEAD.lock", "refs/heads/main.lock", "packed-refs.lock"])
def test_each_lock_of_git_is_taken_away_when_one_says_so(office: Office, name: str) -> None:
    lock = left(office, name)

    said = office.run("setup", "--unlock", "--yes")

    assert f"{lock} belongs to" in said.out
    assert "The lock is taken away." in said.out
    assert not lock.exists()
    office.run("new", "Water meters")
    assert "No git command has left a lock here." in office.run("setup", "--unlock", "--yes").out


@pytest.mark.parametrize(("answer", "stays"), [("n", True), ("y", False)])
def test_a_person_at_a_terminal_is_asked(office: Office, answer: str, stays: bool) -> None:
    lock = left(office)
    words = ["-m", "hundredday", "-C", str(office.root), "setup", "--unlock"]
    terminal = pexpect.spawn(sys.executable, words, encoding="utf-8", timeout=30)

    terminal.expect("Take this lock away")
    terminal.sendline(answer)
    terminal.expect(pexpect.EOF)

    assert lock.exists() == stays
    assert ("Nothing was changed" in (terminal.before or "")) == stays


@pytest.mark.skipif(sys.platform != "linux", reason="/proc says who is at work")
def test_the_lock_of_a_git_command_that_is_at_work_stays(office: Office) -> None:
    lock = left(office)
    with subprocess.Popen(
        ["git", "cat-file", "--batch"], cwd=office.root, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
    ) as working:
        said = office.run("setup", "--unlock", "--yes", code=4)
        assert working.stdin
        working.stdin.close()

    assert f"A git command is at work here (process {working.pid})" in said.err
    assert lock.exists()
    office.run("setup", "--unlock", "--yes")
    assert not lock.exists()
