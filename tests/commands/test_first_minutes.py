"""The first minutes: the program alone, as a newcomer types it, outside and inside an accelerator."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from office import Office


def alone(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The program in a folder, without an option that a test would add."""
    return subprocess.run(
        [sys.executable, "-m", "hundredday", *words], cwd=folder, capture_output=True, text=True, check=False
    )


def test_typed_alone_it_says_the_first_steps_outside(tmp_path: Path) -> None:
    said = alone(tmp_path)

    assert (said.returncode, said.stderr) == (0, "")
    assert "hundredday init DIR" in said.stdout


def test_typed_alone_it_shows_the_dashboard_inside(running: Office) -> None:
    said = alone(running.root)

    assert (said.returncode, said.stderr) == (0, "")
    assert "Small claims settled in one day" in said.stdout
