"""Measure the speed budgets as ratios, in one run on one machine: medians of interleaved fresh processes.

Run by `make bench`. The sizes can be named: `python bench/budgets.py 100 1000`.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

PROGRAM = str(Path(sys.executable).with_name("hundredday"))
RUNS = 15
TODAY = "2026-05-26"

CHALLENGE = """\
# Illustrative challenge number {n}
format: 1
title: "{title} {n}"
topic: public-services
cohort: {cohort}
agency: Ministry of Justice
priority: "National Development Plan to 2029: time to enforce a contract"
sponsor: {{name: Aigerim Bekova, post: Vice-Minister, agency: Ministry of Justice}}
phase: acceleration

design:
  entered: 2026-02-02
  problem:
    statement: A claim under 500,000 tenge waits six weeks for its first hearing.
    affected: About 40,000 claimants a year, most of them small traders
    evidence: Court registry, 2025
  decision: {{made: selected, date: 2026-03-02, by: Accelerator board, because: Highest score}}
  stakeholders:
    court-registry: {{name: Supreme Court registry, role: decides, influence: 5, interest: 4, stance: supports}}
    small-traders: {{name: Atameken chamber, role: affected, influence: 2, interest: 5, stance: neutral}}
    bailiffs: {{name: Chamber of bailiffs, role: partners, influence: 3, interest: 3, stance: neutral}}
  note:
    issued: 2026-03-03
    mission: Let a small trader get a judgment without losing a second day of work
    indicator: Time from filing to judgment
    guardrails: [Appeals must not rise]

acceleration:
  entered: 2026-03-04
  team:
    leader: {{name: Dana Omarova, post: Court registrar, agency: Supreme Court}}
    coach: {{name: Yerlan Saparov, agency: National Project Office}}
    members:
      - {{name: Madina Akhmetova, post: Judge, agency: Almaty district court}}
      - {{name: Timur Ospanov, post: Analyst, agency: Ministry of Digital Development}}
  clock: {{start: 2026-04-06, days: 100}}
  goals:
    days-to-judgment:
      primary: true
      specific: A small claim filed in a pilot court is judged the same day
      measurable:
        metric: Median days from filing to judgment
        kind: duration
        unit: days
        baseline: 43
        baseline_date: 2026-03-31
        target: 1
        counted: All claims under 500,000 tenge filed in the three pilot courts
        source: Registry export, Mondays
      attainable: {{owner: Dana Omarova, because: Two pilot judges already rule on the day}}
      relevant: Moves the contract-enforcement indicator of the plan
      time_bound: {{due: 2026-07-15}}
      readings:
        - {{date: 2026-04-13, value: 42}}
        - {{date: 2026-04-20, value: {v1}, note: First court live}}
        - {{date: 2026-04-27, value: {v2}, status: provisional}}
        - {{date: 2026-05-04, value: {v3}}}
        - {{date: 2026-05-11, value: {v4}}}
        - {{date: 2026-05-25, value: {v5}}}
  milestones:
    first-hearing: {{title: First same-day hearing, due: 2026-04-20, owner: Madina Akhmetova, done: 2026-04-17}}
  blockers:
    e-signature: {{what: Registry has no e-signature, raised: 2026-04-22, asked_of: Aigerim Bekova, needed_by: 2026-06-04}}
lessons:
  - {{text: Judges adopt what a judge shows them, kind: worked, tags: [courts]}}
"""
TITLES = (
    "Small claims settled in one day",
    "Шағын даулар бір күнде шешіледі",
    "Справка без очереди",
    "Permits in three days",
)


def main() -> None:
    """Measure and print every budget that this machine can show."""
    sizes = [int(word) for word in sys.argv[1:]] or [100, 10_000]
    with tempfile.TemporaryDirectory(prefix="hundredday-bench-") as room:
        home = Path(room)
        environment = {
            **os.environ,
            "HOME": room,
            "XDG_CACHE_HOME": f"{room}/cache",
            "HUNDREDDAY_TODAY": TODAY,
        }
        environment |= {
            f"GIT_{who}_{what}": "bench@example.org"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
        looked_at = {size: accelerator(home / f"look-{size}", size, environment) for size in sizes}
        written = {size: accelerator(home / f"write-{size}", size, environment) for size in sizes}
        measure(looked_at, written, environment)


def accelerator(folder: Path, size: int, environment: dict[str, str]) -> Path:
    """A folder in git with so many challenges, 100 to a cohort."""
    run([PROGRAM, "init", str(folder)], environment)
    for n in range(size):
        cohort = f"cohort-{n // 100:03}"
        path = folder / "challenges" / cohort / f"challenge-{n:05}.yaml"
        path.parent.mkdir(exist_ok=True)
        values = {f"v{week}": 42 - week * (3 + n % 5) for week in range(1, 6)}
        path.write_text(
            CHALLENGE.format(n=n, title=TITLES[n % len(TITLES)], cohort=cohort, **values), encoding="utf-8"
        )
    run(["git", "-C", str(folder), "add", "--all"], environment)
    run(["git", "-C", str(folder), "commit", "--quiet", "--message=Import"], environment)
    time.sleep(2.1)  # rows of files written within two seconds are not believed
    run([PROGRAM, "-C", str(folder), "status"], environment)
    return folder


def measure(looked_at: dict[int, Path], written: dict[int, Path], environment: dict[str, str]) -> None:
    """Time everything, interleaved, and print the ratios against the budgets."""
    python = sys.executable
    asked: dict[str, Callable[[], list[str]]] = {
        "typer": lambda: [python, "-c", "import typer"],
        "floor": lambda: [python, "-c", "import typer, rich.console, rich.table"],
        "help": lambda: [PROGRAM, "--help"],
    }
    counter = iter(range(1_000_000))
    for size, folder in looked_at.items():
        asked[f"status {size}"] = partial(looking, folder)
        asked[f"record {size}"] = partial(recording, written[size], counter)
        asked[f"commit {size}"] = partial(committing, written[size], counter)
    report(timed(asked, environment), sorted(looked_at))


def looking(folder: Path) -> list[str]:
    """The dashboard of a folder in which nothing has changed."""
    return [PROGRAM, "-C", str(folder), "status"]


def recording(folder: Path, counter: Iterator[int]) -> list[str]:
    """One more reading, with its commit."""
    value = str(20 + next(counter) % 7 / 10)
    return [PROGRAM, "-C", str(folder), "record", "challenge-00007", value, "--quiet"]


def committing(folder: Path, counter: Iterator[int]) -> list[str]:
    """`git commit --only` of one changed file, as record does it."""
    path = folder / "challenges" / "cohort-000" / "challenge-00042.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}\n# {next(counter)}\n", encoding="utf-8")
    return [
        "git",
        "-C",
        str(folder),
        "-c",
        "core.fsync=all",
        "-c",
        "commit.status=false",
        "commit",
        "--only",
        "--quiet",
        "-m",
        "x",
        "--",
        str(path),
    ]


def timed(asked: dict[str, Callable[[], list[str]]], environment: dict[str, str]) -> dict[str, list[float]]:
    """Milliseconds of every run, in turns, after one warm-up each."""
    took: dict[str, list[float]] = {name: [] for name in asked}
    for number in range(RUNS + 1):
        for name, command in asked.items():
            words = command()
            before = time.perf_counter()
            run(words, environment)
            if number:
                took[name].append((time.perf_counter() - before) * 1000)
    return took


def report(took: dict[str, list[float]], sizes: Sequence[int]) -> None:
    """Print medians with their spread, then each budget with its ratio."""
    median = {name: statistics.median(times) for name, times in took.items()}
    for name, times in took.items():
        print(f"{name:16}{median[name]:9.1f} ms   {min(times):.0f} to {max(times):.0f}")
    small, large = sizes[0], sizes[-1]
    grown = median[f"commit {large}"] - median[f"commit {small}"]
    budgets = [
        ("1  --help, of import typer", median["help"] / median["typer"], 1.5),
        (f"2  status at {small}, of floor", median[f"status {small}"] / median["floor"], 1.4),
        (f"3  status at {large}, of floor", median[f"status {large}"] / median["floor"], 2.0),
        (
            f"5  record at {large}, of record at {small} + what git grew by",
            median[f"record {large}"] / (median[f"record {small}"] + grown),
            1.15,
        ),
    ]
    print()
    for name, ratio, budget in budgets:
        print(f"{name:66}{ratio:6.2f}   budget {budget:.2f}   {'held' if ratio <= budget else 'NOT HELD'}")


def run(words: Sequence[str], environment: dict[str, str]) -> None:
    """Run a process to its end; a failure ends the measurement."""
    done = subprocess.run(
        list(words), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(words)} ended with {done.returncode}: {done.stderr.decode(errors='replace')}")


if __name__ == "__main__":
    main()
