"""Tables as people have them, and what an accelerator holds after they were imported."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator

from hundredday.store.plain import plain
from hundredday.store.records import read_record
from life import ID
from transcript import typed

if TYPE_CHECKING:
    from conftest import RunGit
    from office import Office

SCHEMAS = Path(__file__).parents[1] / "docs" / "schemas"
LONG_LIST = """\
Длинный список на осень;;;;
;;;;
№;Название;Министерство;Описание проблемы;Дата подачи
1;Очередь в детский сад;Министерство просвещения;4260 детей ждут места;12.01.2026
2;Скорая за 15 минут;Министерство здравоохранения;;14.01.2026
Итого;2;;;
"""
READINGS = """\
challenge,goal,date,value,note
small-claims-settled-in-one-day,days-to-judgment,2026-04-20,39,First court live
small-claims-settled-in-one-day,days-to-judgment,2026-04-28,31,Second court live
small-claims-settled-in-one-day,appeals,28.04.2026,10,
"""


def file_of(office: Office, name: str, content: str | bytes) -> str:
    path = office.root.parent / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


REGISTERS = {
    "training": "format: 1\ntitle: Leadership Program\nmodules:\n  online: {title: Online, from: 2024-04-22, to: 2024-05-10}\n"
    f"participants:\n  - {{name: Dana, attended: [online], project: {ID}}}\n",
    "exchange": "format: 1\npartner: UAE Government Accelerators\ncountry: AE\nvisits:\n"
    "  - {from: 2024-05-15, to: 2024-05-17, where: Astana, hours: 18, about: [planning]}\n",
}


def faults(name: str, document: Any) -> list[str]:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text())
    return [error.message for error in Draft202012Validator(schema).iter_errors(document)]


def records(office: Office) -> dict[str, Any]:
    """What every challenge file says."""
    files = sorted((office.root / "challenges").rglob("*.yaml"))
    return {path.stem: plain(read_record(path.read_bytes(), path.name).challenge) for path in files}


def commits(office: Office, git: RunGit) -> list[str]:
    return git(office.root, "log", "--format=%s").splitlines()


def shown(office: Office, *commands: str) -> str:
    return typed(office, *commands).replace(str(office.root.parent), "HERE")
