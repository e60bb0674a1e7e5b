"""Every finding of `check`, by a file that has this fault and no other, and the exact words."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

import hundredday
from hundredday.app import app
from hundredday.store.walking import PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Iterator

HOUSE = Path(hundredday.__file__).parent
BAD = Path(__file__).parent / "bad"
CHALLENGES = sorted(BAD.glob("*.yaml"))
ACCELERATORS = sorted(BAD.glob("accelerators/*.yaml"))
PLACES = sorted(BAD.glob("places/*.sh"))
REGISTERS = [*sorted(BAD.glob("training/*.yaml")), *sorted(BAD.glob("exchange/*.yaml"))]
EXAMPLES = [*CHALLENGES, *ACCELERATORS, *REGISTERS, *PLACES]

WRITE = bool(os.environ.get("HUNDREDDAY_WRITE_EXAMPLES"))
"""Write what is said beside the examples, for a person to review, instead of comparing it."""

SHOWN = {
    "accelerators": "accelerator.yaml",
    "training": "training/elp.yaml",
    "exchange": "exchange/emirates.yaml",
}
"""Where the examples of a folder stand while they are checked."""

SOUND = "format: 1\ntitle: Small claims settled in one day\nphase: design\n"
ASKED_OF_ROOT = {"unreadable-folder"}
"""What nobody can keep from root, so that it is shown only to others."""

WITHOUT_A_NAME_HERE = {"building.py", "faults.py", "walking.py"}
"""Files where a code is not a word of the call: it comes from `BadScalar`, our own errors, or `PROBLEMS`."""


def name(path: Path) -> str:
    return path.relative_to(BAD).as_posix()


def code_of(path: Path) -> str:
    return path.stem.partition(".")[0]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An accelerator with one sound challenge, seen in 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")
    root = tmp_path / "accelerator"
    (root / "challenges").mkdir(parents=True)
    (root / "accelerator.yaml").write_text("format: 1\nname: National Accelerator\n")
    (root / "challenges" / "small-claims.yaml").write_text(SOUND)
    return root


def arranged(example: Path, root: Path) -> list[str]:
    """Puts an example into an accelerator; the command that checks it."""
    if example.suffix == ".sh":
        *lines, last = example.read_text().splitlines()
        subprocess.run(["sh", "-ec", "\n".join(lines)], cwd=root, check=True)
        return last.split()[1:]
    shown = SHOWN.get(example.parent.name, "challenges/small-claims.yaml")
    (root / shown).parent.mkdir(exist_ok=True)
    (root / shown).write_bytes(example.read_bytes())
    return ["check", shown]


def said(root: Path, *arguments: str) -> str:
    result = CliRunner().invoke(app, ["-C", str(root), *arguments], prog_name="hundredday")
    assert result.exit_code in {0, 1, 3}, result.stderr
    assert result.stderr == ""
    return result.stdout


@pytest.mark.parametrize("example", EXAMPLES, ids=name)
def test_an_example_has_one_fault_and_is_told_in_exactly_these_words(example: Path, folder: Path) -> None:
    if example.suffix == ".sh" and not sys.platform.startswith("linux"):
        pytest.skip("these places are made as on Linux")
    if code_of(example) in ASKED_OF_ROOT and os.geteuid() == 0:
        pytest.skip("root may read everything")
    command = arranged(example, folder)

    text = said(folder, *command)
    found = json.loads(said(folder, *command, "--json"))["findings"]

    assert [finding["code"] for finding in found] == [code_of(example)]
    assert all(finding["text"].endswith((".", "?")) and finding["mend"] for finding in found)
    expected = example.with_suffix(".txt")
    if WRITE:
        expected.write_text(text)
    assert text == expected.read_text()


def test_every_code_that_check_can_say_has_an_example() -> None:
    codes = {code for path in HOUSE.rglob("*.py") if "gates" not in path.parts for code in codes_in(path)}

    assert codes | set(PROBLEMS) == {code_of(example) for example in EXAMPLES}


def test_every_text_beside_the_examples_has_its_example() -> None:
    texts = {path.with_suffix("") for path in BAD.rglob("*.txt")}

    assert texts == {path.with_suffix("") for path in EXAMPLES}


def codes_in(path: Path) -> Iterator[str]:
    """The codes that a file gives to findings: the first word of `Finding` and `BadScalar`, and names of kinds."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.keyword) and node.arg == "custom_error_type":
            yield str(ast.literal_eval(node.value)).replace("_", "-")
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args):
            continue
        if node.func.id in {"Finding", "BadScalar", "PydanticCustomError"}:
            code = node.args[0]
            if isinstance(code, ast.Constant):
                yield str(code.value).replace("_", "-")
            else:
                assert path.name in WITHOUT_A_NAME_HERE, (
                    f"{path.name}: say the code of this finding in its call"
                )
