"""Several people at once: nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from hundredday.store.saving.lock import locked
from life import ID

if TYPE_CHECKING:
    from conftest import RunGit
    from office import Office

WRITERS, EACH = (20, 50) if os.environ.get("HUNDREDDAY_TORTURE") else (6, 5)
FIRST = date(2026, 4, 30)

WRITER = """
import sys
from typer.testing import CliRunner
from hundredday.app import app
root, *days = sys.argv[1:]
for day in days:
    result = CliRunner().invoke(app, ["-C", root, "--today", "2029-07-15", "record", "small", "20", "--on", day])
    if result.exit_code:
        sys.exit(result.output)
"""


def test_writers_at_once_lose_no_reading_and_no_commit(running: Office, git: RunGit) -> None:
    head = git(running.root, "rev-parse", "HEAD")
    days = [(FIRST + timedelta(days=n)).isoformat() for n in range(WRITERS * EACH)]
    shares = [days[n::WRITERS] for n in range(WRITERS)]

    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(running.root), *share], stderr=subprocess.PIPE, text=True
        )
        for share in shares
    ]
    said = [writer.communicate()[1] for writer in writers]

    assert [writer.returncode for writer in writers] == [0] * WRITERS, said
    text = running.file(ID).read_text()
    assert [day for day in days if text.count(f"date: {day}, value: 20") != 1] == []
    assert git(running.root, "rev-list", "--count", f"{head}..HEAD") == str(WRITERS * EACH)
    assert git(running.root, "status", "--porcelain") == ""
    assert running.run("check").code == 0


def test_looking_waits_for_no_writer(running: Office) -> None:
    with locked(running.root / ".git" / "hundredday.lock"):
        begun = time.monotonic()
        for words in (("status",), ("status", "small"), ("log", "small"), ("check",), ("agenda",)):
            running.run(*words)

    assert time.monotonic() - begun < 10  # a writer waits that long before it gives up


def test_who_waits_in_vain_is_told_who_writes_and_since_when(running: Office) -> None:
    with locked(running.root / ".git" / "hundredday.lock"), pytest.MonkeyPatch.context() as patch:
        patch.setattr("hundredday.desk.locking.PATIENCE", 0.1)
        said = running.run("record", "small", "30", code=4)

    assert "Another command is changing this folder: " in said.err
    assert f"process {os.getpid()}" in said.err
    assert " since 20" in said.err
    assert running.run("record", "small", "30").code == 0
