"""The contents of many blobs, handed out one by one by a git process that stays."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from hundredday.git.contents import read_blobs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hundredday.git.repository import Repository


class Blobs:
    """The contents that a repository keeps; git is started at the first question and only then.

    Args:
        repository: where they are kept.
        soon: the ids that will be asked for, each once and about in this order: git is kept at work on them.
    """

    def __init__(self, repository: Repository, soon: Iterable[str] = ()) -> None:
        self._soon = dict.fromkeys(soon)
        self._order = iter(tuple(self._soon))
        self._coming = read_blobs(repository, tuple(self._soon))
        self._early: dict[str, bytes] = {}
        self._asked: deque[str] = deque()
        self._answers = read_blobs(repository, iter(self._asked.popleft, None), ahead=1)

    def read(self, blob: str) -> bytes:
        """The content of a blob.

        Raises:
            GitFailed: it is missing or damaged.
        """
        if blob not in self._soon:
            self._asked.append(blob)
            return next(self._answers)
        del self._soon[blob]
        while blob not in self._early:
            self._early[next(self._order)] = next(self._coming)
        return self._early.pop(blob)
