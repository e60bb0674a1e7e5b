"""The content in the files of programs that people keep such work with, and what to type there for each question."""

from __future__ import annotations

import json
import re
import subprocess
import uuid
from typing import TYPE_CHECKING

from content import Item, items
from ledgers import beancount, hledger
from peers import Peer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


def filled(name: str, folder: Path, many: int, environment: Mapping[str, str]) -> Peer:
    """A peer that holds so many items."""
    folder.mkdir(parents=True)
    return _FILLED[name](folder, many, environment)


def _taskwarrior(folder: Path, many: int, environment: Mapping[str, str]) -> Peer:
    settings = folder / "taskrc"
    settings.write_text(f"data.location={folder}\nconfirmation=off\nhooks=off\nverbose=nothing\ngc=off\n")
    tasks = [
        {
            "uuid": _uuid(item),
            "description": item.title,
            "project": item.agency,
            "status": "pending",
            "entry": f"{item.start:%Y%m%d}T120000Z",
            "due": f"{item.end:%Y%m%d}T120000Z",
            "annotations": [
                {"entry": f"{day:%Y%m%d}T12{number:02}00Z", "description": f"{goal.key} {goal.text}: {value}"}
                for number, goal in enumerate(item.goals)
                for day, value in goal.readings
            ],
        }
        for item in items(many)
    ]
    (folder / "import.json").write_text(json.dumps(tasks))
    task = ["task", f"rc:{settings}"]
    subprocess.run(
        [*task, "import", str(folder / "import.json")], env=environment, check=True, capture_output=True
    )
    return Peer(
        folder,
        {
            "start": ["task", "--version"],
            "list": [*task, "list"],
            "JSON of all": [*task, "export"],
            "add one": [*task, "add", "One more"],
            "history of one": [*task, "7", "info"],
        },
    )


def _dstask(folder: Path, many: int, environment: Mapping[str, str]) -> Peer:
    subprocess.run(["git", "init", "--quiet", str(folder)], env=environment, check=True)
    (folder / "pending").mkdir()
    for item in items(many):
        notes = "\n".join(f"  {line}" for line in _lines(item))
        (folder / "pending" / f"{_uuid(item)}.yml").write_text(
            f"summary: '{item.title}'\nnotes: |-\n{notes}\ntags: []\nproject: {item.agency.lower()}\n"
            f"priority: P2\nsubtasks: []\ndependencies: []\ncreated: {item.start}T12:00:00Z\n"
            f"resolved: 0001-01-01T00:00:00Z\ndue: {item.end}T00:00:00Z\n"
        )
    _commit(folder, environment)
    task = ["env", f"DSTASK_GIT_REPO={folder}", "dstask"]
    return Peer(
        folder,
        {
            "start": ["dstask", "version"],
            "list": [*task, "show-open"],
            "JSON of all": [*task, "show-open"],
            "add one": [*task, "add", "One more"],
        },
    )


def _todoman(folder: Path, many: int, environment: Mapping[str, str]) -> Peer:
    del environment
    (folder / "lists" / "gov").mkdir(parents=True)
    (folder / "config.py").write_text(
        f'path = "{folder}/lists/*"\ndate_format = "%Y-%m-%d"\ntime_format = "%H:%M"\n'
        f'default_list = "gov"\ncache_path = "{folder}/cache.sqlite3"\n'
    )
    for item in items(many):
        text = "\\n".join(_lines(item)).replace(",", "\\,").replace(";", "\\;")
        lines = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:io.barrera.todoman",
            "BEGIN:VTODO",
            f"UID:{item.slug}",
            f"SUMMARY:{item.title}",
            f"DTSTAMP:{item.start:%Y%m%d}T120000Z",
            f"DUE;VALUE=DATE:{item.end:%Y%m%d}",
            "STATUS:NEEDS-ACTION",
            f"CATEGORIES:{item.agency}",
            f"DESCRIPTION:{text}",
            "END:VTODO",
            "END:VCALENDAR",
            "",
        ]
        (folder / "lists" / "gov" / f"{item.slug}.ics").write_text("\r\n".join(lines), newline="")
    todo = ["todo", "--config", str(folder / "config.py")]
    anew = f'rm -f "{folder}/cache.sqlite3"; exec "$@"'
    return Peer(
        folder,
        {
            "start": ["todo", "--version"],
            "list": [*todo, "list"],
            "JSON of all": ["todo", "--porcelain", *todo[1:], "list"],
            "add one": [*todo, "new", "--list", "gov", "One more"],
            "check all": ["sh", "-c", anew, "sh", *todo, "list"],
            "history of one": [*todo, "show", "7"],
        },
    )


def _doorstop(folder: Path, many: int, environment: Mapping[str, str]) -> Peer:
    (folder / "reqs").mkdir()
    (folder / "reqs" / ".doorstop.yml").write_text(
        "settings:\n  digits: 5\n  itemformat: yaml\n  prefix: REQ\n  sep: ''\n"
    )
    for item in items(many):
        text = "\n".join(f"  {line}" for line in _lines(item))
        (folder / "reqs" / f"REQ{item.number:05}.yml").write_text(
            f"active: true\nderived: false\nheader: |\n  {item.title}\nlevel: 1.1.{item.number}\nlinks: []\n"
            f"normative: true\nowner: {item.owner}\nref: ''\nreviewed: null\ntext: |\n{text}\n"
        )
    subprocess.run(["git", "init", "--quiet", str(folder)], env=environment, check=True)
    _commit(folder, environment)
    return Peer(
        folder,
        {
            "start": ["doorstop", "--version"],
            "check all": ["doorstop", "--no-reformat"],
            "add one": ["doorstop", "add", "REQ"],
        },
    )


_BACKLOG = """\
project_name: "bench"
default_status: "To Do"
statuses: ["To Do", "In Progress", "Done"]
labels: []
date_format: yyyy-mm-dd
auto_open_browser: false
remote_operations: false
auto_commit: false
check_active_branches: false
task_prefix: "task"
"""


def _backlog(folder: Path, many: int, environment: Mapping[str, str]) -> Peer:
    for name in ("tasks", "drafts", "completed", "docs", "decisions", "milestones"):
        (folder / "backlog" / name).mkdir(parents=True)
    (folder / "backlog" / "config.yml").write_text(_BACKLOG)
    for item in items(many):
        slug = re.sub(r"[^A-Za-z0-9]+", "-", item.title).strip("-")
        notes = "\n".join(_lines(item))
        (folder / "backlog" / "tasks" / f"task-{item.number} - {slug}.md").write_text(
            f"---\nid: TASK-{item.number}\ntitle: '{item.title}'\nstatus: In Progress\nassignee: []\n"
            f"created_date: '{item.start} 09:00'\nlabels: []\ndependencies: []\npriority: medium\n---\n\n"
            f"## Description\n\n<!-- SECTION:DESCRIPTION:BEGIN -->\n{notes}\n<!-- SECTION:DESCRIPTION:END -->\n"
        )
    subprocess.run(["git", "init", "--quiet", str(folder)], env=environment, check=True)
    _commit(folder, environment)
    return Peer(
        folder,
        {
            "start": ["backlog", "--version"],
            "list": ["backlog", "task", "list", "--plain"],
            "JSON of all": ["backlog", "task", "list", "--json"],
            "add one": ["backlog", "task", "create", "One more"],
            "history of one": ["backlog", "task", "view", "7", "--plain"],
        },
    )


_FILLED: Mapping[str, Callable[[Path, int, Mapping[str, str]], Peer]] = {
    "Taskwarrior": _taskwarrior,
    "dstask": _dstask,
    "todoman": _todoman,
    "hledger": hledger,
    "beancount": beancount,
    "Doorstop": _doorstop,
    "Backlog.md": _backlog,
}


def _lines(item: Item) -> list[str]:
    readings = [
        f"{goal.key} {goal.text}: " + " ".join(f"{day}={value}" for day, value in goal.readings)
        for goal in item.goals
    ]
    return [item.summary, *readings]


def _uuid(item: Item) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, item.slug))


def _commit(folder: Path, environment: Mapping[str, str]) -> None:
    for words in (("add", "--all"), ("commit", "--quiet", "--message=Import")):
        subprocess.run(["git", "-C", str(folder), *words], env=environment, check=True)
