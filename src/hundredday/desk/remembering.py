"""After a commit: the branch's head is remembered, and a history that was rewritten is noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.git.seen import follow
from hundredday.language import _

if TYPE_CHECKING:
    from hundredday.desk.desk import Desk
    from hundredday.git import Repository


def remember(desk: Desk, repository: Repository, head: str) -> None:
    """Remember the commit that was just made, unless it does not go on from the one remembered last."""
    if not follow(repository, head):
        desk.hint(
            _("note: commits that were here have vanished from this branch; hundredday audit names them.")
        )
