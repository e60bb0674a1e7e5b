"""What programs read: documents that keep to their schema, field by field, in every phase."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from life import ID
from transcript import run_unchecked

if TYPE_CHECKING:
    from office import Office

SCHEMAS = Path(__file__).parents[2] / "docs" / "schemas"
SAMPLES = Path(__file__).parents[2] / "challenges"
EVERY_AGE = ("candidate", "chosen", "nominated", "running", "ended", "handed", "lasting")


def faults(name: str, document: Any) -> list[str]:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    return [
        f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(document)
    ]


@pytest.mark.parametrize("aged", EVERY_AGE, indirect=True)
def test_status_keeps_to_its_schema_at_every_age(aged: Office) -> None:
    portfolio = aged.run("status", "--json").json
    one = aged.run("status", "small", "--json").json

    assert faults("status", portfolio) == []
    assert one == portfolio


@pytest.mark.parametrize("aged", EVERY_AGE, indirect=True)
def test_gates_keep_to_their_schema_at_every_age(aged: Office) -> None:
    ahead = "launch" if aged.today == "2026-04-06" else "advance"

    document = json.loads(run_unchecked(aged, ahead, "small", "--check", "--json"))

    assert faults("gate", document) == []
    assert document["challenge"] == ID


@pytest.mark.parametrize(
    ("aged", "days", "lacks"),
    [
        ("candidate", "90", "gate-is-ahead"),
        ("nominated", "500", "fits-in-100-days"),
        ("running", "90", "gate-is-ahead"),
        ("lasting", "90", "gate-is-ahead"),
    ],
    indirect=["aged"],
)
def test_a_launch_that_is_refused_outright_keeps_to_the_schema_of_gates(
    aged: Office, days: str, lacks: str
) -> None:
    document = aged.run("launch", "small", "--check", "--json", "--days", days, code=1).json

    assert faults("gate", document) == []
    assert document["open"] is False
    assert [condition["name"] for condition in document["conditions"]] == [lacks]


def test_the_samples_and_a_bad_file_keep_to_the_schemas(office: Office) -> None:
    for sample in SAMPLES.rglob("*.yaml"):
        (office.root / "challenges" / sample.name).write_bytes(sample.read_bytes())
    (office.root / "challenges" / "broken.yaml").write_text("format: 1\ncolour: green\n  - [\n")
    office.today = "2026-11-23"

    status = office.run("status", "--json")
    check = office.run("check", "--json", code=3)

    assert faults("status", status.json) == []
    assert faults("check", check.json) == []
    assert len(status.json["challenges"]) == len(list(SAMPLES.rglob("*.yaml")))
    assert [problem["path"] for problem in status.json["problems"]] == ["challenges/broken.yaml"] * len(
        status.json["problems"]
    )
    assert "challenges/broken.yaml cannot be read" in status.err
    assert check.json["ok"] is False


def test_a_document_has_the_fields_of_the_contract_in_their_order(running: Office) -> None:
    document = running.run("status", "--json").json

    (challenge,) = document["challenges"]
    (goal,) = challenge["goals"]
    assert list(document) == ["today", "accelerator", "counts", "problems", "challenges"]
    assert list(challenge) == [
        "id",
        "path",
        "title",
        "topic",
        "cohort",
        "agency",
        "leader",
        "phase",
        "start",
        "end",
        "day",
        "days",
        "days_left",
        "working_days_left",
        "health",
        "declared",
        "waivers",
        "amendments",
        "next",
        "goals",
    ]
    assert list(goal) == [
        "id",
        "primary",
        "metric",
        "kind",
        "unit",
        "baseline",
        "target",
        "target_at_launch",
        "latest",
        "latest_on",
        "progress",
        "expected",
        "forecast",
        "health",
        "outcome",
        "reached_on",
    ]
    assert list(running.run("check", "--json").json) == ["ok", "files", "findings"]
    gate = running.run("advance", "small", "--check", "--json", code=1).json
    assert list(gate) == ["challenge", "from", "to", "open", "conditions"]
    assert list(gate["conditions"][0]) == ["name", "holds", "severity", "text", "mend"]


def test_a_document_is_alone_on_standard_output_and_has_no_colour(running: Office) -> None:
    said = running.run("status", "--json", "--color", "always")

    assert "\x1b" not in said.out
    assert json.loads(said.out)["today"] == "2026-04-29"


def test_a_schema_refuses_a_field_too_many_and_one_too_few(running: Office) -> None:
    document = running.run("status", "--json").json

    more = {**document, "colour": "green"}
    fewer = {name: part for name, part in document.items() if name != "problems"}

    assert faults("status", more)
    assert faults("status", fewer)
