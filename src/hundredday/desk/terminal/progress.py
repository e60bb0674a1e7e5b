"""A bar on standard error for what lasts longer than half a second, on a terminal only."""

from __future__ import annotations

import os
import shutil
import sys
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType

    from hundredday.desk.given import Given

PATIENCE = 0.5
"""Seconds before anything is shown."""

_EVERY = 0.1
_LONGEST_BAR = 30


class Progress:
    """How much of so many things is done: drawn in place, and wiped away at the end."""

    def __init__(self, given: Given, words: str, total: int) -> None:
        self._words = words
        self._total = total
        self._done = 0
        self._next = time.monotonic() + PATIENCE
        self._is_drawn = False
        self._is_seen = sys.stderr.isatty() and not given.quiet and os.environ.get("TERM") != "dumb"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._is_drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def advance(self, number: int) -> None:
        """So many more are done."""
        self._done += number
        now = time.monotonic()
        if self._is_seen and now >= self._next:
            self._next = now + _EVERY
            self._is_drawn = True
            sys.stderr.write(f"\r{bar_line(self._words, self._done, self._total, _width())}\x1b[K")
            sys.stderr.flush()


def bar_line(words: str, done: int, total: int, width: int) -> str:
    """One line of at most `width` signs: the words, a bar where there is room for one, and the numbers."""
    numbers = f"{done:,} / {total:,}"
    room = min(_LONGEST_BAR, width - 1 - len(f"{words}    {numbers}"))
    if room < len("━━━━━"):
        return f"{words}  {numbers}"[: max(width - 1, 0)]
    full = room * done // max(total, 1)
    return f"{words}  {'━' * full}{'─' * (room - full)}  {numbers}"


def _width() -> int:
    return shutil.get_terminal_size().columns
