"""An accelerator to work in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from hundredday.app import app
from office import Office

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A new accelerator with one commit."""
    office = Office(tmp_path / "office")
    CliRunner().invoke(
        app, ["-C", str(tmp_path), "init", "office", "--name", "National Accelerator", "--country", "KZ"]
    )
    return office
