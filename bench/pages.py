"""Measure the report of 300 challenges: the first time, after one change, and with nothing changed.

Run by `make bench`. The size can be named: `python bench/pages.py 1000`.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from budgets import PROGRAM, TODAY, accelerator, run

RUNS = 5
BUDGET_SECONDS, BUDGET_RATIO = 5.0, 0.2


def main() -> None:
    """Measure and print budget 8."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    first, changed, same = [], [], []
    with tempfile.TemporaryDirectory(prefix="hundredday-pages-") as room:
        environment = {**os.environ, "HOME": room, "HUNDREDDAY_TODAY": TODAY}
        for role in ("AUTHOR", "COMMITTER"):
            environment |= {f"GIT_{role}_{what}": "bench@example.org" for what in ("NAME", "EMAIL")}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
        folder = accelerator(Path(room) / "office", size, {**environment, "XDG_CACHE_HOME": f"{room}/made"})
        for number in range(RUNS + 1):
            here = {**environment, "XDG_CACHE_HOME": f"{room}/cache-{number}"}
            took = [seconds(folder, number, here)]
            run([PROGRAM, "-C", str(folder), "record", "challenge-00007", str(20 - number / 10)], here)
            took += [seconds(folder, number, here), seconds(folder, number, here)]
            if number:
                first.append(took[0])
                changed.append(took[1])
                same.append(took[2])
    show(size, statistics.median(first), statistics.median(changed), statistics.median(same))


def seconds(folder: Path, number: int, environment: dict[str, str]) -> float:
    """How long one report takes."""
    before = time.perf_counter()
    run([PROGRAM, "-C", str(folder), "report", f"report-{number}", "--quiet"], environment)
    return time.perf_counter() - before


def show(size: int, first: float, changed: float, same: float) -> None:
    """Print the medians, and whether the budget is held."""
    held = first <= BUDGET_SECONDS and changed / first <= BUDGET_RATIO
    print(
        f"8  report for {size}: {first:.2f} s, after one change {changed:.2f} s ({changed / first:.2f} of it)"
    )
    print(f"   with nothing changed {same:.2f} s")
    print(f"   budget {BUDGET_SECONDS:.0f} s and {BUDGET_RATIO:.2f}   {'held' if held else 'NOT HELD'}")


if __name__ == "__main__":
    main()
