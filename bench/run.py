"""Measure everything in one run and write docs/performance.md: `make bench`, or `python bench/run.py 100 1000`.

Nothing waits with a timeout: a timed wait polls, and rounds to 16, 32, 64 ms.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import budgets
import filling
import own
import peers
import performance
from budget import PROGRAM, Budget, Ground, fresh, hundredday
from content import TODAY
from stopwatch import Command, Measured, in_turns, run

SIZES = (100, 1_000, 10_000)
AUDITED = 1_000
REPORTED = 300
PAGE = Path(__file__).parents[1] / "docs" / "performance.md"


def main() -> None:
    """Measure and write the page; the sizes can be named."""
    sizes = [int(word) for word in sys.argv[1:]] or list(SIZES)
    loads = [os.getloadavg()[0]]
    began = time.time()
    with tempfile.TemporaryDirectory(prefix="hundredday-bench-") as room:
        ground = prepared(Path(room), sizes)
        task = _taskwarrior(ground, max(sizes))
        lines: list[Budget] = []
        tables: dict[int, dict[str, dict[str, Measured] | str]] = {}

        def write() -> None:
            loads.append(os.getloadavg()[0])
            facts = performance.Facts(loads=loads, seconds=time.time() - began, sizes=sizes)
            text = performance.written(sorted(lines, key=lambda line: line.number), tables, facts)
            if sizes == list(SIZES):  # after each step: a run that is broken off leaves what it has
                PAGE.write_text(text, encoding="utf-8")

        for measure in (
            partial(budgets.of_start, ground, task.get("list")),
            partial(budgets.of_check, ground),
            partial(budgets.of_record, ground, task.get("add one")),
            partial(budgets.of_log, ground),
            partial(budgets.of_audit, ground, min(AUDITED, max(sizes))),
            partial(budgets.of_report, ground, REPORTED),
        ):
            told, found = measure()
            lines += told
            performance.show(told, found)
            write()
        for size in sizes:
            tables[size] = beside(ground, size)
            write()


def prepared(room: Path, sizes: list[int]) -> Ground:
    """The same content at every size, twice: to look at, and to write to."""
    environment = {
        **os.environ,
        "HOME": str(room),
        "XDG_CACHE_HOME": str(room / "cache"),
        "HUNDREDDAY_TODAY": TODAY,
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    for who in ("AUTHOR", "COMMITTER"):
        environment |= {f"GIT_{who}_NAME": "Bench", f"GIT_{who}_EMAIL": "bench@example.org"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    looked_at = {size: room / f"look-{size}" for size in sizes}
    written = {size: room / f"write-{size}" for size in sizes}
    for size in sizes:
        own.fill(looked_at[size], size, environment)
        own.fill(written[size], size, environment, with_history=size <= AUDITED)
    time.sleep(2.1)  # files written within two seconds are not believed
    for folder in looked_at.values():
        run(hundredday(folder, "status"), environment)
    return Ground(room, looked_at, written, environment)


def beside(ground: Ground, size: int) -> dict[str, dict[str, Measured] | str]:
    """This project and every peer that is here, asked the same of as many items; else why not."""
    found: dict[str, dict[str, Measured] | str] = {}
    commands: dict[str, Command] = {f"hundredday\n{name}": one for name, one in _own(ground, size).items()}
    for name in peers.NAMES:
        if name not in peers.installed():
            found[name] = "absent"
        elif size > peers.LARGEST.get(name, size):
            found[name] = "left out: too slow at this size"
        else:
            peer = filling.filled(name, ground.room / f"{name}-{size}", size, ground.environment)
            for asked, words in peer.asked.items():
                commands[f"{name}\n{asked}"] = Command(partial(list, words), peer.folder, may_fail=True)
    time.sleep(2.1)
    for name, measured in in_turns(commands, ground.environment, 5, patience=8).items():
        who, _, asked = name.partition("\n")
        of_one = found.setdefault(who, {})
        assert isinstance(of_one, dict)
        of_one[asked] = measured
        print(f"{size:6} {who:12} {asked:16} {measured.wall:10,.0f} ms {measured.cpu:10,.0f} ms of processor")
    for name in peers.NAMES:
        shutil.rmtree(ground.room / f"{name}-{size}", ignore_errors=True)
    return {name: found[name] for name in ("hundredday", *peers.NAMES)}


def _own(ground: Ground, size: int) -> dict[str, Command]:
    looked_at, written = ground.looked_at[size], ground.written[size]
    numbers = iter(range(1_000_000))
    return {
        "start": Command(lambda: [PROGRAM, "--version"]),
        "list": hundredday(looked_at, "status"),
        "JSON of all": hundredday(looked_at, "status", "--json"),
        "add one": Command(
            lambda: [
                PROGRAM,
                "-C",
                str(written),
                "new",
                "One more",
                "--id",
                f"more-{next(numbers)}",
                "--quiet",
            ]
        ),
        "check all": hundredday(looked_at, "check", "--no-cache"),
        "history of one": hundredday(looked_at, "log", "challenge-00007"),
        **(
            {"audit all": fresh(ground, looked_at, "audit")._replace(may_fail=True)}
            if size <= AUDITED
            else {}
        ),
    }


def _taskwarrior(ground: Ground, size: int) -> dict[str, Command]:
    if "Taskwarrior" not in peers.installed():
        return {}
    peer = filling.filled("Taskwarrior", ground.room / "task", size, ground.environment)
    return {name: Command(partial(list, words), peer.folder) for name, words in peer.asked.items()}


if __name__ == "__main__":
    main()
