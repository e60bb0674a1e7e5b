"""Before anything is written: may git commit here, and is anybody else writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.git import refuse_unsound
from hundredday.store.lock import locked

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from hundredday.desk.desk import Desk


def ready_to_write(desk: Desk) -> None:
    """Refuse early what git would refuse later, before anything is written."""
    if desk.repository is None:
        desk.hint("note: this folder is not in git, so there is no audit trail; hundredday init makes one.")
    elif desk.given.commits:
        refuse_unsound(desk.repository)


def lock(desk: Desk) -> AbstractContextManager[None]:
    """The one lock of the folder, around reading, changing, saving and committing."""
    repository = desk.repository
    inside = repository.git_dir / "hundredday.lock" if repository else desk.folder.root / ".hundredday.lock"
    return locked(inside)
