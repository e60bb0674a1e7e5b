"""The house rules that no linter holds: sizes, sentences, tables, names."""

from __future__ import annotations

import ast
from inspect import signature
from pathlib import Path
from typing import get_args

import pytest

import hundredday
from hundredday import commands, exports, gates, metrics
from hundredday.findings import Severity

HOUSE = Path(hundredday.__file__).parent
TOP = Path(__file__).parents[1]
FILES = sorted(path for room in (HOUSE, TOP / "docs", TOP / "bench") for path in room.rglob("*.py"))
LONGEST_FILE = 250
LONGEST_FUNCTION = 40
FORBIDDEN_NAMES = {"utils", "helpers", "common", "core", "base", "manager", "service", "handler"}


def shown(path: Path) -> str:
    return path.relative_to(HOUSE if path.is_relative_to(HOUSE) else TOP).as_posix()


@pytest.mark.parametrize("path", FILES, ids=shown)
def test_a_file_is_short_opens_with_a_sentence_and_has_a_telling_name(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    docstring = ast.get_docstring(ast.parse(text))

    assert text.count("\n") <= LONGEST_FILE
    assert docstring is not None
    assert docstring.splitlines()[0].strip()
    assert path.stem not in FORBIDDEN_NAMES


@pytest.mark.parametrize("path", FILES, ids=shown)
def test_no_function_is_longer_than_a_screen(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))

    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    long = [node.name for node in functions if (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION]

    assert long == []


def test_every_command_file_is_in_the_table_and_every_command_has_its_file() -> None:
    shared = {"__init__", "parameters", "words"}

    files = {path.stem for path in (HOUSE / "commands").glob("*.py")} - shared

    assert files == {commands.file_stem(name) for name in commands.NAMES if name not in commands.VERBS}


@pytest.mark.parametrize("name", commands.VERBS)
def test_every_verb_of_a_command_has_its_file_and_one_of_them_is_the_status(name: str) -> None:
    files = {path.stem for path in (HOUSE / "commands" / name).glob("*.py")} - {"__init__"}

    assert files == {commands.file_stem(verb) for verb in commands.VERBS[name]}
    assert commands.DEFAULT_VERB[name] in files
    assert commands.VERB_OF_A_NAME.get(name, commands.DEFAULT_VERB[name]) in files


@pytest.mark.parametrize("name", commands.EVERY)
def test_a_command_has_a_line_for_the_help_a_page_and_an_example(name: str) -> None:
    page = commands.function_of(name).__doc__ or ""

    assert 10 < len(commands.line_of(name).rstrip(".")) <= 64
    assert f"Example: hundredday {name}" in page


@pytest.mark.parametrize("condition", gates.conditions(), ids=gates.name_of)
def test_a_gate_condition_is_asked_as_the_table_asks_it(condition: gates.Condition) -> None:
    me, *asked = signature(gates.Condition.check).parameters.values()

    assert me.name == "self"
    assert list(signature(condition.check).parameters.values()) == asked
    assert condition.GATE in get_args(gates.Gate)
    assert isinstance(condition.SEVERITY, Severity)


@pytest.mark.parametrize("kind", metrics.KINDS)
def test_a_metric_kind_says_its_own_name(kind: str) -> None:
    assert get_args(metrics.measure_of(kind).model_fields["kind"].annotation) == (kind,)


def makes_a_document(path: Path) -> bool:
    """Whether a file has a function that is called like it and makes a document of a state, or of the whole."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    made = [node for node in body if isinstance(node, ast.FunctionDef) and node.name == path.stem]
    return any([argument.arg for argument in node.args.args] in (["state"], ["whole"]) for node in made)


def test_every_gate_condition_every_metric_kind_and_every_export_is_in_its_table() -> None:
    conditions = {path.stem for path in (HOUSE / "gates").glob("*.py") if "GATE: Gate = " in path.read_text()}
    kinds = {
        path.stem for path in (HOUSE / "metrics").glob("*.py") if "    kind: Literal[" in path.read_text()
    }
    formats = {path.stem for path in (HOUSE / "exports").glob("*.py") if makes_a_document(path)}

    assert conditions == {name.replace("-", "_") for name in gates.NAMES}
    assert kinds == set(metrics.KINDS)
    assert formats == {form.name for form in exports.FORMATS}


def test_every_decision_has_a_number_of_its_own_and_says_it() -> None:
    decisions = sorted((TOP / "docs" / "decisions").glob("0*.md"))
    numbers = [int(path.name[:4]) for path in decisions]
    said = [path.read_text(encoding="utf-8").partition(".")[0] for path in decisions]

    assert said == [f"# {number}" for number in numbers]
    assert len(set(numbers)) == len(numbers)
