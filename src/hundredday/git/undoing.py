"""Taking back commits that were made a moment ago, when what belongs with them failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.git.failing import explain
from hundredday.git.running import write
from hundredday.git.seen import accept

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hundredday.git.repository import Repository


def take_back(repository: Repository, before: str | None, now: str, paths: Sequence[Path]) -> None:
    """Move the branch back from a head to the one before, if nobody has moved it meanwhile; files are left alone.

    Args:
        repository: where the commits are.
        before: the head to go back to; None where there was no commit.
        now: the head that the last of our commits made.
        paths: the files of those commits; what else is staged stays staged.

    Raises:
        GitFailed: the branch stands where it stood.
    """
    move = ("HEAD", before, now) if before else ("-d", "HEAD", now)
    answer = write(repository.root, "update-ref", "-m", "hundredday: taken back", *move)
    if answer.code != 0:
        raise explain(("update-ref",), answer.stderr)
    names = [repository.relative(path) for path in paths]
    if before:
        write(repository.root, "reset", "--quiet", "--", *names)
        accept(repository, before)
    else:
        write(repository.root, "update-index", "--force-remove", "--", *names)
