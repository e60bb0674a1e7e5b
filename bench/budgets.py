"""The speed budgets: what is run for each, and what must come out."""

from __future__ import annotations

import subprocess
from itertools import count
from pathlib import Path

import own
from budget import (
    FLOOR,
    PROGRAM,
    PYTHON,
    Budget,
    Found,
    Ground,
    anew,
    committing,
    cores,
    fresh,
    grown,
    hundredday,
    python,
    ratio,
    recording,
)
from content import items
from stopwatch import Command, in_turns

YARDSTICKS = str(Path(__file__).with_name("yardsticks.py"))


def of_start(ground: Ground, task: Command | None) -> tuple[list[Budget], Found]:
    """What a person waits for every time: help, Tab, and the dashboard when nothing has changed."""
    sizes = sorted(ground.looked_at)
    large = ground.looked_at[sizes[-1]]
    commands = {
        "typer": python("import typer"),
        "floor": python(FLOOR),
        "help": Command(lambda: [PROGRAM, "--help"]),
        "Tab": hundredday(large, "status", "challenge-0000", before=("env", "_HUNDREDDAY_COMPLETE=1")),
        **{f"status {size}": hundredday(ground.looked_at[size], "status") for size in sizes},
        **({"task list": task} if task else {}),
    }
    found = in_turns(commands, ground.environment, 7)
    small, most = f"status {sizes[0]}", f"status {sizes[-1]}"
    lines = [
        ratio("1", "`--help`, of `import typer`", found, "help", "typer", 1.5),
        ratio("1", f"Tab on an id among {sizes[-1]:,}, of `import typer`", found, "Tab", "typer", 1.5),
        ratio("2", f"`status`, nothing changed, {sizes[0]:,}, of floor", found, small, "floor", 1.4),
        ratio("3", f"`status`, nothing changed, {sizes[-1]:,}, of floor", found, most, "floor", 2.0),
        Budget("3", "the same: peak memory in MB, of 90", found[most].peak / 90, None, 1.0),
        *grown("9", "`status`, nothing changed: growth exponent", found, "status", sizes, 0.2),
    ]
    if task:
        lines.insert(
            4, ratio("3", "the same, of Taskwarrior's `list` of as many", found, most, "task list", 1 / 3)
        )
    return lines, found


def of_check(ground: Ground) -> tuple[list[Budget], Found]:
    """Everything read anew."""
    sizes = sorted(ground.looked_at)
    large = ground.looked_at[sizes[-1]]
    commands = {
        **{f"check {size}": hundredday(ground.looked_at[size], "check", "--no-cache") for size in sizes},
        "check on one core": hundredday(large, "check", "--no-cache", before=("taskset", "-c", "0")),
        "yardstick": Command(lambda: [PYTHON, YARDSTICKS, "check", str(large)]),
    }
    found = in_turns(commands, ground.environment, 3, patience=25)
    most, of = f"check {sizes[-1]}", "of PyYAML's C loader and pydantic in one process"
    return [
        ratio(
            "4",
            f"`check --no-cache`, {sizes[-1]:,}, one core, {of}",
            found,
            "check on one core",
            "yardstick",
            0.6,
        ),
        ratio(
            "4", f"`check --no-cache`, {sizes[-1]:,}, {cores()} cores, {of}", found, most, "yardstick", 0.4
        ),
        *grown("9", "`check --no-cache`: growth exponent", found, "check", sizes, 1.02),
    ], found


def of_record(ground: Ground, task: Command | None) -> tuple[list[Budget], Found]:
    """One more reading, with its commit."""
    sizes = sorted(ground.written)
    small, large = sizes[0], sizes[-1]
    number = count(1)
    commands: dict[str, Command] = {}
    for size in (small, large):
        commands[f"record {size}"] = Command(recording(ground.written[size], number))
        commands[f"commit {size}"] = Command(committing(ground.written[size], number))
    if task:
        commands["task add"] = task
    found = in_turns(commands, ground.environment, 7)
    few, many = found[f"record {small}"], found[f"record {large}"]
    git = [found[f"commit {size}"] for size in (small, large)]
    lines = [
        Budget(
            "5",
            f"`record` at {large:,}, of `record` at {small:,} and what `git commit --only` grew by",
            many.wall / (few.wall + max(git[1].wall - git[0].wall, 0)),
            many.cpu / (few.cpu + max(git[1].cpu - git[0].cpu, 0)),
            1.15,
        ),
        *grown("9", "`record`: growth exponent", found, "record", [small, large], 0.1),
    ]
    if task:
        lines.insert(
            1,
            ratio(
                "5",
                "the same, of `task add` at as many, which makes no commit",
                found,
                f"record {large}",
                "task add",
                2.0,
            ),
        )
    return lines, found


def of_log(ground: Ground) -> tuple[list[Budget], Found]:
    """The story of one challenge in the longest history."""
    size = max(ground.looked_at)
    folder = ground.looked_at[size]
    path = own.path_of(next(items(1)))
    git = f"git -C {folder}"
    needed = f"{git} log --raw --no-abbrev --format=%H%an%ad -- {path} | awk '/^:/ {{print $4}}' | {git} cat-file --batch"
    commands = {
        "floor": python(FLOOR),
        "first": fresh(ground, folder, "log", "challenge-00001"),
        "second": hundredday(folder, "log", "challenge-00001"),
        "git": Command(lambda: ["sh", "-c", needed]),
    }
    found = in_turns(commands, ground.environment, 5)
    allowed = found["floor"].wall + 1.3 * found["git"].wall
    return [
        Budget(
            "6",
            f"`log ID` in {size * own.LATER:,} commits, of start-up and 1.3 × the git it needs",
            found["first"].wall / allowed,
            None,
            1.0,
        ),
        ratio("6", "the same the second time, of floor", found, "second", "floor", 1.3),
    ], found


def of_audit(ground: Ground, size: int) -> tuple[list[Budget], Found]:
    """Whether everything that happened was allowed."""
    folder, changed = ground.room / "audited", ground.room / "audited-again"
    for place in (folder, changed):
        own.fill_honestly(place, size, ground.environment)
    subprocess.run(
        [PROGRAM, "-C", str(changed), "audit"], env=ground.environment, check=True, capture_output=True
    )
    first = {
        "first": fresh(ground, folder, "audit")._replace(may_fail=True),
        "yardstick": Command(lambda: [PYTHON, YARDSTICKS, "audit", str(folder)]),
    }
    found = in_turns(first, ground.environment, 5, patience=25)
    # The shortest times beside one another are told apart by more rounds.
    found |= in_turns(_auditing_again(changed), ground.environment, 15)
    after = 2 * found["floor"].wall + found["git"].wall
    return [
        ratio(
            "7",
            f"`audit` of {size * (own.LATER + 1):,} commits, of git and parsing each version once",
            found,
            "first",
            "yardstick",
            2.5,
        ),
        Budget(
            "7",
            "the same after one more commit, of 2 × floor and git",
            found["after one more"].wall / after,
            None,
            1.0,
        ),
    ], found


def _auditing_again(changed: Path) -> dict[str, Command]:
    """What is run in the folder that gets one more commit each time."""
    number = count(1)
    git = f"git -C {changed}"
    needed = f"{git} log --raw --no-abbrev -1 | awk '/^:/ {{print $3; print $4}}' | {git} cat-file --batch"
    return {
        "floor": python(FLOOR),
        "one more": Command(
            lambda: [
                PROGRAM,
                "-C",
                str(changed),
                "lesson",
                "challenge-00007",
                f"Lesson {next(number)}",
                "--quiet",
            ]
        ),
        "after one more": hundredday(changed, "audit")._replace(may_fail=True),
        "git": Command(lambda: ["sh", "-c", needed]),
    }


def of_report(ground: Ground, many: int) -> tuple[list[Budget], Found]:
    """The pages, and the pages again after one change."""
    folder = ground.room / "report"
    own.fill_a_programme(folder, many, ground.environment)
    number = count(1)
    commands = {
        "first": Command(lambda: ["sh", "-c", f"rm -rf {folder}/report; exec {anew(ground, number)} report"]),
        "all": hundredday(folder, "report"),
        "one more": Command(recording(folder, number)),
        "second": hundredday(folder, "report"),
    }
    found = in_turns(commands, ground.environment, 3, patience=25)
    return [
        Budget(
            "8",
            f"`report` for {many} challenges and {4 * many:,} commits in seconds, of 5",
            found["first"].wall / 5000,
            found["first"].cpu / 5000,
            1.0,
        ),
        ratio("8", "the same after one change, of the first", found, "second", "first", 0.2),
    ], found
