"""References read from the files that git keeps them in, without starting git; where they are kept otherwise, git is asked.

Git's own order holds: a reference's own file counts before the list of packed ones.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def head_in(git_dir: Path, common_dir: Path) -> str | None:
    """The id of the commit that HEAD stands on; None where only git can say, or say that there is none."""
    said = _line(git_dir / "HEAD")
    if _ID.fullmatch(said):
        return said
    name = said.removeprefix("ref: ")
    return None if name == said else ref_in(common_dir, name)


def ref_in(common_dir: Path, name: str) -> str | None:
    """The id that a reference stands on; None where there is none, or only git can say."""
    if not name.startswith("refs/") or not set(name.split("/")).isdisjoint(("", ".", "..", ".invalid")):
        return None
    said = _line(common_dir / name)
    if _ID.fullmatch(said):
        return said
    if said or not (found := _packed(common_dir).partition(f" {name}\n".encode()))[1]:
        return None
    id_ = found[0].rpartition(b"\n")[2].decode("ascii", "replace")
    return id_ if _ID.fullmatch(id_) else None


def has_none(common_dir: Path, folder: str) -> bool:
    """Whether it is certain that no reference is in a folder of them, such as `refs/replace/`."""
    if (common_dir / "reftable").exists() or f" {folder}".encode() in _packed(common_dir):
        return False
    return not any(files for *_, files in os.walk(common_dir / folder))


def _packed(common_dir: Path) -> bytes:
    try:
        return (common_dir / "packed-refs").read_bytes()
    except OSError:
        return b""


def _line(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_LONGEST).decode("utf-8", "replace").rstrip()
    except OSError:
        return ""


_ID = re.compile(r"(?!0+$)(?:[0-9a-f]{40}|[0-9a-f]{64})")
_LONGEST = 1000
"""Bytes of a reference's file that are looked at."""
