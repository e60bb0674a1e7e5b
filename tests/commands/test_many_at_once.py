"""Several people at once: nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING

from life import ID

if TYPE_CHECKING:
    from conftest import RunGit
    from office import Office

WRITERS = 8
EACH = 5

WRITER = """
import sys
from typer.testing import CliRunner
from hundredday.app import app
root, *days = sys.argv[1:]
for day in days:
    result = CliRunner().invoke(app, ["-C", root, "--today", "2026-07-15", "record", "small", "20", "--on", day])
    if result.exit_code:
        sys.exit(result.output)
"""


def test_eight_writers_at_once_lose_no_reading_and_no_commit(running: Office, git: RunGit) -> None:
    head = git(running.root, "rev-parse", "HEAD")
    days = [(date(2026, 5, 1) + timedelta(days=n)).isoformat() for n in range(WRITERS * EACH)]
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
    assert [day for day in days if f"date: {day}, value: 20" not in text] == []
    assert git(running.root, "rev-list", "--count", f"{head}..HEAD") == str(WRITERS * EACH)
    assert git(running.root, "status", "--porcelain") == ""
    assert running.run("check").code == 0
