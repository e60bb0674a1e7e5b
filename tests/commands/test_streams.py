"""Output that nobody reads, that no disk holds or no encoding knows never decides what is done."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, Any

import pytest

from life import ID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import RunGit
    from office import Office

if sys.platform == "win32":
    pytest.skip("streams are closed by number here", allow_module_level=True)

SAYS = f"{ID}: 30 days to judgment on Day 23\n"


@pytest.fixture
def gone() -> Iterator[int]:
    """The writing end of a pipe whose reader has gone."""
    reader, writer = os.pipe()
    os.close(reader)
    yield writer
    os.close(writer)


def run(
    office: Office, *words: str, shell: str = "", env: dict[str, str] | None = None, **streams: Any
) -> subprocess.CompletedProcess[bytes]:
    """A command in a process of its own; `shell` is what a shell does to its streams."""
    command = [sys.executable, "-m", "hundredday", "-C", str(office.root), "--today", office.today, *words]
    if shell:
        command = ["sh", "-c", f'exec "$@" {shell}', "sh", *command]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL, **streams}
    return subprocess.run(command, check=False, env={**os.environ, **(env or {})}, **streams)


def titled(office: Office, title: str) -> None:
    """Give the challenge another title, as an editor would."""
    file = office.file(ID)
    file.write_text(file.read_text().replace("title: Small claims settled in one day", f"title: {title}"))


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
@pytest.mark.parametrize("kept", ["in git", "without git"])
def test_a_change_is_made_whether_anybody_reads_what_is_said_of_it(
    running: Office, stream: str, kept: str, gone: int
) -> None:
    if kept == "without git":
        rmtree(running.root / ".git")

    streams: dict[str, Any] = {stream: gone}
    done = run(running, "record", "small", "30", **streams)

    assert done.returncode == 0
    assert "{date: 2026-04-29, value: 30}" in running.file(ID).read_text()
    assert b"Exception" not in (done.stderr or b"")


def test_every_edited_file_is_saved_though_the_reader_of_the_first_has_gone(
    running: Office, git: RunGit, gone: int
) -> None:
    running.run("new", "A second one", "--no-commit")
    running.file(ID).write_text(running.file(ID).read_text() + "# a thought\n")
    (running.root / "challenges" / "broken.yaml").write_text("title: [\n")

    done = run(running, "save", stdout=gone, stderr=gone)

    assert done.returncode == 3
    assert git(running.root, "status", "--porcelain") == "?? challenges/broken.yaml"


@pytest.mark.parametrize(
    "words", [("check",), ("--help",), ("status",), ("status", "--watch"), ("--version",)]
)
def test_a_reader_who_has_gone_is_no_error(running: Office, words: tuple[str, ...], gone: int) -> None:
    done = run(running, *words, stdout=gone)

    assert (done.returncode, done.stderr) == (0, b"")


def test_findings_are_findings_though_their_reader_has_gone(running: Office, gone: int) -> None:
    (running.root / "challenges" / "broken.yaml").write_text("title: [\n")

    assert run(running, "check", stdout=gone).returncode == 3


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed_are_none_and_no_file_takes_their_place(
    running: Office, closed: str, git: RunGit
) -> None:
    done = run(running, "record", "small", "30", shell=closed)

    assert done.returncode == 0
    assert (done.stdout.decode() == SAYS) == (">&-" not in closed.replace("2>&-", ""))
    assert git(running.root, "log", "-1", "--format=%s%n", "--", "challenges") == SAYS
    assert running.run("check").out == "2 files checked: all is well.\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_output_that_no_disk_holds_is_an_error_and_the_change_is_said_to_be_made(
    running: Office, git: RunGit
) -> None:
    done = run(running, "record", "small", "30", shell=">/dev/full")

    assert done.returncode == 1
    assert done.stderr.decode().endswith(
        "error: The output could not be written: No space left on device.\n"
        "  The command itself was done; only what it said is lost.\n"
    )
    assert git(running.root, "log", "-1", "--format=%s%n") == SAYS
    assert run(running, "record", "small", "31", shell=">/dev/full 2>&1").returncode == 1


def test_a_reader_who_is_slow_and_does_not_want_to_be_waited_for_gets_everything(running: Office) -> None:
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    command = [sys.executable, "-m", "hundredday", "schema", "challenge"]
    process = subprocess.Popen(command, stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)

    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read()

    assert process.communicate()[1] == b""
    assert process.returncode == 0
    assert json.loads(said)["title"]


def test_a_pipe_gets_utf_8_whatever_the_locale_is(running: Office) -> None:
    titled(running, "Қазақстан соттары 你好")
    plain = {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}

    done = run(running, "status", "small", env=plain)

    assert done.stdout.decode().startswith("Қазақстан соттары 你好")


@pytest.mark.parametrize("encoding", ["ascii", "cp1251"])
def test_letters_that_an_encoding_lacks_are_escaped_in_json_and_marked_elsewhere(
    running: Office, encoding: str
) -> None:
    title = "Қазақстан соттары 你好 🏛"
    titled(running, title)
    asked = {"PYTHONIOENCODING": encoding}

    for document in (("status", "--json"), ("status", "small", "--json")):
        done = run(running, *document, env=asked)
        assert title in str(json.loads(done.stdout.decode(encoding)))
    for words in (("status",), ("status", "small"), ("log", "--lang=kk"), ("board",)):
        done = run(running, *words, env=asked)
        assert (done.returncode, done.stderr) == (0, b"")
        assert "?" in done.stdout.decode(encoding)


@pytest.mark.parametrize("columns", ["²", "9" * 5000])
def test_a_width_that_is_none_is_not_obeyed(running: Office, columns: str) -> None:
    done = run(running, "status", env={"COLUMNS": columns, "LINES": columns})

    assert done.returncode == 0
    assert max(map(len, done.stdout.decode().splitlines())) == 80


@pytest.mark.parametrize("home", ["~", "/dev/null"])
def test_whoever_has_no_home_can_work(running: Office, home: str, git: RunGit) -> None:
    nowhere = {"HOME": home, "XDG_CACHE_HOME": "", "XDG_CONFIG_HOME": ""}

    assert run(running, "status", env=nowhere).returncode == 0
    done = run(running, "record", "small", "30", env=nowhere)

    assert (done.returncode, done.stdout.decode()) == (0, SAYS)
    assert git(running.root, "status", "--porcelain") == ""
    offered = run(running, "status", "sm", env={**nowhere, "_HUNDREDDAY_COMPLETE": "1"})
    assert offered.stdout.decode().startswith(ID)


def test_ctrl_c_while_the_program_is_being_loaded_ends_it_without_a_word(
    running: Office, tmp_path: Path
) -> None:
    (tmp_path / "typer.py").write_text("import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n")

    done = run(running, "status", env={"PYTHONPATH": str(tmp_path)})

    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")
