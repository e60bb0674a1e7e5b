"""Somebody who types commands in an accelerator, and what the commands say."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from typer.testing import CliRunner

from hundredday.app import app

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunGit


@dataclass(frozen=True, slots=True)
class Said:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(slots=True)
class Office:
    """Somebody who types commands in an accelerator, on a day."""

    root: Path
    today: str = "2026-02-02"

    def run(self, *args: str, code: int = 0) -> Said:
        """Type a command; it must end with this exit code."""
        result = CliRunner().invoke(
            app, ["-C", str(self.root), "--today", self.today, *args], prog_name="hundredday"
        )
        said = Said(result.exit_code, result.stdout, result.stderr)
        assert said.code == code, f"{args}\n{said.out}\n{said.err}\n{result.exception!r}"
        return said

    def file(self, beginning: str) -> Path:
        (found,) = self.root.glob(f"challenges/**/{beginning}*.yaml")
        return found


def heads(git: RunGit, *folders: Path) -> set[str]:
    """The commits that the branches of some folders stand on."""
    return {git(folder, "rev-parse", "main") for folder in folders}
