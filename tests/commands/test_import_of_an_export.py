"""What was exported comes back: tables, and whole accelerators."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest

from hundredday.store.records import read_record
from hundredday.store.writing.splicing import rewritten
from hundredday.store.yaml.reading import parse
from incoming import REGISTERS, commits, faults, file_of, records
from life import ID
from office import Office

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunGit


def without_readings(path: Path) -> None:
    """Take every reading out of a challenge's file."""
    document = read_record(path.read_bytes(), path.name).document
    data: Any = deepcopy(document.data)
    for part in ("goals", "guardrails"):
        for holder in data["acceleration"][part].values():
            holder.pop("readings", None)
    path.write_bytes(rewritten(document, data))


def but_the_day_of_entry(said: dict[str, Any]) -> str:
    return re.sub(r', "entered": "[-0-9]+"(?=})', "", json.dumps(said, default=str))


@pytest.mark.parametrize("source", ["csv", "xlsx"])
def test_our_own_tables_bring_back_the_readings_and_the_candidates(
    running: Office, tmp_path: Path, source: str
) -> None:
    running.run(
        "new", "Another one", "--agency=Ministry of Health", "--sponsor=A; B; C", "--problem=Too slow"
    )
    running.run("score", "another-one", "impact=5")
    running.run("export", "csv", "--output", str(tmp_path / "csv"))
    running.run("export", "xlsx", "--output", str(tmp_path / "all.xlsx"))
    wanted = records(running)
    running.file("another").unlink()
    without_readings(running.file("small"))

    for table in ("challenges", "readings"):
        file = (
            (str(tmp_path / "csv" / f"{table}.csv"),)
            if source == "csv"
            else (str(tmp_path / "all.xlsx"), "--sheet", table)
        )
        running.run("import", *file)

    # The day on which a number was written down is the day of the import; all else is the same.
    assert but_the_day_of_entry(records(running)) == but_the_day_of_entry(wanted)


@pytest.mark.parametrize("aged", ["candidate", "running", "lasting"], indirect=True)
def test_an_export_into_an_empty_accelerator_gives_the_same_accelerator(aged: Office, tmp_path: Path) -> None:
    (aged.root / "accelerator.yaml").write_text(
        "format: 1\nname: National Accelerator\ncountry: KZ\ntopics: {public-services: Public services}\n"
        "cohorts: {2026-spring: {title: Spring, launch: 2026-04-06}}\nsettings: {stale_after: 7}\n"
    )
    for folder, text in REGISTERS.items():
        (aged.root / folder).mkdir(exist_ok=True)
        (aged.root / folder / f"our-{folder}.yaml").write_text(text)
    document = aged.run("export", "json").out
    file = file_of(aged, "all.json", document)
    empty = Office(tmp_path / "empty", aged.today)
    empty.root.mkdir()
    (empty.root / "accelerator.yaml").write_text("")

    planned = empty.run("import", file, "--dry-run", "--json").json
    empty.run("import", file)

    assert faults("import", planned) == faults("export", json.loads(document)) == []

    assert records(empty) == records(aged)
    for folder, text in REGISTERS.items():
        read = (empty.root / folder / f"our-{folder}.yaml").read_bytes()
        assert parse(read, folder).data == parse(text.encode(), folder).data
    assert empty.run("export", "json").out == document
    assert empty.run("status", "--json").out == aged.run("status", "--json").out
    assert "Nothing is new" in empty.run("import", file).err


def test_a_challenge_that_is_here_and_says_something_else_is_refused(running: Office, git: RunGit) -> None:
    file = file_of(running, "all.json", running.run("export", "json").out)
    running.run("record", "small", "30", "--on", "2026-04-28")
    head = commits(running, git)

    said = running.run("import", file, code=1)

    assert f"{ID} is here already and says something else." in " ".join(said.out.split())
    assert commits(running, git) == head
