"""The last head of a branch that this tool has seen: a reference of our own that only moves forward."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from hundredday.git.refs import ref_in
from hundredday.git.running import FLUSHED, attempt

if TYPE_CHECKING:
    from pathlib import Path

    from hundredday.git.repository import Repository


def follow(repository: Repository, head: str) -> bool:
    """Move the mark to a head that goes on from it; False when it does not, and the mark stays.

    In the usual case, a head whose parent was seen last, this is one short process. Where the mark
    cannot be written (a read-only folder) nothing happens.
    """
    mark = _mark(repository)
    if mark is None or is_seen(repository, head):
        return True
    if _moved(repository, mark, head, f"{head}^"):
        return True
    known = seen(repository)
    if known is None:
        _moved(repository, mark, head, "0" * len(head))
        return True
    if not goes_on(repository, known, head):
        return False
    _moved(repository, mark, head, known)
    return True


def accept(repository: Repository, head: str) -> None:
    """Move the mark to a head, wherever it was: somebody has looked at what vanished."""
    if mark := _mark(repository):
        attempt(repository.root, *FLUSHED, "update-ref", mark, head)


def seen(repository: Repository) -> str | None:
    """The id of the commit that the branch stood on when it was seen last; None when it never was."""
    mark = _mark(repository)
    if mark is None:
        return None
    answer = attempt(repository.root, "rev-parse", "--verify", "--quiet", f"{mark}^{{commit}}")
    return answer.text if answer.code == 0 else None


def left_lock(repository: Repository) -> Path | None:
    """The lock of the mark, when it is older than any git that could still hold it; the mark then stays where it is."""
    mark = _mark(repository)
    if mark is None:
        return None
    lock = repository.common_dir / f"{mark}.lock"
    try:
        return lock if time.time() - lock.stat().st_mtime > _LEFT_BEHIND else None
    except OSError:
        return None


def is_seen(repository: Repository, head: str) -> bool:
    """Whether a head is the commit that was seen last, without asking git; False where only git can tell."""
    mark = _mark(repository)
    return mark is not None and ref_in(repository.common_dir, mark) == head


def goes_on(repository: Repository, earlier: str, later: str) -> bool:
    """Whether a commit is the other one or has it among its ancestors."""
    if earlier == later:
        return True
    return attempt(repository.root, "merge-base", "--is-ancestor", earlier, later).code == 0


def _moved(repository: Repository, mark: str, new: str, old: str) -> bool:
    # As reading is run, without hooks: the mark is ours alone, and a look at a stranger's folder moves it too.
    return attempt(repository.root, *FLUSHED, "update-ref", mark, new, old).code == 0


def _mark(repository: Repository) -> str | None:
    """The name of the mark of the present branch; None when HEAD is on none."""
    try:
        named = (repository.git_dir / "HEAD").read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    branch = named.removeprefix("ref: refs/heads/")
    if branch == ".invalid":  # branches are kept in tables, not in files: git has to be asked
        branch = attempt(repository.root, "symbolic-ref", "HEAD").text.removeprefix("refs/heads/")
    elif branch == named:
        return None
    return f"refs/hundredday/seen/{branch}" if branch else None


_LEFT_BEHIND = 10
"""Seconds after which a lock is no longer that of a git at work: the mark is moved in milliseconds."""
