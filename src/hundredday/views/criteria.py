"""The criteria of the long list in words, and their weights in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hundredday.programme import Weights

_WORDS: Mapping[str, str] = {
    "impact": N_("impact"),
    "urgency": N_("urgency"),
    "feasibility": N_("feasibility"),
    "cross_agency": N_("cross agency"),
    "data": N_("data"),
    "backing": N_("backing"),
}


def criterion_word(name: str) -> str:
    """A criterion as people read it."""
    return _(_WORDS[name])


def criterion_head(name: str) -> str:
    """A criterion above its column: its first three letters, after the Arabic article."""
    return criterion_word(name).removeprefix("ال")[:3]


def weights_words(weights: Weights) -> str:
    """The weights in a sentence: only those that differ from the others are named."""
    given = {name: float(getattr(weights, name)) for name in _WORDS}
    usual = max(set(given.values()), key=lambda weight: (list(given.values()).count(weight), weight))
    named = [f"{criterion_word(name)} {weight:g}" for name, weight in given.items() if weight != usual]
    if not named:
        return _("All criteria weigh the same.")
    return _("Weights: {named}; the others {usual}.").format(named=", ".join(named), usual=f"{usual:g}")
