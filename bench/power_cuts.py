"""Cut the power while commands are run, many times, and count what is lost. Linux, by hand, as root, never in a test run.

    sudo .venv/bin/python bench/power_cuts.py 100

An ext4 disk in a file holds an accelerator; one command after the other is run there, each acknowledged outside.
Now and then a colleague, whose disk has power, changes the same file, and a sync merges the two. At a random moment
the writer is stopped and the disk copied as it is: what was only in memory is not in the copy.
The disk and its copies lie in memory (`--at`, /dev/shm), so that a copy takes milliseconds, and a copy counts only
when a second one, made right after it, is the same byte for byte: then it is the disk of one moment. The writer
goes on while the copy is mounted, as after a power cut. It must hold a sound file, a sound repository (`git fsck`),
every acknowledged commit, and a folder in which the next command works.

`--careless` is the proof that the test can fail: nothing is flushed to the disk (a library before libc makes `fsync`
and its kin do nothing), and acknowledged commits must be lost. Needs mkfs.ext4, mount, umount, loop devices, and
cc for `--careless`.
"""

from __future__ import annotations

import argparse
import filecmp
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WRITER = """
import subprocess, sys
office, colleague, acknowledged = sys.argv[1:]

def run(folder, *words):
    typed = [sys.executable, "-m", "hundredday", "-C", folder, "--no-cache", *words]
    done = subprocess.run(typed, capture_output=True)
    if done.returncode:
        sys.exit(done.stderr.decode())

def add(folder, key):
    run(folder, "stakeholder", "claims", f"Stakeholder {key}", "--key", key, "--role", "partners")

def acknowledge(key):
    with open(acknowledged, "a") as file:
        file.write(f"{key}\\n")

number = 0
while True:
    add(office, f"s{number}")
    acknowledge(f"s{number}")
    if number % 4 == 3:
        add(colleague, f"c{number}")
        run(colleague, "sync")
        run(office, "sync")
        acknowledge(f"c{number}")
    number += 1
"""

CARELESS = (
    "int fsync(int f) { return 0; } int fdatasync(int f) { return 0; } int syncfs(int f) { return 0; }\n"
    "void sync(void) {} int sync_file_range(int f, long long o, long long n, unsigned g) { return 0; }\n"
)
CUTS_OF_ONE_ACCELERATOR = 10
"""Then a new one begins: the first commits of a repository are other writes than the hundredth."""


class Disk(NamedTuple):
    """The disk that is cut off: its image, where it is mounted, and a folder beside it."""

    image: Path
    mounted: Path
    beside: Path


def run(*words: str, fails: bool = False) -> str:
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode and not fails:
        raise RuntimeError(f"{' '.join(words)}\n{done.stdout}{done.stderr}")
    return done.stdout


def hundredday(office: Path, *words: str) -> str:
    return run(sys.executable, "-m", "hundredday", "-C", str(office), "--no-cache", *words)


@contextmanager
def disk(at: Path) -> Iterator[Disk]:
    """A new disk, mounted, and gone afterwards."""
    beside = Path(tempfile.mkdtemp(prefix="power-", dir=at))
    made = Disk(beside / "disk.img", beside / "disk", beside)
    made.mounted.mkdir()
    with made.image.open("wb") as file:
        file.truncate(64 * 1024 * 1024)
    run("mkfs.ext4", "-q", "-b", "1024", "-N", "32768", "-J", "size=4", str(made.image))
    run("mount", "-o", "loop", str(made.image), str(made.mounted))
    try:
        yield made
    finally:
        run("umount", str(made.mounted), fails=True)
        shutil.rmtree(beside, ignore_errors=True)


@contextmanager
def writer(
    disk: Disk, office: Path, environment: Mapping[str, str]
) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """Somebody who works on a new accelerator without a pause, and the file of what was acknowledged."""
    hundredday(disk.mounted, "init", office.name)
    hundredday(office, "new", "Small claims", "--id", "claims")
    acknowledged = disk.beside / f"{office.name}-acknowledged"
    acknowledged.write_text("")
    shared, colleague = disk.beside / f"{office.name}.git", disk.beside / f"{office.name}-colleague"
    run("git", "init", "--quiet", "--bare", "--initial-branch=main", str(shared))
    run("git", "-C", str(office), "remote", "add", "origin", str(shared))
    hundredday(office, "sync")
    run("git", "clone", "--quiet", str(shared), str(colleague))
    hundredday(colleague, "setup")
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(office), str(colleague), str(acknowledged)],
        start_new_session=True,
        env={**os.environ, **environment},
    )
    try:
        yield process, acknowledged
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        shutil.rmtree(office)


def cut(disk: Disk, name: str, writer: subprocess.Popen[bytes], acknowledged: Path) -> str:
    """One power cut, and what it left: `kept`, or what went wrong."""
    if writer.poll() is not None:
        return "the writer gave up"
    os.killpg(writer.pid, signal.SIGSTOP)
    told = acknowledged.read_text().split()
    copy = copied(disk)
    os.killpg(writer.pid, signal.SIGCONT)
    after = disk.beside / "after"
    after.mkdir(exist_ok=True)
    mounted = subprocess.run(
        ["mount", "-o", "loop", str(copy), str(after)], capture_output=True, text=True, check=False
    )
    if mounted.returncode:
        return f"the disk cannot be mounted: {mounted.stderr.strip()}"
    try:
        return examined(after / name, told)
    except RuntimeError as refused:
        return f"the next command failed: {' / '.join(str(refused).splitlines()[:3])}"
    finally:
        run("umount", str(after))
        copy.unlink()


def copied(disk: Disk) -> Path:
    """A copy of the disk as it was at one moment: taken again until two in a row are the same."""
    former, copy = disk.beside / "former.img", disk.beside / "copy.img"
    while True:
        for path in (former, copy):
            run("cp", "--sparse=always", str(disk.image), str(path))
        if filecmp.cmp(former, copy, shallow=False):
            former.unlink()
            return copy


def examined(office: Path, told: list[str]) -> str:
    git = ("git", "-C", str(office))
    sound = subprocess.run([*git, "fsck", "--full"], capture_output=True, text=True, check=False)
    if sound.returncode:
        return f"git is not sound: {sound.stderr.strip().splitlines()[:1]}"
    committed = run(*git, "show", "HEAD:challenges/claims.yaml")
    if lost := [key for key in told if f" {key}:" not in committed]:
        return f"{len(lost)} acknowledged commits lost"
    hundredday(office, "check")
    hundredday(office, "setup", "--unlock", "--yes")
    hundredday(office, "describe", "claims", "--agency", f"Ministry {time.time_ns()}")
    return "kept" if not run(*git, "status", "--porcelain") else "not settled"


def cuts(disk: Disk, count: int, environment: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """So many power cuts: what each left, and how many commits were acknowledged since the last one."""
    for first in range(0, count, CUTS_OF_ONE_ACCELERATOR):
        office = disk.mounted / f"office-{first}"
        with writer(disk, office, environment) as (process, acknowledged):
            before = 0
            for _ in range(first, min(first + CUTS_OF_ONE_ACCELERATOR, count)):
                time.sleep(random.uniform(0.2, 4))  # noqa: S311 (any moment is as good)
                left = cut(disk, office.name, process, acknowledged)
                now = len(acknowledged.read_text().split())
                yield left, now - before
                before = now


def careless(beside: Path) -> dict[str, str]:
    """The environment in which nothing is flushed to the disk."""
    source, library = beside / "careless.c", beside / "careless.so"
    source.write_text(CARELESS)
    run("cc", "-shared", "-fPIC", "-w", "-fno-builtin", "-o", str(library), str(source))
    return {"LD_PRELOAD": str(library)}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("cuts", type=int, nargs="?", default=100)
    asked.add_argument("--at", type=Path, default=Path("/dev/shm"), help="a folder in memory")  # noqa: S108
    asked.add_argument("--careless", action="store_true", help="flush nothing: commits must be lost")
    given = asked.parse_args()
    os.environ |= {
        f"GIT_{role}_{what}": "x@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    ends, commits, begun = Counter[str](), 0, time.monotonic()
    with disk(given.at) as made:
        environment = careless(made.beside) if given.careless else {}
        for left, acknowledged in cuts(made, given.cuts, environment):
            ends[left] += 1
            commits += acknowledged
            minutes = (time.monotonic() - begun) / 60
            print(
                f"\r{ends.total()} cuts, {commits} commits acknowledged, {minutes:.1f} min: {dict(ends)}",
                end="",
                flush=True,
            )
    print()
    sys.exit(0 if set(ends) == ({"kept"} if not given.careless else set(ends) - {"kept"}) else 1)


if __name__ == "__main__":
    main()
