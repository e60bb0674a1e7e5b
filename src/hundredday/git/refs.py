"""References read from the files that git keeps them in, without starting git; where they are kept otherwise, git is asked.

Git's own order holds: a reference's own file counts before the list of packed ones.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def head_nearby(folder: Path) -> str | None:
    """The commit that HEAD stands on in the repository around a folder; None where that is anything out of the ordinary.

    This is for looking up what is kept of a head. Before anything is read from a repository, git says
    which one it is, and whether it may be read.
    """
    for above in (folder, *folder.parents):
        git_dir = above / ".git"
        if git_dir.is_dir():
            return None if (git_dir / "shallow").exists() else head_in(git_dir, git_dir)
        if git_dir.exists():
            return None
    return None


def head_in(git_dir: Path, common_dir: Path) -> str | None:
    """The id of the commit that HEAD stands on; None where only git can say, or say that there is none."""
    said = _line(git_dir / "HEAD")
    if _ID.fullmatch(said):
        return said
    name = ref_of_head(git_dir)
    return None if name is None else ref_in(common_dir, name)


def ref_of_head(git_dir: Path) -> str | None:
    """The full name of the branch that HEAD stands on; None where it is on none, or only git can say."""
    said = _line(git_dir / "HEAD")
    name = said.removeprefix("ref: ")
    return None if name in (said, "refs/heads/.invalid") else name


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
    packed = _packed(common_dir)
    if (common_dir / "reftable").exists() or f" {folder}".encode() in packed or len(packed) == _MANY:
        return False
    return not any(files for *_, files in os.walk(common_dir / folder))


def _packed(common_dir: Path) -> bytes:
    return _beginning(common_dir / "packed-refs", _MANY)


def _line(path: Path) -> str:
    return _beginning(path, _LONGEST).decode("utf-8", "replace").rstrip()


def _beginning(path: Path, size: int) -> bytes:
    """So many bytes of a file; none of what is no plain file, which may have no end or never begin."""
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(size)
    except OSError:
        return b""


_ID = re.compile(r"(?!0+$)(?:[0-9a-f]{40}|[0-9a-f]{64})")
_LONGEST = 1000
"""Bytes of a reference's file that are looked at."""
_MANY = 64 * 1024 * 1024
"""Bytes of the list of packed references that are looked at."""
