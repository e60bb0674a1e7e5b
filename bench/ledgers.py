"""The content as journals of two programs that keep accounts: each reading is a posting, what it changed by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content import AGENCIES, items
from peers import Peer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def hledger(folder: Path, many: int, environment: Mapping[str, str]) -> Peer:
    del environment
    journal = folder / "main.journal"
    with journal.open("w") as file:
        file.write("".join(f"commodity 1. {unit}\n" for unit in ("days", "cases", "households")))
        file.write("account equity:baseline\n")
        file.write("".join(f"account goal:{agency}:goal-{n}\n" for agency in AGENCIES for n in (1, 2, 3)))
        for item in items(many):
            file.write(f"\n{item.start} * {item.title}  ; id:{item.slug}, owner:{item.owner}\n")
            for goal in item.goals:
                before = goal.baseline
                for day, value in goal.readings:
                    file.write(
                        f"    goal:{item.agency}:{goal.key}  {value - before} {goal.unit}  ; date:{day}\n"
                    )
                    before = value
            file.write("    equity:baseline\n")
    ledger = ["hledger", "-f", str(journal)]
    return Peer(
        folder,
        {
            "start": ["hledger", "--version"],
            "list": [*ledger, "register"],
            "JSON of all": [*ledger, "print", "-O", "json"],
            "check all": [*ledger, "check"],
            "history of one": [*ledger, "register", "desc:(7)"],
        },
    )


def beancount(folder: Path, many: int, environment: Mapping[str, str]) -> Peer:
    del environment
    journal = folder / "main.beancount"
    with journal.open("w") as file:
        file.write('option "title" "bench"\n2020-01-01 open Equity:Baseline\n')
        file.write(
            "".join(f"2020-01-01 open Assets:{agency}:G{n}\n" for agency in AGENCIES for n in (1, 2, 3))
        )
        for item in items(many):
            file.write(f'\n{item.start} * "{item.owner}" "{item.title}"\n  summary: "{item.summary}"\n')
            for number, goal in enumerate(item.goals, 1):
                before = goal.baseline
                for day, value in goal.readings:
                    file.write(f"  Assets:{item.agency}:G{number}  {value - before} {goal.unit.upper()}\n")
                    file.write(f"    reading: {day}\n")
                    before = value
            file.write("  Equity:Baseline\n")
    return Peer(
        folder,
        {"start": ["bean-check", "--version"], "check all": ["bean-check", "--no-cache", str(journal)]},
    )
