"""What programs read: documents that keep to their schema, field by field, in every phase."""

from __future__ import annotations

import json
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from hundredday import commands
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


@pytest.mark.parametrize("name", [*commands.GROUPS["Look"], "check"])
def test_every_command_that_looks_takes_json(name: str) -> None:
    assert "json" in signature(commands.function_of(name)).parameters


@pytest.mark.parametrize("aged", EVERY_AGE, indirect=True)
def test_papers_keep_to_their_schema_at_every_age(aged: Office) -> None:
    standing = aged.run("status", "small", "--json").json["challenges"][0]
    papers = {}
    for form in ("midpoint", "closing", "minister"):
        said = run_unchecked(aged, "brief", "small", "--for", form, "--json")
        papers[form] = json.loads(said) if said else None

    assert papers["minister"] is not None
    for form, paper in papers.items():
        assert paper is None or faults("brief", paper) == []
        assert paper is None or (paper["form"], paper["challenge"]) == (form, standing)


def test_a_paper_for_programs_says_what_the_printed_one_says_and_names_its_sections(running: Office) -> None:
    paper = running.run("--lang", "ru", "brief", "small", "--for", "midpoint", "--json").json
    printed = running.run("brief", "small", "--for", "midpoint").out

    assert [f"## {section['title']}" in printed for section in paper["sections"]] == [True] * 7
    assert [section["name"] for section in paper["sections"]] == [
        "answers", "results", "activities", "asked", "ahead", "decided", "changes",
    ]  # fmt: skip
    (table,) = (block for block in paper["sections"][1]["blocks"] if block["kind"] == "table")
    assert [f"| {' | '.join(row)} |" in printed for row in table["rows"]] == [True] * len(table["rows"])
    assert table["rows"]


def test_a_paper_goes_to_one_place(running: Office, tmp_path: Path) -> None:
    path = tmp_path / "brief.html"

    said = running.run("brief", "small", "--for", "minister", "--json", "--output", str(path), code=2)

    assert "Leave out one of the two." in said.err
    assert not path.exists()


def test_a_report_tells_programs_which_pages_are_new(running: Office, tmp_path: Path) -> None:
    (running.root / "challenges" / "broken.yaml").write_text("format: 1\ntitle: [\n")
    folder = tmp_path / "report"

    first = running.run("report", str(folder), "--json").json
    second = running.run("report", str(folder), "--json").json
    running.run("record", "small", "days-to-judgment", "19")
    third = running.run("report", str(folder), "--json").json

    assert [faults("report", one) for one in (first, second, third)] == [[], [], []]
    assert {page["path"] for page in first["pages"]} == {
        path.relative_to(folder).as_posix() for path in folder.rglob("*.html")
    }
    assert Path(first["index"]).is_file()
    assert [all(page["changed"] for page in one["pages"]) for one in (first, second)] == [True, False]
    assert not any(page["changed"] for page in second["pages"])
    assert {"path": f"challenges/{ID}.html", "changed": True} in third["pages"]
    assert {"path": "lessons.html", "changed": False} in third["pages"]
    assert {finding["path"] for finding in first["problems"]} == {"challenges/broken.yaml"}


@pytest.mark.parametrize("aged", EVERY_AGE, indirect=True)
def test_the_story_and_what_changed_keep_to_their_schemas_at_every_age(aged: Office) -> None:
    told = aged.run("log", "--json").json
    since = aged.run("status", "--since", "2026-01-01", "--json").json

    assert faults("log", told) == []
    assert faults("since", since) == []
    assert [one["event"] for one in told[-2:]] == ["proposed", "accelerator-founded"]
    assert [one["event"] for one in since["accelerator"]] == ["accelerator-founded"]
    assert [one["id"] for one in since["challenges"]] == [ID]


@pytest.mark.parametrize("name", ["status", "agenda", "board", "people", "lessons"])
def test_what_cannot_be_read_stands_in_every_document_as_check_has_it(name: str, running: Office) -> None:
    (running.root / "challenges" / "broken.yaml").write_text("format: 1\ntitle: [\n")
    found = running.run("check", "--json", code=3).json["findings"]

    document = running.run(name, "--json").json

    assert faults(name, document) == []
    assert document["problems"] == [one for one in found if one["path"] == "challenges/broken.yaml"]


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
