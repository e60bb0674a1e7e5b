"""The worked examples of docs/arithmetic.md: their sums are right, and the program says the same."""

from __future__ import annotations

import ast
import operator
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
import yaml

from hundredday.challenge import Challenge
from hundredday.outlook.follow_up import follow_ups
from hundredday.outlook.health import attainment
from hundredday.outlook.pace import ambition, pace_of
from hundredday.outlook.standing import as_plain
from hundredday.programme import Settings
from outlook.telling import course_on, stands

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PAGE = Path(__file__).parents[2] / "docs" / "arithmetic.md"
SIGNS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


class Row(NamedTuple):
    """One line of a table: the name of a number, how it is worked out, and what comes out."""

    example: str
    source: str
    on: date
    name: str
    arithmetic: str
    result: str


def rows() -> Iterator[Row]:
    for section in PAGE.read_text(encoding="utf-8").split("\n## ")[1:]:
        (source,) = re.findall(r"```yaml\n(.*?)```", section, re.DOTALL)
        (on,) = re.findall(r"Looked at on (\d{4}-\d{2}-\d{2})", section)
        for line in re.findall(r"^\| [^|]+ \| `([^`]+)` \| ([^|]+) \| ([^|]+) \|$", section, re.MULTILINE):
            yield Row(section.splitlines()[0], source, date.fromisoformat(on), *line)


def worked_out(text: str) -> float | None:
    """What a sum gives; None where it is a comparison or words."""
    try:
        body = ast.parse(text.replace("−", "-").replace("×", "*"), mode="eval").body
    except SyntaxError:
        return None
    return _value(body)


def _value(node: ast.expr) -> float | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return node.value
    if isinstance(node, ast.BinOp):
        left, right = _value(node.left), _value(node.right)
        assert left is not None
        assert right is not None
        return SIGNS[type(node.op)](left, right)
    return None


def said(row: Row) -> object:
    """What the program says under that name."""
    challenge = Challenge.model_validate(yaml.safe_load(row.source))
    course = course_on(challenge, row.on)
    if row.name == "attainment":
        return attainment(course)
    if row.name == "ambition":
        assert course.measure is not None
        return ambition(course.measure)
    name, _, part = row.name.partition(".")
    if name == "pace":
        return getattr(pace_of(course), part)
    if name == "follow_up":
        return follow_ups(challenge, settings=Settings(), today=row.on)[int(part) - 1].state
    standing = as_plain(stands(challenge, row.on))
    goal = standing["goals"][0]
    if name == "forecast":
        return goal["forecast"][part]
    return goal[name] if name in goal and name != "health" else standing[name]


def test_the_page_has_examples_of_every_sum() -> None:
    names = {row.name for row in rows()}

    assert names >= {"day", "progress", "expected", "forecast.middle", "health", "outcome", "attainment"}
    assert len(list(rows())) >= 25


@pytest.mark.parametrize("row", list(rows()), ids=lambda row: f"{row.example}: {row.name}")
def test_a_worked_example_comes_out_as_written_and_as_the_program_says(row: Row) -> None:
    answer = said(row)

    if isinstance(answer, str):
        assert answer == row.result
    else:
        decimals = len(row.result.partition(".")[2])
        assert isinstance(answer, int | float)
        assert round(answer, decimals) == float(row.result)
        worked = worked_out(row.arithmetic)
        assert worked is not None
        assert round(worked, decimals) == float(row.result)
