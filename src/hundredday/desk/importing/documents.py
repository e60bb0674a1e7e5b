"""What a document of another accelerator would do: challenges that are not here, and settings that nobody made here."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, fields
from datetime import date
from typing import TYPE_CHECKING, Any

from hundredday.days import is_stored_day
from hundredday.desk.opening import read_bytes, read_file
from hundredday.desk.registers.kinds import intakes, known_challenges, partners, read_one
from hundredday.errors import Refused
from hundredday.imports.plan import Line, Plan
from hundredday.imports.rows import Objection
from hundredday.language import _
from hundredday.programme import Accelerator
from hundredday.store.accelerators import accelerator_problems
from hundredday.store.ids import is_id
from hundredday.store.plain import plain
from hundredday.store.registers import register_files
from hundredday.store.walking import EXCHANGE, TRAINING
from hundredday.store.writing.splicing import rewritten
from hundredday.store.yaml.reading import parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hundredday.desk.desk import Desk
    from hundredday.desk.registers.kinds import Kind
    from hundredday.imports.json import Document
    from hundredday.store.yaml.scalars import Data

_EMPTY = b"format: 1\n"
_MERGED = ("topics", "cohorts", "settings")


def plan_document(desk: Desk, document: Document) -> Plan:
    """What each part of the document would do; one that is here and differs is refused.

    Raises:
        Refused: its settings cannot be taken over.
        BadFile: a file that has an id of the document cannot be read.
    """
    plan = Plan(objections=list(document.objections), settings=merged_settings(desk, document.settings))
    here = {file.id: file for file in desk.folder.challenge_files()}
    for number, (name, challenge) in enumerate(document.challenges.items()):
        there = plain(read_file(desk.folder, here[name]).challenge) if name in here else None
        if _is_new(plan, ("challenges", number), name, there, plain(challenge), challenge.title):
            plan.made[name] = challenge
    _plan_registers(desk, document, plan)
    return plan


def _plan_registers(desk: Desk, document: Document, plan: Plan) -> None:
    challenges = known_challenges(desk)
    kinds: dict[str, Kind[Any]] = {TRAINING: intakes(), EXCHANGE: partners()}
    here = {
        (folder, file.id): (kind, file)
        for folder, kind in kinds.items()
        for file in register_files(desk.folder.root, folder)
    }
    numbers: Counter[str] = Counter()
    for (folder, name), part in document.registers.items():
        there = None
        if found := here.get((folder, name)):
            there = plain(read_one(desk, *found, challenges).meaning)
        if _is_new(plan, (folder, numbers[folder]), name, there, plain(part), folder):
            plan.registers[folder, name] = part
        numbers[folder] += 1


def _is_new(
    plan: Plan,
    place: tuple[str, int],
    name: str,
    there: dict[str, Data] | None,
    said: dict[str, Data],
    text: str,
) -> bool:
    """Whether a part is to be made; what happens to it is added to the plan."""
    section, number = place
    cell = f"{section}[{number}]"
    if not is_id(name):
        plan.objections.append(Objection(cell, _("“{text}” cannot be an id.").format(text=name)))
        return False
    if there is not None and there != said:
        differs = _("{id} is here already and says something else.").format(id=name)
        rename = _("Rename one of the two files, or remove the one that is wrong.")
        plan.objections.append(Objection(cell, differs, rename))
        return False
    plan.lines.append(Line(number + 1, "new" if there is None else "there", name, text))
    return there is None


def merged_settings(desk: Desk, said: Mapping[str, Any]) -> bytes | None:
    """accelerator.yaml with what the document says and it does not; None where that is nothing.

    Raises:
        Refused: what the document says cannot stand there.
    """
    path = desk.folder.accelerator_path
    source = read_bytes(path, path.name) if path.is_file() else b""
    document = parse(source if source.strip() else _EMPTY, path.name)
    if (
        not document.data
    ):  # nothing but comments: they cannot be kept where there is nothing to put them beside
        document = parse(_EMPTY, path.name)
    wanted = _with(document.data, said)
    if wanted == document.data:
        return None
    order = tuple(field.name for field in fields(Accelerator))
    made = rewritten(document, wanted, order)
    problems = [problem for problem in accelerator_problems(made, path.name) if problem.blocks]
    if problems:
        raise Refused(
            _("The settings of the document cannot be taken over: {why}").format(why=problems[0].text),
            problems[0].mend,
        )
    return made


def _with(current: dict[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """The settings that are here, and those of the document beside them; what is here counts."""
    defaults = asdict(Accelerator())
    wanted = dict(current)
    for name, value in said.items():
        if name in _MERGED and isinstance(value, dict):
            new = {
                key: _dated(part) for key, part in value.items() if part != _listed(defaults[name].get(key))
            }
            ours = wanted.get(name) or {}
            if added := {key: part for key, part in new.items() if key not in ours}:
                wanted[name] = {**ours, **added}
        elif name in defaults and name not in wanted and _listed(value) != _listed(defaults[name]):
            wanted[name] = value
    return wanted


def _dated(part: Any) -> Any:
    """A cohort with its days as days, and without what it does not say."""
    if isinstance(part, dict):
        return {name: _dated(value) for name, value in part.items() if value or value in (0, False)}
    try:
        return date.fromisoformat(part) if isinstance(part, str) and is_stored_day(part) else part
    except ValueError as error:
        raise Refused(
            _("“{text}” is not a day of the calendar.").format(text=part),
            _("Write a day that there is, such as 2026-04-06."),
        ) from error


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
