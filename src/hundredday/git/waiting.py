"""Waiting until git has ended, and saying so where it takes long because others have to answer first."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Waiting(NamedTuple):
    """What is said, once, when git has not ended after so many seconds."""

    after: float
    say: Callable[[], None]


def ended(process: subprocess.Popen[bytes], content: bytes, waiting: Waiting) -> tuple[bytes, bytes]:
    """What git wrote to its two outputs, having read the content."""
    try:
        return process.communicate(content, timeout=waiting.after)
    except subprocess.TimeoutExpired:
        waiting.say()
    return process.communicate(content)
