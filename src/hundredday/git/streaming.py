"""The contents of many blobs, handed out one by one by a git process that stays."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from hundredday.git.contents import read_blobs

if TYPE_CHECKING:
    from hundredday.git.repository import Repository


class Blobs:
    """The contents that a repository keeps; git is started at the first question and only then."""

    def __init__(self, repository: Repository) -> None:
        self._asked: deque[str] = deque()
        self._answers = read_blobs(repository, iter(self._asked.popleft, None))

    def read(self, blob: str) -> bytes:
        """The content of a blob.

        Raises:
            GitFailed: it is missing or damaged.
        """
        self._asked.append(blob)
        return next(self._answers)
