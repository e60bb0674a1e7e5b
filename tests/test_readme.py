"""The README is true: its commands run, and print what it says they print."""

from __future__ import annotations

import os
import re
import shlex
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING

from typer.testing import CliRunner

from hundredday import commands
from hundredday.app import app

if TYPE_CHECKING:
    import pytest

README = Path(__file__).parents[1] / "README.md"
DAY = "2026-02-02"


def told() -> list[tuple[str, str]]:
    """Each command of the README with the output that stands under it."""
    blocks = re.findall(r"```console\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    commands = [part for block in blocks for part in re.split(r"^\$ ", block, flags=re.MULTILINE) if part]
    return [(command.partition("\n")[0], command.partition("\n")[2]) for command in commands]


def test_every_command_of_the_readme_runs_and_prints_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HUNDREDDAY_TODAY", DAY)
    compared = 0

    for line, expected in told():
        program, *words = shlex.split(line)
        if program == "cd":
            os.chdir(words[0])
            continue
        said = CliRunner().invoke(app, words, prog_name=program)

        assert said.exit_code == int("--check" in words), f"{line}\n{said.output}"
        shown, cut, _ = expected.partition("…\n")
        if shown:
            compared += 1
            assert said.stdout.startswith(shown) if cut else said.stdout == shown

    assert compared >= 5


def test_the_readme_names_every_command_that_speaks_json() -> None:
    told = README.read_text(encoding="utf-8").partition("## For programs")[2].partition("##")[0]
    named = set(re.findall(r"`([a-z-]+)(?: --check)?`", told.partition("take `--json`")[0]))

    speaking = {
        name.split()[0]
        for name in commands.EVERY
        if "json" in signature(commands.function_of(name)).parameters
    }

    assert named == speaking


def test_every_link_of_the_readme_leads_to_a_file() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README.read_text(encoding="utf-8"))

    missing = [link for link in links if not (README.parent / link).exists()]

    assert links
    assert missing == []
