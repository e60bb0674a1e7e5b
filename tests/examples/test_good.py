"""All sorts of legal files: `check` has nothing to say about any of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from hundredday.app import app

GOOD = Path(__file__).parent / "good"
FILES = sorted(GOOD.rglob("*.yaml"))


@pytest.mark.parametrize("example", FILES, ids=lambda path: path.relative_to(GOOD).as_posix())
def test_a_legal_file_passes_without_a_finding_however_it_is_written(example: Path, tmp_path: Path) -> None:
    (tmp_path / "challenges").mkdir()
    (tmp_path / "accelerator.yaml").write_text("format: 1\n")
    is_challenge = example.parent == GOOD
    shown = f"challenges/{example.name}" if is_challenge else "accelerator.yaml"
    (tmp_path / shown).write_bytes(example.read_bytes())

    result = CliRunner().invoke(app, ["-C", str(tmp_path), "check"], prog_name="hundredday")

    assert result.stdout == f"{1 + is_challenge} file{'s' if is_challenge else ''} checked: all is well.\n"
    assert result.stderr == ""
    assert result.exit_code == 0
