"""The lock: one writer at a time, named while it writes, forgotten when it dies."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO

import pytest

import hundredday
from hundredday.errors import ExitCode
from hundredday.store.saving.lock import Locked, locked


def _another(script: str, *arguments: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(hundredday.__file__).parents[1])}
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
    )


_HOLDING = """
import sys
from pathlib import Path
from hundredday.store.saving.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""

_ADDING = """
import sys
from pathlib import Path
from hundredday.store.saving.lock import locked
from hundredday.store.saving.atomic import save
file = Path(sys.argv[1])
for number in range(10):
    with locked(file.parent / ".hundredday.lock", wait=60):
        save(file, file.read_bytes() + f"{sys.argv[2]}-{number}\\n".encode())
"""


def _line(stream: IO[str] | None) -> str:
    assert stream
    return stream.readline().strip()


def test_eight_processes_lose_none_of_each_others_saves(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.touch()

    writers = [_another(_ADDING, str(file), str(writer)) for writer in range(8)]
    for writer in writers:
        writer.communicate()

    assert [writer.returncode for writer in writers] == [0] * 8
    assert sorted(file.read_text().split()) == sorted(f"{w}-{n}" for w in range(8) for n in range(10))


def test_who_waits_in_vain_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    lock = tmp_path / ".hundredday.lock"
    with _another(_HOLDING, str(lock)) as holder:
        assert _line(holder.stdout) == "held"

        with pytest.raises(Locked) as refused, locked(lock, wait=0):
            pytest.fail("two hold the lock")

        assert f"process {holder.pid}" in refused.value.text
        assert "since" in refused.value.text
        assert str(lock) in refused.value.mend
        assert refused.value.exit_code is ExitCode.GIT


def test_who_waits_in_a_queue_that_moves_is_not_turned_away_and_is_told_once_whom_they_wait_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hundredday.store.saving.lock._A_MOMENT", 0.1)
    lock, told = tmp_path / "lock", list[str]()
    is_held = threading.Event()

    def write_one_after_the_other() -> None:
        with locked(lock):
            for number in range(30):
                said = {"user": f"user-{number}", "host": "h", "since": "s", "pid": number, "command": "c"}
                lock.write_text(json.dumps(said))
                is_held.set()
                time.sleep(0.1)

    others = threading.Thread(target=write_one_after_the_other)
    others.start()
    is_held.wait()
    with locked(lock, wait=0.4, say=told.append):  # the queue takes seven times as long
        others.join(0)

    assert len(told) == 1
    assert told[0].startswith("waiting for another command here: user-")


def test_a_killed_holder_holds_nothing(tmp_path: Path) -> None:
    lock = tmp_path / ".hundredday.lock"
    with _another(_HOLDING, str(lock)) as holder:
        assert _line(holder.stdout) == "held"
        holder.kill()
        holder.wait()

        with locked(lock, wait=0):
            about = json.loads(lock.read_text())

    assert about["pid"] == os.getpid()


def test_one_process_does_not_lock_twice(tmp_path: Path) -> None:
    lock = tmp_path / "lock"

    with locked(lock), pytest.raises(Locked, match=f"process {os.getpid()}"), locked(lock, wait=0):
        pytest.fail("locked twice")


def test_the_lock_is_free_after_an_error_inside(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with pytest.raises(ZeroDivisionError), locked(lock):
        raise ZeroDivisionError

    with locked(lock, wait=0):
        held = lock.exists()

    assert held
    assert lock.read_text() == ""


@pytest.mark.parametrize("text", ["", "half", "[]", '{"pid": 1}', "[" * 5000, "\0\udcff"])
def test_a_holder_that_says_nothing_sensible_is_another_process(tmp_path: Path, text: str) -> None:
    lock = tmp_path / "lock"
    with locked(lock):
        lock.write_text(text, errors="surrogateescape")

        with pytest.raises(Locked, match="another process"), locked(lock, wait=0):
            pytest.fail("locked twice")


def test_a_lock_that_cannot_be_made_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Locked, match="could not be made") as refused, locked(tmp_path / "gone" / "lock"):
        pytest.fail("locked nothing")

    assert "Nothing was changed" in refused.value.mend


def test_a_lock_file_that_is_a_link_is_not_written_through(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious\n")
    (tmp_path / "lock").symlink_to(victim)

    with pytest.raises(Locked), locked(tmp_path / "lock"):
        pytest.fail("locked through a link")

    assert victim.read_text() == "precious\n"
