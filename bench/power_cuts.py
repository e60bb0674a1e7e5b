"""Cut the power while commands are run, many times, and count what is lost. Linux, by hand, as root, never in a test run.

    sudo .venv/bin/python bench/power_cuts.py 100

An ext4 disk in a file holds an accelerator; one command after the other is run there, each acknowledged outside.
At a random moment the writer is stopped and the disk copied as it is: what was only in memory is not in the copy.
The copy is mounted, as after a power cut, and must hold a sound file, a sound repository (`git fsck`), every
acknowledged commit, and a folder in which the next command works. The copy is taken at once where the folder of
`--at` is on a disk that shares blocks (`cp --reflink`: xfs, btrfs); elsewhere it is a plain copy, and a cut whose
copy is not one moment is thrown away and counted as such. Needs mkfs.ext4, mount, umount and loop devices.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WRITER = """
import subprocess, sys
office, acknowledged = sys.argv[1:]
number = 0
while True:
    words = ["stakeholder", "claims", f"Stakeholder {number}", "--key", f"s{number}", "--role", "partners"]
    done = subprocess.run([sys.executable, "-m", "hundredday", "-C", office, "--no-cache", *words], capture_output=True)
    if done.returncode:
        sys.exit(done.stderr.decode())
    with open(acknowledged, "a") as file:
        file.write(f"s{number}\\n")
    number += 1
"""


def run(*words: str, fails: bool = False) -> str:
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode and not fails:
        sys.exit(f"{' '.join(words)}\n{done.stdout}{done.stderr}")
    return done.stdout


def hundredday(office: Path, *words: str) -> str:
    return run(sys.executable, "-m", "hundredday", "-C", str(office), "--no-cache", *words)


def make_disk(folder: Path) -> Path:
    """A new disk with an accelerator on it, mounted; its image."""
    image, disk = folder / "disk.img", folder / "disk"
    disk.mkdir()
    with image.open("wb") as file:
        file.truncate(128 * 1024 * 1024)
    run("mkfs.ext4", "-q", str(image))
    run("mount", "-o", "loop", str(image), str(disk))
    hundredday(disk, "init", "office")
    hundredday(disk / "office", "new", "Small claims", "--id", "claims")
    run("sync")
    return image


def cut(folder: Path, image: Path, acknowledged: Path, wait: float) -> str:
    """One power cut, and what it left: `kept`, or what went wrong."""
    acknowledged.write_text("")
    office = folder / "disk" / "office"
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(office), str(acknowledged)], start_new_session=True
    )
    time.sleep(wait)
    os.killpg(writer.pid, signal.SIGSTOP)
    told = acknowledged.read_text().split()
    copy = folder / "copy.img"
    run("cp", "--reflink=auto", "--sparse=always", str(image), str(copy))
    os.killpg(writer.pid, signal.SIGKILL)
    writer.wait()
    after = folder / "after"
    after.mkdir(exist_ok=True)
    mounted = subprocess.run(["mount", "-o", "loop", str(copy), str(after)], capture_output=True, check=False)
    try:
        return "no copy of one moment" if mounted.returncode else examined(after / "office", told)
    finally:
        run("umount", str(after), fails=True)
        copy.unlink()
        start_anew(office)


def examined(office: Path, told: list[str]) -> str:
    if subprocess.run(
        ["git", "-C", str(office), "fsck", "--full"], capture_output=True, check=False
    ).returncode:
        return "git is not sound"
    committed = run("git", "-C", str(office), "show", "HEAD:challenges/claims.yaml")
    lost = [key for key in told if f" {key}:" not in committed]
    if lost:
        return f"{len(lost)} acknowledged commits lost"
    hundredday(office, "check")
    hundredday(office, "setup", "--unlock", "--yes")
    hundredday(office, "describe", "claims", "--agency", f"Ministry {time.time_ns()}")
    return "kept" if not run("git", "-C", str(office), "status", "--porcelain") else "not settled"


def start_anew(office: Path) -> None:
    run("git", "-C", str(office), "status", fails=True)
    for lock in (office / ".git").rglob("*.lock"):
        if lock.name != "hundredday.lock":
            lock.unlink()
    first = run("git", "-C", str(office), "rev-list", "--max-parents=0", "HEAD").strip()
    run("git", "-C", str(office), "reset", "--quiet", "--hard", first)
    shutil.rmtree(office / "challenges", ignore_errors=True)
    (office / "challenges").mkdir()
    for left in (office / ".git").glob("*hundredday*"):
        if left.is_file():
            left.unlink()
    hundredday(office, "new", "Small claims", "--id", "claims")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("cuts", type=int, nargs="?", default=100)
    asked.add_argument(
        "--at", type=Path, default=None, help="a folder; on xfs or btrfs the copies are of one moment"
    )
    given = asked.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="power-", dir=given.at))
    os.environ |= {
        f"GIT_{role}_{what}": "x@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    image, acknowledged, ends = make_disk(folder), folder / "acknowledged", {}
    commits = 0
    try:
        for _ in range(given.cuts):
            end = cut(folder, image, acknowledged, random.uniform(1, 8))  # noqa: S311 (any moment is as good)
            ends[end] = ends.get(end, 0) + 1
            commits += len(acknowledged.read_text().split())
            print(f"\r{ends}, {commits} commits acknowledged", end="", flush=True)
    finally:
        run("umount", str(folder / "disk"), fails=True)
        shutil.rmtree(folder, ignore_errors=True)
    print()
    sys.exit(0 if set(ends) <= {"kept", "no copy of one moment"} else 1)


if __name__ == "__main__":
    main()
