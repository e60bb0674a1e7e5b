"""Throw-away SSH keys, and the list that tells git whose they are."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def make_keys(folder: Path, known: Mapping[str, str]) -> Path:
    """A key for each name, the file `allowed` with their addresses, and the key `stranger`; the folder."""
    if not shutil.which("ssh-keygen"):
        pytest.skip("needs ssh-keygen")
    folder.mkdir()
    for name in (*known, "stranger"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)
    signers = (f"{email} {(folder / f'{name}.pub').read_text()}" for name, email in known.items())
    (folder / "allowed").write_text("".join(signers))
    return folder
