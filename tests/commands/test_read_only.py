"""A folder that may only be read: looking works, changing is refused in words. Run as somebody who is not root."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from life import ID

if TYPE_CHECKING:
    from pathlib import Path

    from office import Office

NOBODY = "65534"
BECOME = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")


@pytest.fixture
def read_only(running: Office, tmp_path: Path) -> Office:
    """The accelerator, owned by nobody, and with no right to write for anybody."""
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("root may write everywhere, and setpriv is not there to be somebody else")
        if subprocess.run([*BECOME, sys.executable, "-c", ""], capture_output=True, check=False).returncode:
            pytest.skip("this Python lies where only root may run it")
        subprocess.run(["chown", "--recursive", f"{NOBODY}:{NOBODY}", str(running.root)], check=True)
    subprocess.run(["chmod", "--recursive", "a-w,a+rX", str(running.root)], check=True)
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_mode & 0o005 != 0o005 and folder.stat().st_uid == os.geteuid():
            folder.chmod(folder.stat().st_mode | 0o005)
    return running


def as_somebody(office: Office, *words: str) -> subprocess.CompletedProcess[str]:
    become = BECOME if os.geteuid() == 0 else ()
    return subprocess.run(
        [
            *become,
            sys.executable,
            "-m",
            "hundredday",
            "-C",
            str(office.root),
            "--today",
            office.today,
            *words,
        ],
        capture_output=True,
        check=False,
        text=True,
        env={**os.environ, "XDG_CACHE_HOME": "/nowhere", "HOME": "/nowhere"},
    )


def test_looking_works_where_nothing_may_be_written(read_only: Office) -> None:
    for words in (("status",), ("status", "small", "--json"), ("check",), ("advance", "small", "--check")):
        seen = as_somebody(read_only, *words)

        assert seen.returncode in {0, 1}, seen.stderr
        assert seen.stdout
        assert "Traceback" not in seen.stderr
        assert "bug" not in seen.stderr


def test_changing_is_refused_in_words_and_nothing_is_changed(read_only: Office) -> None:
    before = read_only.file(ID).read_bytes()

    said = as_somebody(read_only, "record", "small", "30")

    assert said.returncode == 4
    assert said.stdout == ""
    assert "Check that you may write" in said.stderr
    assert read_only.file(ID).read_bytes() == before
