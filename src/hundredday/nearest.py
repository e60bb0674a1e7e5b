"""What was probably meant: the nearest known words to one that is not known, and the question that asks."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from hundredday.language import _
from hundredday.language.listing import either

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CUTOFF = 0.6
"""How alike two words must be, from 0 to 1."""
LOOSE = 0.5
"""Enough for words of a short list that is known by heart to nobody, such as the commands."""


def nearest(word: str, known: Iterable[str], *, most: int = 1, cutoff: float = CUTOFF) -> tuple[str, ...]:
    """The known words that were probably meant, the likeliest first; capitals and spaces make no difference."""
    from difflib import get_close_matches

    by_folded = {_folded(one): one for one in islice(known, _MOST_COMPARED)}
    return tuple(by_folded[one] for one in get_close_matches(_folded(word), by_folded, n=most, cutoff=cutoff))


def did_you_mean(near: Sequence[str], otherwise: str) -> str:
    """The question after the nearest words; another sentence where none is near."""
    return _("Did you mean {near}?").format(near=either(near)) if near else otherwise


def meant(word: str, known: Iterable[str], plural: str) -> str:
    """What to write instead of an unknown word: the nearest known one, or all of them."""
    candidates = tuple(known)
    return did_you_mean(
        nearest(word, candidates),
        _("The {plural} are: {candidates}.").format(plural=plural, candidates=", ".join(candidates))
        if candidates
        else _("Take it out: there are no {plural} yet.").format(plural=plural),
    )


_MOST_COMPARED = 500
"""More is no team and no list of goals, and each comparison costs time."""


def _folded(word: str) -> str:
    return " ".join(word.casefold().split())
