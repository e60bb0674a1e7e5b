"""Many files of which nothing is known: read on all cores, with a bar on a terminal, and with the same answers."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
from functools import partial
from operator import mul
from typing import TYPE_CHECKING

import pytest

from hundredday.desk import crew, reading
from hundredday.desk.crew import Task, aside, on_all_cores
from hundredday.desk.given import Given
from hundredday.desk.terminal import progress
from hundredday.desk.terminal.progress import Progress, bar_line
from hundredday.language import speak

if TYPE_CHECKING:
    from pathlib import Path

    from office import Office


@pytest.fixture
def many(office: Office) -> Office:
    """An accelerator with more challenges than one process reads alone, some of which cannot be read."""
    folder = office.root / "challenges"
    for number in range(reading.PAYS + 60):
        phase = "design" if number % 50 else "nowhere"
        (folder / f"number-{number:03}.yaml").write_text(
            f"format: 1\ntitle: Number {number}\nphase: {phase}\n"
        )
    return office


@pytest.mark.parametrize("words", [("status",), ("check",), ("agenda",)])
def test_on_three_cores_the_answer_is_that_of_one(
    many: Office, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    code = 3 if words == ("check",) else 0
    said = []
    for cores in (1, 3):
        monkeypatch.setattr(crew, "cores", lambda cores=cores: cores)
        said.append(many.run("--no-cache", *words, "--json", code=code))

    alone, together = said
    assert alone == together


def doubled(number: int, *, deadly: int | None = None) -> int:
    if number == deadly:
        os._exit(9)
    return 2 * number


def nothing() -> None:
    """Nothing has to be done before the first number."""


def test_each_thing_is_done_once() -> None:
    found = list(on_all_cores(Task(doubled, nothing), range(1000), hands=3))

    assert sorted(one for batch in found for one in batch) == [2 * number for number in range(1000)]


def test_what_a_process_has_not_sent_when_it_dies_is_missing_and_nothing_hangs() -> None:
    found = list(on_all_cores(Task(partial(doubled, deadly=900), nothing), range(1000), hands=2))

    said = {one for batch in found for one in batch}
    assert {2 * number for number in range(1, 1000, 2)} < said
    assert 1800 not in said


def test_the_share_of_a_process_that_died_is_read_all_the_same(
    many: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = many.run("--no-cache", "status", "--json").out
    monkeypatch.setattr(crew, "cores", lambda: 2)
    monkeypatch.setattr(crew, "_work", lambda *_: os._exit(9))

    assert many.run("--no-cache", "status", "--json").out == whole


def test_beside_another_thread_processes_are_made_without_a_fork() -> None:
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        found = list(on_all_cores(Task(partial(mul, 2), partial(speak, "en")), range(100), hands=2))
    finally:
        done.set()
        other.join()

    assert sorted(one for batch in found for one in batch) == [2 * number for number in range(100)]


@pytest.mark.parametrize(("hands", "forks"), [(1, True), (2, False)])
def test_without_a_second_core_or_a_safe_fork_nothing_is_begun_aside(
    monkeypatch: pytest.MonkeyPatch, hands: int, *, forks: bool
) -> None:
    monkeypatch.setattr(crew, "cores", lambda: hands)
    monkeypatch.setattr(crew, "_can_fork", lambda: forks)

    assert aside(os.getpid)() == os.getpid()


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fork is safe here though the tests' own workers listen in a thread: what is forked takes no lock of theirs."""
    monkeypatch.setattr(crew, "cores", lambda: 2)
    monkeypatch.setattr(crew, "_can_fork", lambda: sys.platform == "linux")


@pytest.mark.skipif(sys.platform != "linux", reason="a fork is safe on Linux only")
@pytest.mark.usefixtures("two_cores")
def test_what_is_begun_aside_is_found_in_another_process() -> None:
    assert aside(os.getpid)() != os.getpid()


@pytest.mark.usefixtures("two_cores")
def test_what_fails_or_dies_aside_is_done_here_and_says_what_is_wrong(
    capfd: pytest.CaptureFixture[str],
) -> None:
    here = os.getpid()

    def die_elsewhere() -> str:
        if os.getpid() != here:
            os._exit(9)
        return "done"

    failing = aside(lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        failing()
    assert aside(die_elsewhere)() == "done"
    assert capfd.readouterr().err == ""


@pytest.mark.usefixtures("two_cores")
def test_a_report_audited_aside_is_the_same_report(
    office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    office.run("new", "Small claims", "--id", "claims")
    file = office.file("claims")
    file.write_bytes(file.read_bytes().replace(b"Small claims", b"Large claims"))
    office.run("save")
    written = []
    for hands in (1, 2):
        monkeypatch.setattr(crew, "cores", lambda hands=hands: hands)
        folder = tmp_path / f"by-{hands}"
        office.run("--no-cache", "report", str(folder))
        written.append({path.name: path.read_bytes() for path in folder.rglob("*.html")})

    alone, aside_ = written
    assert "claims.html" in alone
    assert alone == aside_


class Terminal(io.StringIO):
    """Somebody who looks."""

    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, given: Given, patience: float = 0) -> str:
    monkeypatch.setattr(progress, "PATIENCE", patience)
    monkeypatch.setattr(sys, "stderr", stream)
    with Progress(given, "Reading files", 10_000) as bar:
        bar.advance(4210)
    return stream.getvalue()


def test_on_a_terminal_a_bar_is_drawn_and_wiped_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")

    said = shown(monkeypatch, Terminal(), Given())

    assert "\rReading files  ━━━━━━━━━━━━──────────────────  4,210 / 10,000\x1b[K" in said
    assert said.endswith("\r\x1b[K")


def test_nothing_is_drawn_where_nobody_looks_or_it_is_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")

    assert shown(monkeypatch, io.StringIO(), Given()) == ""
    assert shown(monkeypatch, Terminal(), Given(quiet=True)) == ""
    assert shown(monkeypatch, Terminal(), Given(), patience=60) == ""
    monkeypatch.setenv("TERM", "dumb")
    assert shown(monkeypatch, Terminal(), Given()) == ""


@pytest.mark.parametrize("width", range(1, 120, 7))
def test_the_line_fits_on_every_terminal(width: int) -> None:
    assert len(bar_line("Reading files", 9_999, 10_000, width)) < max(width, 1)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says how much memory a process has had")
def test_a_megabyte_of_wrong_entries_is_refused_in_little_memory(office: Office) -> None:
    path = office.root / "challenges" / "wrong.yaml"
    path.write_text("format: 1\ntitle: T\nphase: design\nlessons: [" + "1, " * 340_000 + "]\n")
    measured = (
        "import re, sys; from hundredday.app import app\n"
        "try: app(sys.argv[1:])\n"
        "finally: print(re.search(r'VmHWM:\\s*(\\d+)', open('/proc/self/status').read())[1], file=sys.stderr)"
    )

    done = subprocess.run(
        [sys.executable, "-c", measured, "-C", str(office.root), "check"],
        capture_output=True,
        check=False,
        text=True,
    )

    assert done.returncode == 3
    assert "is not read beyond this place" in " ".join(done.stdout.split())
    assert int(done.stderr.split()[-1]) < 100_000
