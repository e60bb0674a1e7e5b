"""After a commit: the branch's head is remembered; a rewritten history, a left lock and a wrong clock are said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.desk.clocks import mention_commit
from hundredday.git import described
from hundredday.git.seen import follow, left_lock
from hundredday.harmless import one_line
from hundredday.language import _
from hundredday.store.kept.said_once import is_news

if TYPE_CHECKING:
    from hundredday.desk.desk import Desk
    from hundredday.git import Repository


def remember(desk: Desk, repository: Repository, head: str, *, is_ours: bool = True) -> None:
    """Remember a commit, unless it does not go on from the one remembered last; `is_ours`: it was just made here."""
    if not follow(repository, head):
        desk.hint(
            _("note: commits that were here have vanished from this branch; hundredday audit names them.")
        )
    _mention_lock(desk, repository)
    if is_ours:
        mention_commit(desk, repository, head)


def _mention_lock(desk: Desk, repository: Repository) -> None:
    """Say once that a lock which a killed git has left keeps the mark where it stands."""
    lock = left_lock(repository)
    if lock is not None and is_news(desk.folder, f"seen-lock-{lock.stat().st_mtime_ns}"):
        desk.hint(
            _(
                "note: {lock}. Commits are made all the same, but a history that is rewritten meanwhile"
                " may go unseen."
            ).format(lock=one_line(described(lock)))
            + "\n"
            + _("next: {command}").format(command="hundredday setup --unlock")
        )
