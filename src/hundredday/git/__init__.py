"""Git, and the only room that runs it: reading safely in a stranger's folder, committing one change whole."""

from __future__ import annotations

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
from hundredday.git.failing import GitFailed
from hundredday.git.repository import Repository, configure, init, setting
from hundredday.git.revisions import NoCommitYet, UnknownRevision, resolve
from hundredday.git.state import State, cut_at, head_of, refuse_unsound, state
from hundredday.git.versions import Version, history

__all__ = [
    "GitFailed",
    "NoCommitYet",
    "Repository",
    "State",
    "UnknownRevision",
    "Version",
    "blob_at_head",
    "commit",
    "configure",
    "content_id",
    "cut_at",
    "files_at",
    "head_of",
    "history",
    "init",
    "is_changed",
    "read_blobs",
    "refuse_unsound",
    "resolve",
    "setting",
    "show",
    "state",
    "tracked",
]
