"""Two spellings of one name: capitals, ё, the order of words, another alphabet, one letter."""

from __future__ import annotations

import re
import unicodedata
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from hundredday.challenge.people import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

Slip = Literal["capitals", "yo", "order", "alphabet", "one_letter"]
"""How two spellings of what may be one name differ."""

_SHORTEST = 6
"""One letter tells Dana from Dina: only in words of so many letters can it be a slip."""
_ENDINGS = ("a", "а", "я", "y", "ы")
"""Omarov and Omarova are two people."""


def slips(names: Iterable[str]) -> tuple[tuple[str, str, Slip], ...]:
    """Pairs of names that may be one, in the order of the alphabet, and how they differ.

    Equal names are given once. That two people are called nearly alike is common, so that a single
    letter counts in a long word only, never as its first letter and never as the ending of a gender.
    """
    known = sorted(set(names))
    near: dict[str, list[str]] = {}
    for name in known:
        for key in {_sound(name), *_without_one_letter(_plain(name))}:
            near.setdefault(key, []).append(name)
    pairs = {pair for alike in near.values() for pair in combinations(alike, 2)}
    found = ((one, other, slip_between(one, other)) for one, other in sorted(pairs))
    return tuple((one, other, slip) for one, other, slip in found if slip)


def slip_between(one: str, other: str) -> Slip | None:
    """How two different spellings may be of one name; None where they are of two."""
    plain, rest = _plain(one), _plain(other)
    if folded(one) == folded(other):
        return "capitals"
    if plain == rest:
        return "yo"
    if sorted(plain.split()) == sorted(rest.split()):
        return "order"
    if _sound(one) == _sound(other) != "":
        return "alphabet"
    return "one_letter" if _is_one_letter(plain.split(), rest.split()) else None


def _plain(name: str) -> str:
    return folded(unicodedata.normalize("NFC", name)).replace("ё", "е")


def _sound(name: str) -> str:
    """A name as it sounds in any alphabet that people write it in: Әлия, Aliya and Alia are one."""
    from anyascii import anyascii

    text = re.sub(r"[^a-z0-9 ]", "", anyascii(_plain(name)).lower())
    for written, heard in _HEARD:
        text = text.replace(written, heard)
    return " ".join(sorted(re.sub(r"([a-z])\1+", r"\1", text).split()))


_HEARD = (
    ("dzh", "j"), ("zh", "j"), ("shch", "sh"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("ng", "n"),
    ("x", "ks"), ("q", "k"), ("w", "v"), ("y", "i"), ("ii", "i"), ("io", "e"), ("ie", "e"),
)  # fmt: skip


def _without_one_letter(plain: str) -> set[str]:
    # Two texts that differ in one letter become equal when that letter is left out of one or of both.
    return {plain, *(plain[:at] + plain[at + 1 :] for at in range(len(plain)))}


def _is_one_letter(one: list[str], other: list[str]) -> bool:
    if len(one) != len(other) or len(one) < 2:
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(differing) != 1:
        return False
    short, long = sorted(differing[0], key=len)
    if len(short) < _SHORTEST or short[0] != long[0] or len(long) - len(short) > 1:
        return False
    if len(short) == len(long):
        return sum(a != b for a, b in zip(short, long, strict=True)) == 1 and short[:-1] != long[:-1]
    if long[:-1] == short:
        return not long.endswith(_ENDINGS)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
