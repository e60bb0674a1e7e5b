"""The schemas that editors read agree with `check` on structure, by an independent validator."""

from __future__ import annotations

import copy
import functools
import json
import operator
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from pydantic import ValidationError

from hundredday.challenge import Challenge
from hundredday.desk.schemas import KINDS, schema_text
from hundredday.programme.soundness import Challenges
from hundredday.store.accelerators import accelerator_problems
from hundredday.store.records import read_record
from hundredday.store.registers import read_register
from hundredday.store.yaml.document import BadFile
from hundredday.store.yaml.reading import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import RunGit
    from office import Office


HOME = Path(__file__).parents[2]
EXAMPLES = HOME / "tests" / "examples"
STRUCTURE = {
    "bad-value",
    "missing-key",
    "not-a-mapping",
    "not-one-of",
    "out-of-range",
    "unknown-key",
    "wrong-type",
}
"""What `check` calls the faults of structure; the other codes are rules of the method, or of YAML itself."""

NOT_IN_JSON = {
    "wrong-type.date-for-text.yaml": "JSON has no dates: a text that looks like one is a text",
    "wrong-type.quoted-date.yaml": "the same the other way round",
}
ASKED_OF_THE_PROGRAMME = {"bad-value", "out-of-range"}
"""In accelerator.yaml these come from rules that look at several settings, not from the structure."""


NOBODY = Challenges((), lambda _: False)
"""No challenge that an intake or a partner could refer to: that is asked by a rule, not by the structure."""


def in_json(data: Any) -> Any:
    """What a YAML language server sees: dates are texts, keys are texts."""
    if isinstance(data, dict):
        return {str(key): in_json(value) for key, value in data.items()}
    if isinstance(data, list):
        return [in_json(value) for value in data]
    return data.isoformat() if isinstance(data, date) else data


VALIDATORS = {
    kind: Draft202012Validator(json.loads(schema_text(kind)), format_checker=FormatChecker())
    for kind in KINDS
}


def refused_by_schema(kind: str, data: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATORS[kind].iter_errors(in_json(data))]


def codes_of(kind: str, source: bytes) -> set[str]:
    if kind == "accelerator":
        return {finding.code for finding in accelerator_problems(source, "accelerator.yaml")}
    try:
        if kind != "challenge":
            return {finding.code for finding in read_register(source, f"{kind}/a.yaml", NOBODY).findings}
        return {finding.code for finding in read_record(source, "a.yaml").findings}
    except BadFile as bad:
        return {finding.code for finding in bad.findings}


def files(*patterns: str) -> list[Path]:
    return sorted(path for pattern in patterns for path in HOME.glob(pattern))


def kind_of(path: Path) -> str:
    folder = path.parent.name
    return folder if folder in KINDS else "accelerator" if folder == "accelerators" else "challenge"


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one_and_says_what_every_field_holds(kind: str) -> None:
    schema = json.loads(schema_text(kind))

    Draft202012Validator.check_schema(schema)
    parts = [schema, *schema["$defs"].values()]
    fields = {
        f"{part['title']}.{name}": field for part in parts for name, field in part["properties"].items()
    }
    assert [name for name, field in fields.items() if not field.get("description")] == []
    free = {
        name: field
        for name, field in fields.items()
        if "string" in f"{field.get('type')} {field.get('items', {}).get('type')}" and "enum" not in field
    }
    assert [
        name for name, field in free.items() if "examples" not in {**field, **field.get("items", {})}
    ] == []


def examples_in(schema: Any, node: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(node, dict):
        for example in node.get("examples", []) if isinstance(node.get("examples"), list) else []:
            yield node, example
        for value in node.values():
            yield from examples_in(schema, value)


@pytest.mark.parametrize("kind", KINDS)
def test_every_example_in_a_schema_is_one_that_it_accepts(kind: str) -> None:
    schema = json.loads(schema_text(kind))

    found = list(examples_in(schema, schema))

    assert found
    for field, example in found:
        validator = Draft202012Validator({**field, "$defs": schema["$defs"]})
        assert list(validator.iter_errors(example)) == []


@pytest.mark.parametrize(
    "path",
    files(
        "challenges/**/*.yaml",
        "training/*.yaml",
        "exchange/*.yaml",
        "tests/examples/good/*.yaml",
        "tests/examples/good/accelerators/full.yaml",
    ),
    ids=lambda path: path.name,
)
def test_every_sound_file_keeps_to_its_schema(path: Path) -> None:
    data = parse(path.read_bytes(), path.name).data

    assert refused_by_schema(kind_of(path), data) == []


@pytest.mark.parametrize(
    "path",
    files("tests/examples/bad/*.yaml", "tests/examples/bad/[aet]*/*.yaml"),
    ids=lambda path: f"{path.parent.name}/{path.name}",
)
def test_a_bad_file_is_refused_by_its_schema_exactly_when_its_structure_is_bad(path: Path) -> None:
    kind, source = kind_of(path), path.read_bytes()
    codes = codes_of(kind, source)
    try:
        document = parse(source, path.name)
    except BadFile:
        return  # not even YAML: no schema ever sees it
    if any(finding.blocks for finding in document.findings):
        return

    refused = refused_by_schema(kind, document.data)

    if kind == "accelerator" and codes <= ASKED_OF_THE_PROGRAMME:
        return
    assert bool(refused) == (bool(codes & STRUCTURE) and path.name not in NOT_IN_JSON), refused


ODD = st.sampled_from([None, True, 0, 1, 43, 1.5, -1, "", " ", "text", "yes_no", [], ["text"], {}, {"a": 1}])
"""What does not belong in most places; no text that looks like a day, which JSON cannot tell from one."""


def paths_in(data: Any, where: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if where:
        yield where
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inside:
        yield from paths_in(value, (*where, key))


WHOLE: Any = parse((EXAMPLES / "good" / "in-full.yaml").read_bytes(), "in-full.yaml").data
PLACES = sorted(paths_in(WHOLE), key=str)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(where=st.sampled_from(PLACES), odd=ODD, act=st.sampled_from(["change", "drop", "add"]))
def test_wherever_a_file_is_bent_the_schema_and_check_say_the_same(
    where: tuple[str | int, ...], odd: Any, act: str
) -> None:
    bent: Any = copy.deepcopy(WHOLE)
    *way, last = where
    group: Any = functools.reduce(operator.getitem, way, bent)
    if act == "change":
        group[last] = odd
    elif act == "drop":
        del group[last]
    elif isinstance(group, dict):
        group["colour"] = odd
    else:
        group.append(odd)

    try:
        Challenge.model_validate(bent)
        accepted = True
    except ValidationError:
        accepted = False

    refused = refused_by_schema("challenge", bent)
    assert accepted == (not refused), refused


def test_a_new_accelerator_and_a_new_challenge_name_their_schemas(office: Office, git: RunGit) -> None:
    office.run("new", "Small claims settled in one day")
    with (office.root / "accelerator.yaml").open("a") as file:
        file.write("cohorts: {2026-spring: {title: Spring}}\n")
    office.run("new", "Water meters read", "--cohort", "2026-spring")

    for path in [office.root / "accelerator.yaml", office.file("small"), office.file("water")]:
        first = path.read_text().splitlines()[0]
        named = path.parent / first.removeprefix("# yaml-language-server: $schema=")
        assert json.loads(named.read_text())["$id"] == named.name
    assert git(office.root, "ls-files", ".hundredday").splitlines() == [
        f".hundredday/{kind}.schema.json" for kind in sorted(KINDS)
    ]


def test_setup_renews_the_schemas_of_an_older_version(office: Office, git: RunGit) -> None:
    old = office.root / ".hundredday" / "challenge.schema.json"
    old.write_text("{}")
    git(office.root, "commit", "--quiet", "--all", "--message=An older version")

    office.run("setup")
    office.run("setup")

    assert old.read_text() == schema_text("challenge")
    assert git(office.root, "status", "--porcelain") == ""
    assert git(office.root, "rev-list", "--count", "HEAD") == "3"


def test_setup_writes_no_schema_through_a_link_out_of_the_folder(office: Office, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    shutil.rmtree(office.root / ".hundredday")
    (office.root / ".hundredday").symlink_to(tmp_path / "elsewhere")

    said = office.run("setup", code=1)

    assert ".hundredday leads out of the accelerator." in said.err
    assert list((tmp_path / "elsewhere").iterdir()) == []
