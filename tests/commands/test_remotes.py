"""The remote that is shared through: how it is called and reached, and what is said while it does not answer."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

from hundredday.desk.together import syncing
from office import heads

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from conftest import RunGit
    from office import Office

CLAIMS = "small-claims"


def test_a_remote_that_is_called_like_an_option_is_none(
    ministry: Office, git: RunGit, tmp_path: Path
) -> None:
    git(ministry.root, "config", "branch.main.remote", f"--upload-pack=touch {tmp_path}/mark")

    refused = ministry.run("sync", code=4)

    assert "upload-pack" in refused.err
    assert not (tmp_path / "mark").exists()


def test_how_a_person_reaches_a_remote_is_theirs_to_say(
    ministry: Office, git: RunGit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ssh = tmp_path / "ssh"
    ssh.write_text(f"#!/bin/sh\necho asked >> '{tmp_path}/asked'\nexit 1\n")
    ssh.chmod(0o755)
    git(ministry.root, "config", "remote.origin.url", "ssh://somewhere.example/hub.git")
    monkeypatch.setenv("GIT_SSH_COMMAND", str(ssh))
    monkeypatch.setenv("GIT_DIR", str(tmp_path))  # leads elsewhere, and is not heard

    refused = ministry.run("sync", code=4)

    assert "The remote origin cannot be reached" in refused.err
    assert (tmp_path / "asked").read_text() == "asked\n"


def test_a_remote_that_does_not_answer_is_waited_for_in_words(
    ministry: Office, court: Office, git: RunGit, tmp_path: Path
) -> None:
    court.run("record", CLAIMS, "31")
    court.run("sync")
    process = hanging_sync(ministry, git, until=tmp_path / "told")

    said = process.stderr.readline() if process.stderr else ""
    (tmp_path / "told").touch()
    out, rest = process.communicate()

    assert said == (
        "waiting for the remote origin to answer; Ctrl-C stops it, and your commits are safe here\n"
    )
    assert (process.returncode, rest) == (0, "")
    assert "31 days to judgment on Day 23" in out


def test_waiting_can_be_stopped_and_nothing_is_changed(ministry: Office, git: RunGit, tmp_path: Path) -> None:
    before = heads(git, ministry.root)
    process = hanging_sync(ministry, git, until=tmp_path / "never")

    said = process.stderr.readline() if process.stderr else ""
    os.killpg(process.pid, signal.SIGINT)
    process.communicate()

    assert "Ctrl-C stops it" in said
    assert process.returncode == 130
    assert heads(git, ministry.root) == before


def test_a_remote_that_answers_in_time_is_not_talked_about(
    ministry: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(syncing, "PATIENCE", 600)

    assert "waiting" not in ministry.run("sync").err


def hanging_sync(office: Office, git: RunGit, *, until: Path) -> subprocess.Popen[str]:
    """Somebody who syncs with little patience and a remote that answers when a file is there, or in a minute."""
    slow = until.with_name("slow")
    slow.write_text(
        f"#!/bin/sh\nfor i in $(seq 600); do [ -e '{until}' ] && break; sleep 0.1; done\n"
        'exec git-upload-pack "$@"\n'
    )
    slow.chmod(0o755)
    git(office.root, "config", "remote.origin.uploadpack", str(slow))
    code = (
        "from hundredday.__main__ import main; from hundredday.desk.together import syncing;"
        " syncing.PATIENCE = 0.1; main()"
    )
    words = ["-C", str(office.root), "--today", office.today, "sync"]
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, "-c", code, *words], stdout=pipe, stderr=pipe, text=True, start_new_session=True
    )
