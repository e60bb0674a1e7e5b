"""A budget as a ratio, the ground it is measured on, and what is typed there."""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path
from typing import NamedTuple

from stopwatch import Command, Measured

PYTHON = sys.executable
PROGRAM = str(Path(PYTHON).with_name("hundredday"))
FLOOR = "import typer, rich.console, rich.table"

Found = Mapping[str, Measured]


class Budget(NamedTuple):
    """One line: what was measured, against what, and what was allowed; `by_cpu` is the same in processor time."""

    number: str
    what: str
    ratio: float
    by_cpu: float | None
    allowed: float

    @property
    def is_held(self) -> bool:
        return self.ratio <= self.allowed


class Ground(NamedTuple):
    """Where things are measured: accelerators to look at and to write to, by size, and what every process gets."""

    room: Path
    looked_at: Mapping[int, Path]
    written: Mapping[int, Path]
    environment: Mapping[str, str]


def hundredday(folder: Path, *words: str, before: tuple[str, ...] = ()) -> Command:
    """A command of this project in a folder."""
    return Command(lambda: [*before, PROGRAM, "-C", str(folder), *words])


def python(code: str) -> Command:
    return Command(lambda: [PYTHON, "-c", code])


def fresh(ground: Ground, folder: Path, *words: str) -> Command:
    """A command that finds nothing kept."""
    number = count(1)
    return Command(
        lambda: [
            "env",
            f"XDG_CACHE_HOME={ground.room}/fresh-{folder.name}-{words[0]}-{next(number)}-{id(number)}",
            PROGRAM,
            "-C",
            str(folder),
            *words,
        ]
    )


def anew(ground: Ground, number: count[int]) -> str:
    folder, cache = ground.room / "report", ground.room / f"of-report-{next(number)}"
    return f"env XDG_CACHE_HOME={cache} {PROGRAM} -C {folder}"


def recording(folder: Path, number: count[int]) -> Callable[[], list[str]]:
    """`record` of one more reading, which has its commit."""
    return lambda: [
        PROGRAM, "-C", str(folder), "record", "challenge-00007", "goal-1", str(next(number)), "--quiet",
    ]  # fmt: skip


def committing(folder: Path, number: count[int]) -> Callable[[], list[str]]:
    """`git commit --only` of one changed file, as `record` does it."""
    path = folder / "challenges" / "cohort-000" / "challenge-00011.yaml"

    def words() -> list[str]:
        path.write_text(f"{path.read_text().rstrip()}\n# {next(number)}\n")
        return [
            "git", "-C", str(folder), "-c", "core.fsync=all", "-c", "commit.status=false",
            "commit", "--only", "--quiet", "-m", "x", "--", str(path),
        ]  # fmt: skip

    return words


def ratio(number: str, what: str, found: Found, one: str, other: str, allowed: float) -> Budget:
    return Budget(
        number, what, found[one].wall / found[other].wall, found[one].cpu / found[other].cpu, allowed
    )


def grown(number: str, what: str, found: Found, name: str, sizes: list[int], allowed: float) -> list[Budget]:
    """The exponent of the growth between the first and the last size; nothing where they are one."""
    if sizes[0] == sizes[-1]:
        return []
    few, many = found[f"{name} {sizes[0]}"], found[f"{name} {sizes[-1]}"]
    grown = math.log(sizes[-1] / sizes[0])
    exponents = math.log(many.wall / few.wall) / grown, math.log(many.cpu / few.cpu) / grown
    return [Budget(number, what, *exponents, allowed)]


def cores() -> int:
    return len(os.sched_getaffinity(0))
