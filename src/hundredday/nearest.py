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
        _("The {plural} are: {candidates}.").format(plural=plural, candidates=_some(candidates))
        if candidates
        else _("Take it out: there are no {plural} yet.").format(plural=plural),
    )


def bare(name: str) -> str:
    """A name of a person as it is looked for: capitals, spaces and the dots of ё make no difference."""
    return _folded(name).replace("ё", "е")


def is_part_of(part: str, name: str | None) -> bool:
    """Whether somebody may be meant by a part of their name."""
    return bare(part) in bare(name or "")


def nearest_names(typed: str, names: Iterable[str]) -> tuple[str, ...]:
    """Who was probably meant by a name, or by a word of it, that nobody has."""
    words = {word: name for name in names for word in (bare(name), *bare(name).split())}
    return tuple(dict.fromkeys(words[word] for word in nearest(bare(typed), words, most=3)))


_MOST_NAMED = 20
"""More words than so are no help to anybody."""
_MOST_COMPARED = 500
"""More is no team and no list of goals, and each comparison costs time."""


def _some(words: Sequence[str]) -> str:
    return ", ".join((*words[:_MOST_NAMED], *["…"] * (len(words) > _MOST_NAMED)))


def _folded(word: str) -> str:
    return " ".join(word.casefold().split())
