"""What git leaves in memory, written through to the disk: the folders of a branch, and a repository that is new."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hundredday.git.running import read

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hundredday.git.repository import Repository


def sync_branch(repository: Repository, ref: str | None = None) -> None:
    """Write the file of the present branch, and the folders that name it, through to the disk.

    `ref` is the full name of the branch, where it is known.
    """
    # Git syncs the file of the branch but not the folder that names it: without this the last
    # commit was lost in 20 of 20 power cuts.
    branch = ref or read(repository.root, "rev-parse", "--symbolic-full-name", "HEAD").text
    top = repository.common_dir / "refs"
    folder = (repository.common_dir / branch).parent
    while folder.is_relative_to(top):
        _sync(folder)
        folder = folder.parent


def sync_repository(repository: Repository) -> None:
    """Write what makes a folder a repository through to the disk: HEAD, the configuration, and their folders."""
    # `git init` syncs nothing: in a power cut within half a minute of it HEAD was empty, and every
    # commit made meanwhile, each of them safe on the disk, lay in what was no repository any more.
    common = repository.common_dir
    for path in (repository.git_dir / "HEAD", common / "config", common / "refs", common / "objects"):
        _sync(path)
    for folder in (repository.git_dir, common, repository.root, repository.root.parent):
        _sync(folder)


def sync_merge(repository: Repository) -> None:
    """Write what git notes of a merge that is under way through to the disk."""
    for name in ("MERGE_HEAD", "MERGE_MSG", "MERGE_MODE", "."):
        _sync(repository.git_dir / name)


def sync_files(repository: Repository, before: str | None, after: str) -> None:
    """Write the files in which two commits differ, and their folders, through to the disk."""
    # Git never syncs what it checks out: a power cut after a merge left an empty file beside a sound commit.
    flags = ("-r", "-z", "--name-only", "--no-commit-id", "--no-renames")
    which = (before, after) if before else ("--root", after)
    output = read(repository.root, "diff-tree", *flags, *which).stdout
    sync_paths(repository, output.decode("utf-8", "surrogateescape").split("\0")[:-1])


def sync_paths(repository: Repository, names: Sequence[str]) -> None:
    """Write files, by their names from the root, and their folders through to the disk."""
    if len(names) > _MANY and hasattr(os, "sync"):
        os.sync()
        return
    paths = [repository.root / name for name in names]
    for path in dict.fromkeys((*paths, *(path.parent for path in paths))):
        _sync(path)


def _sync(path: Path) -> None:
    try:
        # What is no file any more is not waited for (a pipe), and a link is not followed.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:  # Windows does not open folders; a packed branch has none; a file that came away
        return
    try:
        os.fsync(descriptor)
    except OSError:  # a file system that does not know how
        return
    finally:
        os.close(descriptor)


_MANY = 200
"""Files after which the whole disk is told at once: thousands, one by one, take minutes."""
