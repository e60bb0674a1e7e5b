"""What other programs run: the hook for pre-commit, the examples for CI, and the formats that reviewers read."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft4Validator

from hundredday import __version__, commands
from office import Office

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import RunGit

HOME = Path(__file__).parents[2]
CI = sorted((HOME / "docs" / "ci").glob("*.yml"))
SARIF = Path(__file__).parents[1] / "vendored" / "sarif-2.1.0-rtm.5.json"
BAD = "format: 1\ntitle: Small claims\nphase: launched\n"


def commands_in(node: Any) -> Iterator[str]:
    """The command lines of a CI file, wherever they stand in it."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in {"run", "script", "before_script"}:
                yield from [value] if isinstance(value, str) else value
            else:
                yield from commands_in(value)
    elif isinstance(node, list):
        for one in node:
            yield from commands_in(one)


@pytest.mark.parametrize("path", CI, ids=lambda path: path.name)
def test_an_example_for_ci_checks_audits_and_writes_the_report_of_a_fresh_clone(
    path: Path, running: Office, git: RunGit, tmp_path: Path
) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", str(running.root), str(clone))
    git(clone, "checkout", "--quiet", "--detach")
    lines = list(commands_in(yaml.safe_load(path.read_text())))
    ours = [shlex.split(line)[1:] for line in lines if line.startswith("hundredday ")]

    for words in ours:
        Office(clone, running.today).run(*words)

    assert [words[0] for words in ours] == ["check", "audit", "report"]
    assert (clone / "public" / "index.html").is_file()
    assert [line for line in lines if "pip install" in line] == [
        f"python -m pip install hundredday=={__version__}"
    ]
    assert "secret" not in path.read_text().lower().replace("no secret", "")


def test_the_hook_for_pre_commit_runs_a_command_of_ours_on_our_files() -> None:
    (hook,) = yaml.safe_load((HOME / ".pre-commit-hooks.yaml").read_text())

    program, command = hook["entry"].split()
    taken = [
        path
        for path in (
            "accelerator.yaml",
            "challenges/small.yaml",
            "reforms/challenges/2026-spring/small.yml",
            "training/elp.yaml",
            "exchange/uae.yaml",
            "challenges.md",
            "other/small.yaml",
            "my-accelerator.yaml",
        )
        if re.search(hook["files"], path)
    ]

    assert (program, command in commands.NAMES) == ("hundredday", True)
    assert taken == [
        "accelerator.yaml",
        "challenges/small.yaml",
        "reforms/challenges/2026-spring/small.yml",
        "training/elp.yaml",
        "exchange/uae.yaml",
    ]


def test_a_commit_with_a_bad_file_is_refused_by_the_hook(office: Office, git: RunGit) -> None:
    (hook,) = yaml.safe_load((HOME / ".pre-commit-hooks.yaml").read_text())
    run = hook["entry"].replace("hundredday", f"{sys.executable} -m hundredday")
    git_hook = office.root / ".git" / "hooks" / "pre-commit"
    git_hook.parent.mkdir(exist_ok=True)
    git_hook.write_text(f"#!/bin/sh\nexec {run}\n")
    git_hook.chmod(0o755)
    (office.root / "challenges" / "small.yaml").write_text(BAD)
    git(office.root, "add", "challenges")

    git(office.root, "commit", "--quiet", "--message=Bad", fails=True)
    (office.root / "challenges" / "small.yaml").write_text(BAD.replace("launched", "design"))
    git(office.root, "commit", "--quiet", "--message=Good", "--all")

    assert git(office.root, "log", "--format=%s", "-1") == "Good"


@pytest.fixture
def inside(tmp_path: Path, git: RunGit) -> Office:
    """An accelerator in a folder of a larger repository, with one bad file."""
    git(tmp_path, "init", "--quiet")
    (tmp_path / "our reforms" / "challenges").mkdir(parents=True)
    (tmp_path / "our reforms" / "accelerator.yaml").write_text("format: 1\n")
    (tmp_path / "our reforms" / "challenges" / "small.yaml").write_text(BAD)
    return Office(tmp_path / "our reforms")


def test_annotations_are_placed_from_the_top_of_the_repository(inside: Office) -> None:
    said = inside.run("check", "--format", "github", code=3).out

    assert said.startswith("::error file=our reforms/challenges/small.yaml,line=3,col=8,title=not-one-of::")


def test_sarif_says_each_finding_with_its_rule_and_its_place(inside: Office) -> None:
    document = inside.run("check", "--format", "sarif", code=3).json

    (run,) = document["runs"]
    (result,) = run["results"]
    assert document["version"] == "2.1.0"
    assert run["tool"]["driver"]["version"] == __version__
    assert run["tool"]["driver"]["rules"] == [{"id": "not-one-of"}]
    assert (result["ruleId"], result["level"]) == ("not-one-of", "error")
    assert result["message"]["text"].startswith('"phase" cannot be "launched".')
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "our%20reforms/challenges/small.yaml"
    assert place["region"] == {"startLine": 3, "startColumn": 8}


def test_nothing_in_a_file_or_its_name_gets_out_of_sarif(office: Office) -> None:
    name = 'a"},{"ruleId":"owned\n%0A\x1b#?.yaml'
    (office.root / "challenges" / name).write_text(
        BAD.replace("Small claims", '"\\e]8;;https://example.org\\e\\\\"')
    )

    said = office.run("check", "--format", "sarif", code=3)

    results = said.json["runs"][0]["results"]
    assert {result["ruleId"] for result in results} <= {"bad-id", "not-one-of", "control-character"}
    assert "\x1b" not in said.out
    for result in results:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9/._%~-]+", uri)


def test_a_sound_accelerator_is_an_empty_sarif_run(office: Office) -> None:
    assert office.run("check", "--format", "sarif").json["runs"][0]["results"] == []


def test_whatever_is_wrong_sarif_keeps_to_its_schema(office: Office) -> None:
    for path in (HOME / "tests" / "examples" / "bad").glob("*.yaml"):
        shutil.copy(path, office.root / "challenges" / path.name.replace(".", "-", path.name.count(".") - 1))
    schema = json.loads(SARIF.read_text(encoding="utf-8"))

    said = office.run("check", "--format", "sarif", code=3).json

    assert len(said["runs"][0]["tool"]["driver"]["rules"]) > 40
    assert [error.message for error in Draft4Validator(schema).iter_errors(said)] == []
    del said["runs"][0]["tool"]["driver"]["name"]
    assert not Draft4Validator(schema).is_valid(said)
