"""Gates as a person sees them before passing: what is missing, which command mends it, and waivers."""

from __future__ import annotations

import json
import shlex
from typing import TYPE_CHECKING

import pytest

from hundredday.gates import NAMES
from life import ID
from transcript import run_unchecked

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from conftest import RunGit
    from office import Office

WIDTH = 80


@pytest.mark.parametrize(
    ("aged", "command", "code"),
    [
        ("candidate", "advance", 1),
        ("chosen", "advance", 0),
        ("nominated", "launch", 0),
        ("running", "advance", 1),
        ("handed", "advance", 1),
        ("lasting", "advance", 0),
    ],
    indirect=["aged"],
)
def test_every_line_of_a_gate_fits_on_80_columns_and_every_condition_is_named(
    aged: Office, command: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(WIDTH))
    asked = aged.run(command, "small", "--check", "--json", code=code).json

    lines = aged.run(command, "small", "--check", code=code).out.splitlines()

    assert [line for line in lines if len(line) > WIDTH] == []
    shown = [word for line in lines for word in line.split() if word in NAMES]
    assert set(shown) >= {condition["name"] for condition in asked["conditions"]}
    assert lines[-1] == f"{ID}: the gate is {'open' if asked['open'] else 'closed'}."


def test_the_commands_of_a_gate_open_it_as_they_stand(candidate: Office) -> None:
    candidate.run("advance", "small", "--check", code=1)

    while missing := [
        one
        for one in json.loads(run_unchecked(candidate, "advance", "small", "--check", "--json"))["conditions"]
        if not one["holds"] and one["severity"] == "error"
    ]:
        program, *words = shlex.split(missing[0]["mend"])
        assert program == "hundredday"
        candidate.run(*words)

    candidate.run("advance", "small")


def test_a_launch_is_not_shown_where_there_is_none_ahead(
    candidate: Office, lives: Mapping[str, Path]
) -> None:
    early = candidate.run("launch", "small", "--check", code=1)
    candidate.root = lives["running"]
    candidate.today = "2026-04-29"
    late = candidate.run("launch", "small", "--check", code=1)

    assert "The launch belongs to Acceleration; this challenge is in Design." in early.err
    assert f"hundredday advance {ID} --check" in early.err
    assert "The clock runs since 2026-04-06." in late.err


def test_showing_a_gate_changes_nothing(running: Office, git: RunGit) -> None:
    before = running.file(ID).read_bytes()

    running.run("advance", "small", "--check", code=1)

    assert running.file(ID).read_bytes() == before
    assert git(running.root, "status", "--porcelain") == ""


def test_a_condition_is_waived_by_name_with_who_and_why(running: Office, git: RunGit) -> None:
    running.run("lesson", "small", "Ask for the signature in Design", "--kind", "failed")
    waive = ("--waive", "clock-has-run", "--by", "Accelerator board", "--because", "The courts close in May")

    running.run("advance", "small", *waive)

    assert "The courts close in May" in running.file(ID).read_text()
    assert "phase: sustainability" in running.file(ID).read_text()
    assert "clock-has-run" in git(running.root, "log", "-1", "--format=%B")
    assert running.run("status", "--json").json["challenges"][0]["waivers"] == 1


def test_a_waiver_without_who_why_or_a_known_name_is_refused(running: Office) -> None:
    silent = running.run("advance", "small", "--waive", "clock-has-run", code=2)
    unknown = running.run(
        "advance", "small", "--waive", "clock-hs-run", "--by", "B", "--because", "W", code=2
    )
    other = running.run("advance", "small", "--waive", "has-a-sponsor", "--by", "B", "--because", "W", code=1)
    partly = running.run(
        "advance", "small", "--waive", "clock-has-run", "--by", "B", "--because", "W", code=1
    )

    assert "--by and --because are missing" in silent.err
    assert "Did you mean clock-has-run?" in unknown.err
    assert "has-a-sponsor" in other.err
    assert "Gate to Sustainability" in partly.err
    assert "✗ has-a-lesson" in partly.err
    assert "waivers" not in running.file(ID).read_text()
