"""The nearest known word to one that is not known."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from hundredday.challenge.people import folded
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant; None when none is near."""
    from difflib import get_close_matches

    by_folded = {folded(candidate): candidate for candidate in islice(known, _MOST_COMPARED)}
    near = get_close_matches(folded(word), by_folded, n=1, cutoff=0.6)
    return by_folded[near[0]] if near else None


_MOST_COMPARED = 200
"""More is no team and no list of goals, and each comparison costs time."""


def meant(word: str, known: Iterable[str], plural: str) -> str:
    """What to write instead of an unknown word: the nearest known one, or all of them."""
    candidates = tuple(known)
    if near := nearest(word, candidates):
        return _("Did you mean {near}?").format(near=near)
    return (
        _("The {plural} are: {candidates}.").format(plural=plural, candidates=", ".join(candidates))
        if candidates
        else _("Take it out: there are no {plural} yet.").format(plural=plural)
    )
