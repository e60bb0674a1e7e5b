"""Commands run under strace: which system calls they make, and what happens when one of them kills or fails."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

CHANGING = frozenset(
    [
        "write",
        "pwrite64",
        "rename",
        "renameat",
        "renameat2",
        "link",
        "linkat",
        "unlink",
        "unlinkat",
        "mkdir",
        "mkdirat",
        "rmdir",
        "symlink",
        "symlinkat",
        "ftruncate",
        "truncate",
        "fsync",
        "fdatasync",
        "chmod",
        "fchmod",
        "fchmodat",
        "chown",
        "fchown",
        "fchownat",
        "flock",
        "utimensat",
        "vfork",
        "fork",
        "clone",
        "clone3",
        "execve",
        "wait4",
    ]
)
"""Calls that change something, start something or wait for it; of open and openat those that write."""

FAILING = frozenset(
    [
        "write",
        "pwrite64",
        "rename",
        "renameat",
        "renameat2",
        "link",
        "linkat",
        "mkdir",
        "mkdirat",
        "ftruncate",
        "fsync",
        "fdatasync",
        "openat",
    ]
)
"""Calls that a full or a dying disk refuses."""

_LINE = re.compile(r"^(?:\d+ +)?(?P<name>\w+)\((?P<rest>.*)")
_WRITES = re.compile(r"O_(?:CREAT|WRONLY|RDWR|TRUNC)")


@dataclass(frozen=True, slots=True)
class Call:
    """The `number`-th call of this name in one process; `of` is the git command, or "" for ourselves."""

    of: str
    name: str
    number: int
    line: str

    def __str__(self) -> str:
        return f"{self.of or 'hundredday'} {self.name} {self.number}"


@cache
def strace() -> str | None:
    """The program, where tracing is allowed."""
    program = shutil.which("strace")
    if program is None:
        return None
    tried = subprocess.run([program, "-qq", "-o", os.devnull, "true"], capture_output=True, check=False)
    return program if tried.returncode == 0 else None


def run(
    root: Path, *words: str, around: Sequence[str] = (), path: str = ""
) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, with a program around it and another PATH."""
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
    if path:
        environment["PATH"] = f"{path}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [*around, sys.executable, "-m", "hundredday", "-C", str(root), *words],
        capture_output=True,
        check=False,
        text=True,
        env=environment,
    )


def calls(root: Path, scratch: Path, *words: str, git: Sequence[str] = ()) -> list[Call]:
    """Every call of a run that changes something in the folder or starts something; the run is made."""
    trace = scratch / "trace"
    wrapper = _wrapped(scratch, git, ["-y", "-A", "-o", f"{scratch}/trace-$name"])
    done = run(root, *words, around=[str(strace()), "-qq", "-y", "-o", str(trace)], path=wrapper)
    assert done.returncode == 0, done.stderr
    found = list(_marks("", trace, root))
    for name in git:
        found += _marks(name, scratch / f"trace-{name}", root)
    return found


def injected(
    root: Path, scratch: Path, call: Call, what: str, *words: str
) -> subprocess.CompletedProcess[str]:
    """A run in which one call is met by this: `signal=KILL`, or `error=ENOSPC`."""
    hurt = ["-e", f"trace={call.name}", "-e", f"inject={call.name}:{what}:when={call.number}"]
    if not call.of:
        return run(root, *words, around=[str(strace()), "-qq", "-o", os.devnull, *hurt])
    return run(root, *words, path=_wrapped(scratch, [call.of], ["-o", os.devnull, *hurt]))


def _wrapped(scratch: Path, names: Sequence[str], options: Sequence[str]) -> str:
    """A folder with a `git` that runs the real one, and these of its commands under strace."""
    folder = scratch / "bin"
    folder.mkdir(exist_ok=True)
    real = shutil.which("git")
    script = folder / "git"
    script.write_text(
        "#!/bin/sh\nfor name in " + " ".join(names) + "; do\n"
        f'  for word in "$@"; do [ "$word" = "$name" ] && exec {strace()} -qq {" ".join(options)} {real} "$@"; done\n'
        f'done\nexec {real} "$@"\n'
    )
    script.chmod(0o755)
    return str(folder)


def _marks(of: str, trace: Path, root: Path) -> Iterator[Call]:
    seen: Counter[str] = Counter()
    for line in trace.read_text("utf-8", "replace").splitlines():
        match = _LINE.match(line)
        if match is None:
            continue
        name, rest = match["name"], match["rest"]
        seen[name] += 1
        if name in CHANGING or (name in {"open", "openat"} and _WRITES.search(rest) and "/dev/" not in rest):
            yield Call(of, name, seen[name], line[:160])
