"""The manual page for `man` reads without a complaint and names every command and option."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from hundredday import commands

PAGE = Path(__file__).parents[1] / "docs" / "man" / "hundredday.1"


@pytest.mark.skipif(not shutil.which("groff"), reason="needs groff")
def test_the_page_is_laid_out_without_a_warning_and_names_every_command() -> None:
    done = subprocess.run(
        ["groff", "-man", "-ww", "-Tutf8", "-K", "utf8", str(PAGE)], capture_output=True, text=True, check=True, env={"PATH": "/usr/bin:/bin", "GROFF_NO_SGR": "1"}
    )  # fmt: skip

    shown = plain(done.stdout)
    assert done.stderr == ""
    assert [
        name
        for name in commands.EVERY
        if name.split()[0] not in commands.HIDDEN and f"hundredday {name}" not in shown
    ] == []
    assert "EXIT STATUS" in shown


def plain(shown: str) -> str:
    """The page without the marks of bold and italic print, in one line."""
    return " ".join(re.sub(".\b", "", shown).replace("\u2010", "-").split())
