"""Several words as one in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence


def either(words: Sequence[str]) -> str:
    """One of them: `a`, `a or b`, `a, b or c`; there is at least one."""
    *first, last = words
    return _("{first} or {last}").format(first=", ".join(first), last=last) if first else last
