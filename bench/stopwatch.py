"""How long a process takes, how much of a processor and how much memory: by the kernel's own account, without polling."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

MEGA = 1024 if sys.platform == "linux" else 1024 * 1024
"""What `ru_maxrss` counts in, to the megabyte."""


class Run(NamedTuple):
    """One run: milliseconds by the clock and of processors, megabytes at the most."""

    wall: float
    cpu: float
    peak: float


class Command(NamedTuple):
    """What to run; `words` is called before each run, for what must be another each time."""

    words: Callable[[], Sequence[str]]
    folder: Path | None = None
    may_fail: bool = False


_WATCHER = """
import json, os, sys, time
nowhere = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in (0, 1, 2)]
began = time.perf_counter()
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=nowhere)
_, status, used = os.wait4(child, 0)
wall = time.perf_counter() - began
print(json.dumps([os.waitstatus_to_exitcode(status), wall, used.ru_utime + used.ru_stime, used.ru_maxrss]))
"""
"""Starts a process and waits for it; small itself, because a process inherits the peak of the one that starts it."""


def run(command: Command, environment: Mapping[str, str]) -> Run:
    """Run a process to its end, its output thrown away; one that fails ends the measurement."""
    words = list(command.words())
    watcher = [sys.executable, "-I", "-S", "-c", _WATCHER, *words]
    said = subprocess.run(
        watcher, env=environment, cwd=command.folder, capture_output=True, check=True
    ).stdout
    code, wall, cpu, peak = json.loads(said)
    if code and not command.may_fail:
        raise SystemExit(f"{' '.join(words)} ended with {code}")
    return Run(wall * 1000, cpu * 1000, peak / MEGA)


class Measured(NamedTuple):
    """All runs of one command."""

    runs: tuple[Run, ...]

    @property
    def wall(self) -> float:
        return statistics.median(one.wall for one in self.runs)

    @property
    def cpu(self) -> float:
        return statistics.median(one.cpu for one in self.runs)

    @property
    def peak(self) -> float:
        return max(one.peak for one in self.runs)

    @property
    def spread(self) -> str:
        return f"{min(one.wall for one in self.runs):,.0f} to {max(one.wall for one in self.runs):,.0f}"


def in_turns(
    commands: Mapping[str, Command], environment: Mapping[str, str], times: int, patience: float = 60
) -> dict[str, Measured]:
    """Run every command so many times, in turns; one that takes long is run fewer times.

    Args:
        commands: by name.
        environment: of every process.
        times: how often; before that each is run once to warm up, if it is quick.
        patience: seconds that one command may take in all.
    """
    found: dict[str, list[Run]] = {name: [] for name in commands}
    first = {name: run(command, environment) for name, command in commands.items()}
    for _ in range(times):
        for name, command in commands.items():
            spent = first[name].wall + sum(one.wall for one in found[name])
            if spent + first[name].wall < patience * 1000:
                found[name].append(run(command, environment))
    return {name: Measured(tuple(runs) or (first[name],)) for name, runs in found.items()}
