"""Keys made from texts: the short names by which goals, milestones and blockers are referred to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

LONGEST_KEY = 40


def make_key(text: str, taken: Container[str] = ()) -> str:
    """A key made from a text in any script: whole lower-case ASCII words, at most 40 characters.

    A key that is taken gets -2, -3 and so on. A text without letters or digits gives `item`.
    """
    made = hyphenated(_words(text), LONGEST_KEY) or "item"
    return made if made not in taken else _numbered(made, taken)


def hyphenated(words: list[str], longest: int) -> str:
    """As many whole words as fit, with hyphens between them; of a first word that is too long, as much as fits."""
    made = ""
    for word in words:
        longer = f"{made}-{word}" if made else word[:longest]
        if len(longer) > longest:
            break
        made = longer
    return made


def _numbered(made: str, taken: Container[str]) -> str:
    number = 2
    while (key := f"{made[: LONGEST_KEY - 1 - len(str(number))].rstrip('-')}-{number}") in taken:
        number += 1
    return key


def _words(text: str) -> list[str]:
    if not text.isascii():
        from anyascii import anyascii

        text = anyascii(text)
    return re.findall(r"[a-z0-9]+", text.lower().replace("'", ""))
