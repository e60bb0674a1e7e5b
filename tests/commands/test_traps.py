"""Traps in a folder that somebody sent: a command looks, and writes nowhere, waits for nothing, and stays small."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from hundredday.desk.desk import Desk
from hundredday.desk.given import Given
from hundredday.desk.together.meeting import name_of
from hundredday.git import Repository, cut_at
from hundredday.git.joining import merge_head
from hundredday.store.folder import Folder
from hundredday.store.limited import read_limited
from hundredday.store.saving.intents import intended
from life import ID
from office import Office

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import RunGit

CLAIMS = f"challenges/{ID}.yaml"
LOOKING = {"log": 0, f"log {ID}": 0, "audit": 1, "status": 0, "status --at=2026-04-20": 2}
"""What asks where a shallow clone is cut, and how that ends there."""

SMALL = 150_000
"""Kilobytes that a command may take."""

LAUNCH = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)
print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.stderr.write(done.stdout + done.stderr)
"""

linux = pytest.mark.skipif(sys.platform != "linux", reason="pipes, devices and rusage as Linux has them")


def measured(office: Office, typed: str) -> tuple[int, int, str]:
    """How a command in a process of its own ended, how many kilobytes it took, and what it said."""
    command = ["-m", "hundredday", "-C", str(office.root), "--today", office.today, "--no-cache"]
    done = subprocess.run(
        [sys.executable, "-c", LAUNCH, sys.executable, *command, *typed.split()],
        capture_output=True,
        check=True,
        text=True,
    )
    code, peak = done.stdout.split()
    return int(code), int(peak), done.stderr


@pytest.mark.parametrize("between", [" ", "\t", "\x0b", ""])
def test_what_stands_behind_an_id_in_the_file_of_a_shallow_clone_is_no_option(
    running: Office, git: RunGit, tmp_path: Path, between: str
) -> None:
    written, head = tmp_path / "written", git(running.root, "rev-parse", "HEAD")
    options = f"--format=pwned --output={written} HEAD"
    (running.root / ".git" / "shallow").write_text(f"{head}{between}{options}\n")
    repository = Repository.around(running.root)
    assert repository
    assert cut_at(repository) is not None  # for git it is one, so we say so, too

    for typed, code in LOOKING.items():
        running.run(*typed.split(), code=code)

    assert not written.exists()


def test_a_merge_that_is_named_by_an_option_is_none(running: Office, tmp_path: Path) -> None:
    written = tmp_path / "written"
    (running.root / ".git" / "MERGE_HEAD").write_text(f"--output={written}\n")
    repository = Repository.around(running.root)
    assert repository
    assert merge_head(repository) is None

    running.run("resolve")
    running.run("resolve", ID)

    assert not written.exists()


@linux
@pytest.mark.parametrize("setting", ["mailmap.file", "core.attributesFile"])
def test_a_setting_that_names_a_pipe_keeps_nobody_waiting(
    running: Office, git: RunGit, tmp_path: Path, setting: str
) -> None:
    os.mkfifo(tmp_path / "pipe")
    git(running.root, "config", setting, str(tmp_path / "pipe"))

    assert measured(running, "log")[0] == 0


def test_an_index_that_no_git_has_written_names_no_file_outside(running: Office) -> None:
    desk = Desk(Given(), Folder(running.root))
    assert desk.repository

    assert name_of(desk, desk.repository, f"challenges/{ID}.yaml") == ID
    assert name_of(desk, desk.repository, "challenges/../../elsewhere.yaml") is None
    assert name_of(desk, desk.repository, "training/../../elsewhere.yaml") is None


def zeros(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(3 << 30)


def link_to_zeros(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to("/dev/zero")


def pipe(path: Path) -> None:
    path.unlink(missing_ok=True)
    os.mkfifo(path)


@linux
@pytest.mark.parametrize("trap", [zeros, link_to_zeros, pipe])
def test_a_file_without_end_is_no_challenge(running: Office, trap: Callable[[Path], None]) -> None:
    for name in (CLAIMS, "challenges/new.yaml", "training/elp.yaml", "exchange/uae.yaml"):
        (running.root / name).parent.mkdir(exist_ok=True)
        trap(running.root / name)

    for typed in ("people", "check"):
        code, peak, said = measured(running, typed)
        assert code in {0, 1, 3}, said
        assert "Traceback" not in said
        assert peak < SMALL


@linux
@pytest.mark.parametrize("trap", [zeros, link_to_zeros, pipe])
@pytest.mark.parametrize("place", ["packed-refs", "info/attributes", "refs/heads/main", "shallow"])
def test_what_git_would_never_come_back_from_is_refused_before_git_is_started(
    running: Office, trap: Callable[[Path], None], place: str
) -> None:
    trap(running.root / ".git" / place)

    said = running.run("audit", code=4).err

    assert said.startswith(f"error: {running.root}/.git/{place} is no file that git can read to its end.\n")
    assert running.run("record", "small", "30", code=4).err == said
    assert "value: 30" not in running.file("small").read_text()


@linux
def test_in_a_linked_work_tree_the_git_folder_of_all_is_looked_at(
    running: Office, git: RunGit, tmp_path: Path
) -> None:
    git(running.root, "worktree", "add", "--quiet", str(tmp_path / "beside"))
    beside = Office(tmp_path / "beside", running.today)
    beside.run("audit", code=0)
    pipe(running.root / ".git" / "info" / "exclude")

    assert "/info/exclude is no file" in beside.run("audit", code=4).err


@linux
def test_a_note_that_is_a_pipe_is_none(running: Office) -> None:
    note = running.root / ".git" / "hundredday.intent"
    pipe(note)

    assert intended(note) is None
    assert "hundredday.intent is no file" in running.run("record", "small", "30", code=4).err


def test_a_git_folder_in_which_git_sees_nothing_lets_no_change_pass_without_its_commit(
    running: Office,
) -> None:
    (running.root / ".git" / "HEAD").rename(running.root / ".git" / "HEAD.lost")

    assert "git sees no repository" in running.run("record", "small", "30", code=4).err
    assert "value: 30" not in running.file("small").read_text()
    assert "30 days" in running.run("record", "small", "30", "--no-commit").out


@linux
def test_where_git_cannot_be_started_nothing_is_changed_without_its_commit(running: Office) -> None:
    command = [sys.executable, "-m", "hundredday", "-C", str(running.root), "--today", running.today]

    done = subprocess.run(
        ["sh", "-c", 'ulimit -n 8; exec "$@"', "sh", *command, "record", "small", "30"],
        capture_output=True,
        check=False,
        text=True,
    )

    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith("error: Git could not be started: Too many open files.")
    assert "value: 30" not in running.file("small").read_text()


@linux
def test_settings_of_three_gigabytes_are_refused(running: Office) -> None:
    zeros(running.root / "accelerator.yaml")

    code, peak, said = measured(running, "status")

    assert code == 3
    assert "larger than 1 MiB" in said
    assert peak < SMALL


@linux
def test_a_table_without_end_is_refused(running: Office) -> None:
    link = running.root / "readings.csv"
    link.symlink_to("/dev/zero")

    code, peak, said = measured(running, f"import {link}")

    assert code == 1
    assert "Split it" in said
    assert peak < 3 * SMALL


@linux
def test_an_old_version_that_unfolds_to_gigabytes_stays_folded(running: Office, git: RunGit) -> None:
    path = running.root / CLAIMS
    kept = path.read_bytes()
    zeros(path)
    with path.open("r+b") as file:
        file.truncate(150 << 20)
    git(running.root, "-c", "core.compression=1", "commit", "--quiet", "--all", "--message=Bomb")
    path.write_bytes(kept)
    git(running.root, "commit", "--quiet", "--all", "--message=Back")

    code, peak, said = measured(running, f"log {ID}")

    assert code == 0, said
    assert peak < SMALL


@linux
def test_a_commit_message_without_end_is_not_read_to_its_end(running: Office, git: RunGit) -> None:
    git(running.root, "tag", "before")
    path = running.root / CLAIMS
    path.write_text(path.read_text().replace("Registry export", "Registry"))
    message = running.root.parent / "message"
    message.write_text("endless " * (6 << 20) + "\n")
    git(running.root, "commit", "--quiet", "--all", f"--file={message}")

    for words in (f"log {ID}", "audit", "status --since before"):
        code, peak, said = measured(running, words)

        assert code in {0, 1}, said
        assert peak < SMALL, words


def test_a_link_that_has_come_since_the_folder_was_looked_through_is_not_followed(
    running: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("format: 1\ntitle: A secret of mine\nphase: design\n")
    found = Folder.path_of

    def path_of(folder: Folder, beginning: str) -> object:
        file = found(folder, beginning)
        path = folder.absolute(file)
        path.unlink()
        path.symlink_to(secret)
        return file

    monkeypatch.setattr(Folder, "path_of", path_of)

    said = running.run("status", "small", code=3)

    assert "secret of mine" not in said.out + said.err
    assert "cannot be read" in said.err


@linux
@pytest.mark.parametrize("trap", [link_to_zeros, pipe])
def test_what_is_no_file_when_it_is_opened_is_not_waited_for(
    tmp_path: Path, trap: Callable[[Path], None]
) -> None:
    trap(tmp_path / "x.yaml")

    with pytest.raises(OSError, match=r"not a file|symbolic links"):
        read_limited(tmp_path / "x.yaml")


@linux
def test_a_file_that_grows_while_it_is_read_is_read_no_further_than_a_file_may_be_large(
    tmp_path: Path,
) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"x")
    grown = subprocess.Popen(["sh", "-c", f"exec cat /dev/zero >> '{path}'"])
    try:
        while path.stat().st_size < 1000:
            pass
        assert len(read_limited(path)) <= (1 << 20) + (64 << 10) + 1
    finally:
        grown.kill()
        grown.wait()


def test_a_draft_that_is_a_link_lets_no_editor_write_elsewhere(
    running: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere, editor = tmp_path / "elsewhere", tmp_path / "editor"
    elsewhere.write_text("mine\n")
    editor.write_text('#!/bin/sh\necho "# written" >> "$1"; exit 1\n')
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    running.run("edit", "small", code=2)  # the editor fails, and the draft is kept
    (draft,) = running.root.rglob(".*.draft.yaml")
    draft.unlink()
    draft.symlink_to(elsewhere)

    said = running.run("edit", "small", code=1)

    assert "symbolic link" in said.err
    assert elsewhere.read_text() == "mine\n"


@linux
def test_links_in_a_circle_are_no_bug_where_a_command_writes(running: Office) -> None:
    (running.root / "circle").symlink_to("circle")

    said = running.run("export", "json", "-o", str(running.root / "circle"), code=1)
    (running.root / "challenges").rename(running.root / "moved")
    (running.root / "challenges").symlink_to("challenges")

    assert "circle" in said.err
    assert "Too many levels of symbolic links" in running.run("save", code=1).err
