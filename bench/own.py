"""The content as challenges of this project, with a history of git: one import, then one commit for each later reading."""

from __future__ import annotations

import re
import subprocess
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from content import STEPS, Item, items

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

LATER = 2
"""Readings that come in a commit of their own: twice as many commits as challenges."""

FIRST_COMMIT = 1_767_600_000
WHO = "Bench <bench@example.org>"


def fill(folder: Path, many: int, environment: Mapping[str, str], *, with_history: bool = True) -> None:
    """Make an accelerator of so many challenges, 100 to a cohort."""
    _import(folder, _commits(many, LATER if with_history else 0), environment)


def fill_honestly(folder: Path, many: int, environment: Mapping[str, str]) -> None:
    """Make candidates that keep a lesson in each of their later commits: nothing of it is to be objected to."""
    _import(folder, _honest(many), environment)


def fill_a_programme(folder: Path, many: int, environment: Mapping[str, str]) -> None:
    """Make challenges as an office keeps them: proposed, launched, and read twice, each in its commit and on its day."""
    _import(folder, _lived(many), environment)


def _import(folder: Path, pieces: Iterable[bytes], environment: Mapping[str, str]) -> None:
    """A new repository with the commits of a stream of `git fast-import`."""
    folder.mkdir(parents=True)
    git = ["git", "-C", str(folder)]
    subprocess.run([*git, "init", "--quiet", "--initial-branch=main"], env=environment, check=True)
    stream = subprocess.Popen([*git, "fast-import", "--quiet"], stdin=subprocess.PIPE, env=environment)
    assert stream.stdin
    for piece in pieces:
        stream.stdin.write(piece)
    stream.stdin.close()
    if stream.wait():
        raise SystemExit("git fast-import failed")
    subprocess.run([*git, "reset", "--quiet", "--hard", "main"], env=environment, check=True)


def _founded() -> bytes:
    return _commit(FIRST_COMMIT, "Found") + _file("accelerator.yaml", "format: 1\nname: Bench\ncountry: KZ\n")


def _honest(many: int) -> Iterator[bytes]:
    yield _founded()
    when = FIRST_COMMIT
    for step in range(LATER + 1):
        for item in items(many):
            when += 60
            yield _commit(when, f"{item.slug}: a lesson") + _file(path_of(item), _candidate(item, step))


def _lived(many: int) -> Iterator[bytes]:
    yield _founded()
    lived = sorted((on, item.number, text, item) for item in items(many) for on, text in _life(item))
    for number, (on, __, text, item) in enumerate(lived):
        when = int(datetime.combine(on, time(9), UTC).timestamp()) + number
        yield _commit(when, f"{item.slug}: goes on") + _file(path_of(item), text)


def _life(item: Item) -> Iterator[tuple[date, str]]:
    """Every version of a challenge with the day on which it was written down."""
    launched = _early(text_of(item, 0).replace("      readings:\n", ""))
    proposed = launched[: launched.index("acceleration:\n")].replace("phase: acceleration", "phase: design")
    days = [day for day, _ in item.goals[0].readings]
    yield date(2026, 1, 5), re.sub(r"(?m)^  (decision|note):.*\n(?:    .*\n)*", "", proposed)
    yield item.start, launched
    yield days[1], _early(text_of(item, 2))
    last = text_of(item, 4).replace("done: 2026-05-18", f"done: {days[3]}")
    yield days[3], last.replace("raised: 2026-05-02", f"raised: {days[1]}")


def _early(text: str) -> str:
    """Without what comes last: the first win, and what stands in the way."""
    return re.sub(r"(?m)^  blockers:\n(?:    .*\n)*", "", text.replace(", done: 2026-05-18", ""))


def _candidate(item: Item, lessons: int) -> str:
    head = f'format: 1\ntitle: "{item.title}"\nagency: {item.agency}\nphase: design\n\ndesign:\n  entered: 2026-01-05\n'
    problem = "".join(
        f"{'    ' if n else '    statement: '}{goal.text}\n" for n, goal in enumerate(item.goals[:1])
    )
    words = " ".join(goal.text for goal in item.goals)
    kept = "".join(f"  - {{text: {words} {n} {words}, kind: worked}}\n" for n in range(14 + lessons))
    return f"{head}  problem:\n{problem}lessons:\n{kept}"


def path_of(item: Item) -> str:
    return f"challenges/cohort-{(item.number - 1) // 100:03}/{item.slug}.yaml"


def _commits(many: int, later: int) -> Iterator[bytes]:
    when = FIRST_COMMIT
    yield _commit(when, "Import")
    yield _file("accelerator.yaml", "format: 1\nname: Bench\ncountry: KZ\n")
    for item in items(many):
        yield _file(path_of(item), text_of(item, STEPS - later))
    for step in range(STEPS - later, STEPS):
        for item in items(many):
            when += 60
            yield _commit(when, f"{item.slug}: one more reading")
            yield _file(path_of(item), text_of(item, step + 1))


def _commit(when: int, subject: str) -> bytes:
    return (
        f"commit refs/heads/main\nauthor {WHO} {when} +0000\ncommitter {WHO} {when} +0000\n"
        f"data {len(subject.encode())}\n{subject}\n"
    ).encode()


def _file(path: str, text: str) -> bytes:
    content = text.encode()
    return b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(content), content)


def text_of(item: Item, readings: int) -> str:
    """The file of a challenge after so many readings: about 4 KB, with comments and in the hand of a person."""
    goals = "".join(_goal_of(item, number, readings) for number in range(len(item.goals)))
    return f"{_design_of(item)}{_acceleration_of(item)}{goals}{_TAIL}"


def _design_of(item: Item) -> str:
    return f"""\
# Challenge {item.number} of the bench
format: 1
title: "{item.title}"
topic: public-services
cohort: cohort-{(item.number - 1) // 100:03}
agency: Ministry of {item.agency}
priority: "National Development Plan to 2029: {item.agency}"
sponsor: {{name: Office of the Governor, post: Governor, agency: Ministry of {item.agency}}}
phase: acceleration

design:
  entered: 2026-01-05
  problem:
    statement: >-
      {item.summary}
    affected: About 40,000 people a year
    evidence: Registry, 2025
  decision: {{made: selected, date: 2026-02-02, by: Accelerator board, because: Highest score}}
  stakeholders:
    registry: {{name: Registry, role: decides, influence: 5, interest: 4, stance: supports}}
    small-traders: {{name: Chamber of trade, role: affected, influence: 2, interest: 5, stance: neutral}}
    unions: {{name: Union of the staff, role: partners, influence: 3, interest: 3, stance: neutral}}
  note:
    issued: 2026-02-03
    mission: "{item.title}"
    indicator: {item.goals[0].text}
    guardrails: [Complaints must not rise]
"""


def _acceleration_of(item: Item) -> str:
    return f"""
acceleration:
  entered: 2026-02-04
  team:
    leader: {{name: {item.owner}, post: Head of unit, agency: Ministry of {item.agency}}}
    coach: {{name: Y. Saparov, agency: National Project Office}}
    members:
      - {{name: M. Akhmetova, post: Analyst, agency: District office}}
      - {{name: T. Ospanov, post: Engineer, agency: Ministry of Digital Development}}
  clock: {{start: {item.start}, days: 100}}
  goals:
"""


_TAIL = """\
  milestones:
    first-win: {title: First visible change, due: 2026-05-20, owner: M. Akhmetova, done: 2026-05-18}
  blockers:
    registry: {what: Registry has no weekly export, raised: 2026-05-02, asked_of: Office of the Governor, needed_by: 2026-06-20}
lessons:
  - {text: Staff adopt what colleagues show them, kind: worked, tags: [staff]}
"""


def _goal_of(item: Item, number: int, readings: int) -> str:
    goal = item.goals[number]
    listed = "".join(
        f"        - {{date: {day}, value: {value}}}\n" for day, value in goal.readings[:readings]
    )
    return f"""\
    {goal.key}:
      primary: {"true" if number == 0 else "false"}
      specific: {goal.text}
      measurable:
        metric: {goal.text}, weekly
        kind: level
        unit: {goal.unit}
        baseline: {goal.baseline}
        baseline_date: {item.start}
        target: {goal.target}
        counted: All {goal.unit} of the districts that take part, median of the week
        source: Registry export, Mondays
      attainable: {{owner: {item.owner}, because: Two districts already work so}}
      relevant: Moves the indicator of the national plan for {item.agency}
      time_bound: {{due: {item.end}}}
      readings:
{listed}"""
