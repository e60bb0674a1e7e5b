"""What keeps git waiting, or reading without end, in a repository that somebody sent: pipes, devices, huge files."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from hundredday.git.failing import GitFailed
from hundredday.harmless import one_line
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST = 1 << 28
"""Bytes of a file that git reads as a whole, such as a list of references: no honest one comes near."""


def refuse_traps(folder: Path) -> None:
    """Look at what git will open in the repository around a folder, before git is started there.

    No clone brings a pipe, a device or a link to one; an archive that somebody sent does.

    Raises:
        GitFailed: git would wait for ever.
    """
    for place in _looked_at(folder):
        if trap := next(_traps(place), None):
            raise GitFailed(
                _("{path} is no file that git can read to its end.").format(path=one_line(trap)),
                _("No git has made it: take it out, or take a fresh clone."),
                code="trap",
            )


def _looked_at(folder: Path) -> Iterator[str]:
    """The folders whose files git opens by name, in the work tree and in its git folder."""
    for here in (folder, *folder.parents):
        git_dir = _git_dir(here)
        if git_dir is None:
            continue
        for owner in {git_dir, _common(git_dir)}:
            yield str(owner)
            yield from (f"{owner}/{name}" for name in ("info", "objects/info", "logs"))
            yield from (
                found for name in ("refs", "logs/refs") for found, __, ___ in os.walk(f"{owner}/{name}")
            )
        return


def _git_dir(here: Path) -> Path | None:
    dot = here / ".git"
    if dot.is_dir():
        return dot
    return _named_in(dot, "gitdir: ") if dot.is_file() else None


def _common(git_dir: Path) -> Path:
    return _named_in(git_dir / "commondir", "") or git_dir


def _named_in(file: Path, before: str) -> Path | None:
    """The folder that a small file of git's names."""
    if not file.is_file():
        return None
    with file.open("rb") as opened:
        named = os.fsdecode(opened.read(4096)).removeprefix(before).rstrip("\r\n")
    return file.parent / named if named and "\0" not in named else None


def _traps(place: str) -> Iterator[str]:
    # A folder that is not there, or may not be entered, is git's to complain of.
    with suppress(OSError), os.scandir(place) as entries:
        for entry in entries:
            if not entry.is_dir() and _is_trap(entry):
                yield entry.path


def _is_trap(entry: os.DirEntry[str]) -> bool:
    try:
        found = entry.stat()
    except OSError:  # a link to nothing is nothing to open
        return False
    if stat.S_ISREG(found.st_mode):
        return found.st_size > LARGEST and entry.name != "index"
    return not stat.S_ISSOCK(found.st_mode)  # git's own monitor of files listens on one
