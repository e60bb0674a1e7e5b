"""Before anything is written: may git commit here, and is anybody else writing."""

from __future__ import annotations

import time
from contextlib import contextmanager
from shutil import which
from typing import TYPE_CHECKING

from hundredday.desk.recovering import recover
from hundredday.git import GitFailed, refuse_unsound
from hundredday.language import _
from hundredday.store.kept.said_once import is_news
from hundredday.store.saving.lock import locked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from hundredday.desk.desk import Desk

PATIENCE = 10.0
"""Seconds to wait for somebody else who writes."""

SOON = 0.5
"""Seconds for which it is believed that git can commit here."""


def ready_to_write(desk: Desk) -> None:
    """Refuse early what git would refuse later, before anything is written."""
    if desk.repository is None and desk.given.commits and _has_a_git_folder(desk):
        raise _unseen()
    if desk.repository is None and is_news(desk.folder, "no-audit-trail"):
        desk.hint(
            _("note: this folder is not in git, so there is no audit trail; hundredday init makes one.")
        )
    elif desk.repository is not None and desk.given.commits:
        desk.author = refuse_unsound(desk.repository).author
        desk.was_ready = time.monotonic()


def _has_a_git_folder(desk: Desk) -> bool:
    return any((folder / ".git").exists() for folder in (desk.folder.root, *desk.folder.root.parents))


def _unseen() -> GitFailed:
    if which("git"):
        return GitFailed(
            _("There is a .git here in which git sees no repository, so the change cannot be committed."),
            _("Mend it, or take a fresh clone; or change the file now and commit later, with --no-commit."),
            code="unseen",
        )
    return GitFailed(
        _("This folder is in git, but the git program is not found, so the change cannot be committed."),
        _("Install git; or change the file now and commit later, with --no-commit."),
        code="no-git",
    )


@contextmanager
def lock(desk: Desk) -> Iterator[None]:
    """The one lock of the folder, around reading, changing, saving and committing.

    What a run before was killed in is finished or undone first. Where the lock was waited for, or an
    editor, git is asked once more whether it can commit: meanwhile a rebase may have begun.
    """
    with hold(desk):
        if desk.was_ready is not None and time.monotonic() - desk.was_ready > SOON:
            ready_to_write(desk)
        recover(desk)
        yield


def hold(desk: Desk) -> AbstractContextManager[None]:
    """The lock alone."""
    repository = desk.repository
    inside = repository.git_dir / "hundredday.lock" if repository else desk.folder.root / ".hundredday.lock"
    return locked(inside, wait=PATIENCE, say=desk.hint)
