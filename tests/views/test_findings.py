from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from inline_snapshot import snapshot
from rich.cells import cell_len
from rich.console import Console

from hundredday.findings import Finding, Place, Severity
from hundredday.views.findings import findings_text

Draw = Callable[..., str]


def equal_target(excerpt: str = "        target: 43", column: int = 17) -> Finding:
    return Finding(
        "target-equals-baseline",
        "The target is the same as the baseline, 43 days: nothing would change.",
        "Set a target that differs from the baseline.",
        place=Place("challenges/small-claims-in-a-day.yaml", 48, column, excerpt),
    )


def test_a_finding_shows_its_place_its_line_and_its_mend(drawn: Draw) -> None:
    shown = drawn(findings_text([equal_target()]))

    assert shown == snapshot("""\
challenges/small-claims-in-a-day.yaml:48:17: error: The target is the same as
  the baseline, 43 days: nothing would change. [target-equals-baseline]
  48 │         target: 43
     │                 ^
  mend: Set a target that differs from the baseline.
""")


def test_findings_stand_apart_and_a_warning_is_called_one(drawn: Draw) -> None:
    warning = Finding("crowded-folder", "The folder holds 1200 files.", severity=Severity.WARNING)

    shown = drawn(findings_text([equal_target(), warning]))

    assert shown.endswith("baseline.\n\nwarning: The folder holds 1200 files. [crowded-folder]\n")


@pytest.mark.parametrize("before", ["", "target: ", "мақсат: ", "目標: ", "هدف: ", "x" * 300, "目" * 300])
def test_the_caret_stands_under_the_column(drawn: Draw, before: str) -> None:
    lines = drawn(findings_text([equal_target(f"{before}@43{'y' * 200}", len(before) + 1)])).splitlines()

    at = next(n for n, line in enumerate(lines) if "│" in line)
    shown, caret = lines[at], lines[at + 1]
    assert caret.endswith("^")
    assert cell_len(shown[: shown.index("@")]) == cell_len(caret) - 1


def test_of_a_long_line_the_part_around_the_column_is_shown(drawn: Draw) -> None:
    excerpt = "a" * 100 + "HERE" + "b" * 100

    shown = drawn(findings_text([equal_target(excerpt, 101)]))

    assert "…" + "a" * 35 + "HEREb" in shown
    assert "b…\n" in shown


def test_a_control_character_in_the_line_is_spelled_out(drawn: Draw) -> None:
    shown = drawn(findings_text([equal_target("title: \x1b[31mred", 8)]))

    assert "title: <U+001B>[31mred" in shown
    assert "\x1b" not in shown


def test_a_mend_that_is_a_command_can_be_pasted(drawn: Draw) -> None:
    mend = "hundredday note small-claims-in-a-day --mission 'What will be true for people in 100 days' --indicator 'What is counted'"

    shown = drawn(findings_text([Finding("note-is-issued", "There is no challenge note.", mend)]))

    assert shown == snapshot("""\
error: There is no challenge note. [note-is-issued]
  mend: hundredday note small-claims-in-a-day \\
    --mission 'What will be true for people in 100 days' \\
    --indicator 'What is counted'
""")


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
def test_no_line_is_wider_than_the_terminal(drawn: Draw, width: int) -> None:
    findings = [
        equal_target("目" * 300, 200),
        Finding(
            "a" * 90, "word " * 60, "hundredday x --because '" + "z" * 300 + "'", place=Place("p" * 150, 1, 1)
        ),
    ]

    lines = drawn(findings_text(findings), width).splitlines()

    assert max(cell_len(line) for line in lines) <= width


def test_a_pipe_gets_what_a_terminal_gets_without_its_colours() -> None:
    long = equal_target(f"title: {'a word ' * 40}Сот істері", 120)
    for width in (24, 80):
        said = {}
        for colours in (None, "standard"):
            file = io.StringIO()
            screen = Console(file=file, width=width, color_system=colours, force_terminal=colours is not None)
            screen.print(findings_text([equal_target(), long, equal_target("title: محكمة", 8)]))
            said[colours] = re.sub("\x1b\\[[0-9;]*m", "", file.getvalue())
        assert said[None] == said["standard"]
