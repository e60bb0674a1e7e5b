"""Files that git has and the folder has no longer: moved by hand, or taken away."""

from __future__ import annotations

import os
import shlex
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from hundredday.desk.files.edited import edited
from hundredday.errors import Refused
from hundredday.git import blob_at_head, content_id, files_at, head_of
from hundredday.language import _
from hundredday.store.walking import CHALLENGES, FOLDERS, names_one

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hundredday.desk.desk import Desk
    from hundredday.git import Repository
    from hundredday.store.folder import ChallengeFile


class Gone(Refused):
    """A file that somebody took away; git still has it."""

    def __init__(self, path: str) -> None:
        back = f"git checkout HEAD -- {shlex.quote(path)}"
        if path.startswith(f"{CHALLENGES}/"):
            mend = _("Bring it back: {back}. A challenge that is over is stopped or declined, not deleted.")
        else:
            mend = _("Bring it back: {back}. Or take it out of git: git rm, then git commit.")
        super().__init__(
            _("{path} is gone from the folder, and git still has it.").format(path=path),
            mend.format(back=back),
        )


def gone(desk: Desk, repository: Repository) -> dict[str, str]:
    """The files of challenges, intakes and partners that the last commit has and the folder has not, with their blobs."""
    head, root = head_of(repository), desk.folder.root
    found, above = {}, repository.above(root)
    for kind in (CHALLENGES, *FOLDERS) if head else ():
        for name, blob in files_at(repository, head or "", root / kind).items():
            path = name.removeprefix(above)
            if names_one(path, kind) and not os.path.lexists(root / path):
                found[path] = blob
    return found


def edited_and_moved(
    desk: Desk, repository: Repository, away: Mapping[str, str], only: ChallengeFile | None
) -> Iterator[tuple[ChallengeFile, str | None]]:
    """The files that are not as they were committed, each with the path that it had, where it was moved by hand.

    A new file is one that is gone, when it has the id of that one in another folder, or the very same content.
    """
    left = {path: blob for path, blob in away.items() if names_one(path, CHALLENGES)}
    for file in edited(desk, repository, only):
        is_new = bool(left) and blob_at_head(repository, desk.folder.absolute(file)) is None
        was = _moved_from(desk, file, left) if is_new else None
        left.pop(was or "", None)
        yield file, was


def _moved_from(desk: Desk, file: ChallengeFile, left: Mapping[str, str]) -> str | None:
    if by_id := [path for path in left if PurePosixPath(path).stem == file.id]:
        return by_id[0]
    try:
        source = desk.folder.read(file)
    except OSError:  # said when it is opened
        return None
    return next((path for path, blob in left.items() if content_id(source, blob) == blob), None)
