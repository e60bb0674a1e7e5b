"""Bringing in a file: it is read, matched, planned and shown, and then all of it is written or nothing."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hundredday.desk.importing.candidates import plan_candidates
from hundredday.desk.importing.choosing import choose_heading
from hundredday.desk.importing.documents import plan_document
from hundredday.desk.importing.goals import plan_goals
from hundredday.desk.importing.readings import plan_readings
from hundredday.desk.importing.writing import write_all
from hundredday.desk.locking import lock, ready_to_write
from hundredday.desk.opening import read_whole
from hundredday.errors import ExitCode
from hundredday.harmless import one_line
from hundredday.imports import reader_of
from hundredday.language import _, ngettext

if TYPE_CHECKING:
    from hundredday.desk.desk import Desk
    from hundredday.imports.headers import Heading
    from hundredday.imports.plan import Plan
    from hundredday.imports.terms import Terms


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: the file, the kind of table it is said to be, and whether to write."""

    path: str
    kind: str | None
    challenge: str | None
    dry_run: bool
    json: bool


@dataclass(frozen=True, slots=True)
class _Read:
    """A plan, with the header it comes from where it comes from a table."""

    plan: Plan
    heading: Heading | None = None


def bring_in(desk: Desk, asked: Asked, terms: Terms) -> ExitCode:
    """Import a file, or show what that would do.

    Raises:
        Failure: the file cannot be read, or something could not be written; nothing was.
    """
    source = read_whole(Path(asked.path))
    if not asked.dry_run:
        ready_to_write(desk)
    lines: tuple[str, ...] = ()
    with nullcontext() if asked.dry_run else lock(desk):
        read = _planned(desk, asked, terms, source)
        plan = read.plan
        # The head of a column speaks for every row below it: what is wrong there is said once.
        plan.objections = list(dict.fromkeys(plan.objections))
        writes = not asked.dry_run and not plan.objections
        _show(desk, asked, read, writes=writes)
        if writes:
            lines = write_all(desk, plan)
    if not asked.json:
        for line in lines:
            desk.say(line)
        for told in () if plan.objections else plan.told:
            desk.hint(told)
        desk.hint(_counted(read, asked))
    return ExitCode.FINDINGS if plan.objections else ExitCode.DONE


def _planned(desk: Desk, asked: Asked, terms: Terms, source: bytes) -> _Read:
    name = Path(asked.path).name
    if name.casefold().endswith(".json"):
        from hundredday.imports.json import json

        return _Read(plan_document(desk, json(source)))
    sheets = reader_of(name, source)(source, terms)
    heading = choose_heading(sheets, asked.kind, terms)
    if heading.kind.name == "readings":
        return _Read(plan_readings(desk, heading, terms, asked.challenge), heading)
    if heading.kind.name == "goals":
        return _Read(plan_goals(desk, heading, terms, asked.challenge), heading)
    return _Read(plan_candidates(desk, heading, terms), heading)


def _show(desk: Desk, asked: Asked, read: _Read, *, writes: bool) -> None:
    if asked.json:
        _print(desk, asked, read, writes=writes)
        return
    if writes and desk.given.quiet:
        return
    from hundredday.desk.terminal.screen import draw
    from hundredday.views.incoming import incoming

    # What is written is told by the commits below: of the preview the columns, and what is left out, are enough then.
    rows = tuple(line for line in read.plan.lines if line.does == "skipped" or not writes)
    drawn = incoming(Path(asked.path).name, read.heading, rows, tuple(read.plan.objections))
    draw(drawn, desk.given, to_errors=writes)


def _print(desk: Desk, asked: Asked, read: _Read, *, writes: bool) -> None:
    heading = read.heading
    columns = heading.columns if heading else {}
    desk.print_json(
        {
            "file": one_line(Path(asked.path).name),
            "as": heading.kind.name if heading else "accelerator",
            "sheet": (one_line(heading.sheet.name) or None) if heading else None,
            "columns": {field: one_line(str(column.header.value)) for field, column in columns.items()},
            "unused": [one_line(str(cell.value)) for cell in heading.unused] if heading else [],
            "rows": [
                {
                    "row": line.number,
                    "does": line.does,
                    "challenge": one_line(line.challenge),
                    "text": one_line(line.text),
                }
                for line in read.plan.lines
            ],
            "refused": [
                {name: one_line(text) for name, text in objection._asdict().items()}
                for objection in read.plan.objections
            ],
            "done": writes,
        }
    )


def _counted(read: _Read, asked: Asked) -> str:
    plan = read.plan
    new = sum(line.counts for line in plan.lines)
    there = sum(line.does == "there" for line in plan.lines)
    if plan.objections:
        count = len({objection.cell for objection in plan.objections})
        said = ngettext(
            "{count} cell is refused, so nothing is imported.",
            "{count} cells are refused, so nothing is imported.",
            count,
        )
        return said.format(count=count)
    if not new and plan.settings is None:
        return (
            _("Nothing is new: everything in this file is here already.")
            if there
            else _("Nothing to import.")
        )
    said = ngettext("{count} new row", "{count} new rows", new).format(count=new)
    passed = ngettext("{count} was here already", "{count} were here already", there).format(count=there)
    ended = (
        _("nothing is written yet: leave --dry-run out to import") if asked.dry_run else _("all is imported")
    )
    also = _(", and settings") if plan.settings is not None else ""
    return f"{said}{also}{f', {passed}' if there else ''}; {ended}."
