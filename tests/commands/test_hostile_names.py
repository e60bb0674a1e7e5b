"""Files whose names are attacks: git and archives carry any name, and no command obeys one."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING

import icalendar
import pytest

from life import ID

if TYPE_CHECKING:
    from office import Office

if sys.platform == "win32":
    pytest.skip("no such names there", allow_module_level=True)

NAMES = (
    "\x1b[31mred",
    "\x85\x7f\x9b31m",
    "\u202egnp\u2028",
    "line\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:evil",
    "::warning file=x::evil",
    "--help",
    "[red]markup[red]",
    "$(touch evil)",
    "y" * 200,
)
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202a-\u202e\u2066-\u2069\ufeff]")


@pytest.fixture
def hostile(running: Office) -> Office:
    """A running challenge, and copies of it under every hostile name, each twice."""
    source = running.file(ID).read_bytes()
    for folder in ("challenges", "challenges/copies \x1b[2J"):
        (running.root / folder).mkdir(exist_ok=True)
        for name in NAMES:
            (running.root / folder / f"{name}.yaml").write_bytes(source)
    return running


@pytest.mark.parametrize(
    "command",
    ["status --all", "check", "check --format=github", "agenda --all", "board", "people", "lessons", "audit"],
)
def test_no_name_commands_the_terminal(hostile: Office, command: str) -> None:
    code = {"check": 1}.get(command.split(maxsplit=1)[0], 0)
    if command == "audit":
        hostile.run("save")

    said = hostile.run(*command.split(), code=code)

    assert OBEYED.findall(said.out + said.err) == []
    assert not (hostile.root / "evil").exists()


def test_a_document_gives_every_name_back_and_holds_nothing_that_a_terminal_obeys(hostile: Office) -> None:
    said = hostile.run("status", "--json").out

    assert OBEYED.findall(said) == []
    assert {one["id"] for one in json.loads(said)["challenges"]} == {ID, *NAMES}


def test_a_calendar_has_no_event_and_no_line_of_a_name(hostile: Office) -> None:
    said = hostile.run("export", "ics").out

    assert OBEYED.findall(said.replace("\r\n", "\n")) == []
    assert "evil" not in {
        str(event["SUMMARY"]) for event in icalendar.Calendar.from_ical(said).walk("VEVENT")
    }
