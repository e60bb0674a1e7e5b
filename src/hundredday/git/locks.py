"""The lock files that a git command leaves when it is stopped half-way, and whether one is at work now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.git.repository import Repository


def lock_files(repository: Repository) -> tuple[Path, ...]:
    """Every lock of git's in a repository; ours is not among them."""
    found: set[Path] = set()
    for folder in {repository.git_dir, repository.common_dir}:
        found |= {path for path in folder.glob("*.lock") if path.name != "hundredday.lock"}
    found |= set((repository.common_dir / "refs").rglob("*.lock"))
    found |= set((repository.common_dir / "objects" / "info").glob("**/*.lock"))
    return tuple(sorted(path for path in found if path.is_file() or path.is_symlink()))


def at_work(repository: Repository) -> tuple[int, ...]:
    """The numbers of the git processes that work in a repository, as far as the system tells (Linux does)."""
    inside = {repository.root.resolve(), repository.common_dir.resolve()}
    return tuple(sorted(_in_folders(inside)))


def _in_folders(folders: set[Path]) -> Iterator[int]:
    for process in Path("/proc").glob("[0-9]*"):
        try:
            here = (process / "cwd").readlink()
            name = (process / "comm").read_text("utf-8", "replace").strip()
        except OSError:  # it has ended, or is not ours to look at
            continue
        if name.startswith("git") and any(here == one or one in here.parents for one in folders):
            yield int(process.name)
