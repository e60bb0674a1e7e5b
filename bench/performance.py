"""What was measured, as a page: budgets held and not held, the peers beside, and the machine it was measured on."""

from __future__ import annotations

import math
import os
import platform
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import peers
from stopwatch import Measured

if TYPE_CHECKING:
    from budget import Budget

Tables = Mapping[int, Mapping[str, dict[str, Measured] | str]]

ASKED = ("start", "list", "JSON of all", "add one", "check all", "history of one", "audit all")

INTRODUCTION = """\
# Performance

<!-- Written by bench/run.py: run `make bench` to measure anew. -->

How quickly the program answers, as ratios in one run on one machine: medians of fresh processes, run in turns, by the
kernel's own account. *Floor* is `python -c "import typer, rich.console, rich.table"` in the same environment: the least
that a program of this kind can take. Challenges are files of about 4 KB with three goals each, 100 to a cohort's folder.
"""


class Facts(NamedTuple):
    """The circumstances of a run."""

    loads: Sequence[float]
    seconds: float
    sizes: Sequence[int]


def show(lines: Sequence[Budget], found: Mapping[str, Measured]) -> None:
    """Print what was measured, and each budget."""
    for name, one in found.items():
        print(
            f"       {name:20}{one.wall:10,.1f} ms   {one.spread:>18}   {one.cpu:10,.1f} ms   {one.peak:6,.0f} MB"
        )
    for line in lines:
        cpu = "" if line.by_cpu is None else f"{line.by_cpu:7.2f}"
        print(
            f"  {line.number}  {line.what:82}{line.ratio:7.2f}{cpu:>8}  of {line.allowed:.2f}  {_held(line)}"
        )


def written(lines: Sequence[Budget], tables: Tables, facts: Facts) -> str:
    """The page."""
    return "\n".join(
        [INTRODUCTION, *_machine(facts), *_budgets(lines), *_beside(tables, facts), *_growth(tables), ""]
    )


def _machine(facts: Facts) -> list[str]:
    cores = os.cpu_count() or 1
    lowest, highest = min(facts.loads), max(facts.loads)
    text = (
        f"Measured on {platform.system()} {platform.release()}, {_processor()}, {cores} cores, Python "
        f"{platform.python_version()}, {_git()}, in {facts.seconds / 60:.0f} minutes."
    )
    if highest > cores:
        text += (
            f" **The machine was at work for others meanwhile** (a load of {lowest:.1f} to {highest:.1f} on {cores} cores):"
            " clock times are longer than on an idle one, and ratios less steady. Processor time, which others disturb"
            " less, stands beside."
        )
    return [text, ""]


def _budgets(lines: Sequence[Budget]) -> list[str]:
    held = sum(line.is_held for line in lines)
    by_cpu = sum((line.ratio if line.by_cpu is None else line.by_cpu) <= line.allowed for line in lines)
    rows = [
        f"| {line.number} | {line.what} | {line.ratio:.2f} | {'–' if line.by_cpu is None else f'{line.by_cpu:.2f}'} "
        f"| {line.allowed:.2f} | {_held(line)} |"
        for line in lines
    ]
    return [
        "## Budgets",
        "",
        f"{held} of {len(lines)} are held by the clock, {by_cpu} by processor time where that can be told.",
        "",
        "| # | what | by the clock | by processor time | budget | |",
        "| --- | --- | --- | --- | --- | --- |",
        *rows,
        "",
    ]


def _beside(tables: Tables, facts: Facts) -> list[str]:
    found = [
        "## Beside others",
        "",
        "Milliseconds by the clock (median, and from the quickest to the slowest), then processor time and peak memory. The",
        "content is the same: titles, people, goals and readings. What a program cannot do is left empty: none but this one",
        "and dstask commit what they add, and none but this one audits. `check all` reads every file anew, without a cache.",
        "A peak below that of the measuring program, 9 MB, cannot be told.",
        "",
        _versions(),
        "",
    ]
    for size in facts.sizes:
        if size not in tables:
            found += [
                f"### {size:,}",
                "",
                "Not measured beside others: this run was broken off before it.",
                "",
            ]
            continue
        found += [f"### {size:,}", "", f"| | {' | '.join(ASKED)} |", f"| --- |{' --- |' * len(ASKED)}"]
        for who, told in tables[size].items():
            if isinstance(told, str):
                found.append(f"| {who} | {told} |{' |' * (len(ASKED) - 1)}")
            else:
                found.append(f"| {who} | {' | '.join(_cell(told.get(asked)) for asked in ASKED)} |")
        found += ["", *_ratios(tables[size]), ""]
    return found


def _ratios(table: Mapping[str, dict[str, Measured] | str]) -> list[str]:
    """How many times as long as this project each peer takes."""
    ours = table["hundredday"]
    assert isinstance(ours, dict)
    rows = []
    for who, told in table.items():
        if isinstance(told, dict) and who != "hundredday":
            cells = (
                _times(told[asked].wall / ours[asked].wall) if asked in told and asked in ours else ""
                for asked in ASKED
            )
            rows.append(f"| {who} | {' | '.join(cells)} |")
    if not rows:
        return []
    return [
        "Of this project's time:",
        "",
        f"| | {' | '.join(ASKED)} |",
        f"| --- |{' --- |' * len(ASKED)}",
        *rows,
    ]


def _times(ratio: float) -> str:
    """A ratio with two digits that say something: 0.04 × and 2.3 × and 31 ×."""
    return f"{ratio:.2f} ×" if ratio < 1 else f"{ratio:.1f} ×" if ratio < 10 else f"{ratio:,.0f} ×"


def _growth(tables: Tables) -> list[str]:
    if len(tables) < 2:
        return []
    few, many = min(tables), max(tables)
    rows = []
    for who, told in tables[many].items():
        before = tables[few].get(who)
        if isinstance(told, dict) and isinstance(before, dict):
            cells = (
                f"{math.log(told[asked].wall / before[asked].wall) / math.log(many / few):.2f}"
                if asked in told and asked in before and many > few
                else ""
                for asked in ASKED
            )
            rows.append(f"| {who} | {' | '.join(cells)} |")
    return [
        "## Growth",
        "",
        f"The exponent from {few:,} to {many:,}: 0 does not grow, 1 grows as the number of challenges does.",
        "",
        f"| | {' | '.join(ASKED)} |",
        f"| --- |{' --- |' * len(ASKED)}",
        *rows,
    ]


def _cell(one: Measured | None) -> str:
    if one is None:
        return ""
    return f"**{one.wall:,.0f}** ({one.spread}); {one.cpu:,.0f}; {one.peak:.0f} MB"


def _held(line: Budget) -> str:
    return "held" if line.is_held else "**not held**"


def _versions() -> str:
    here = peers.installed()
    said = ", ".join(f"{name} {peers.version_of(name)}" for name in here)
    absent = ", ".join(name for name in peers.NAMES if name not in here)
    return f"Here: {said or 'none'}. Absent: {absent or 'none'}."


def _git() -> str:
    return subprocess.run(["git", "--version"], capture_output=True, text=True, check=True).stdout.strip()


def _processor() -> str:
    try:
        with Path("/proc/cpuinfo").open(encoding="utf-8") as file:
            return next(line.partition(": ")[2].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.machine()
