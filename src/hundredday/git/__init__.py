"""Git, and the only room that runs it: reading safely in a stranger's folder, committing one change whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hundredday.git.committing import commit
    from hundredday.git.contents import (
        blob_at_head,
        content_id,
        files_at,
        is_changed,
        read_blobs,
        show,
        tracked,
    )
    from hundredday.git.failing import GitFailed, described
    from hundredday.git.flushing import sync_repository
    from hundredday.git.locks import at_work, lock_files
    from hundredday.git.repository import Repository, configure, init, own_setting, setting
    from hundredday.git.revisions import NoCommitYet, UnknownRevision, committed_at, names_since, resolve
    from hundredday.git.state import State, cut_at, cut_commits, head_of, refuse_unsound
    from hundredday.git.streaming import Blobs
    from hundredday.git.undoing import take_back
    from hundredday.git.versions import Version, history

_FILES = {
    "committing": ("commit",),
    "contents": (
        "blob_at_head",
        "content_id",
        "files_at",
        "is_changed",
        "read_blobs",
        "show",
        "tracked",
    ),
    "failing": ("GitFailed", "described"),
    "flushing": ("sync_repository",),
    "locks": ("at_work", "lock_files"),
    "repository": ("Repository", "configure", "init", "own_setting", "setting"),
    "revisions": ("NoCommitYet", "UnknownRevision", "committed_at", "names_since", "resolve"),
    "state": ("State", "cut_at", "cut_commits", "head_of", "refuse_unsound"),
    "streaming": ("Blobs",),
    "undoing": ("take_back",),
    "versions": ("Version", "history"),
}
"""Which file each name is in: a command imports the two or three that it needs."""


def __getattr__(name: str) -> object:
    from importlib import import_module

    for file, names in _FILES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{file}"), name)
    raise AttributeError(name)


__all__ = [
    "Blobs",
    "GitFailed",
    "NoCommitYet",
    "Repository",
    "State",
    "UnknownRevision",
    "Version",
    "at_work",
    "blob_at_head",
    "commit",
    "committed_at",
    "configure",
    "content_id",
    "cut_at",
    "cut_commits",
    "described",
    "files_at",
    "head_of",
    "history",
    "init",
    "is_changed",
    "lock_files",
    "names_since",
    "own_setting",
    "read_blobs",
    "refuse_unsound",
    "resolve",
    "setting",
    "show",
    "sync_repository",
    "take_back",
    "tracked",
]
