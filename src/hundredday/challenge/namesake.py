"""Finding a person's name in a free text: in any order, in part, with the endings of a case, in another script."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_STEM = 3
_LONG_STEM = 5
_LONGEST_ENDING = 5


class Span(NamedTuple):
    """A piece of a text that is a person's name, and that person's role."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Bearers:
    """The words of names, folded, with the role of whoever bears them; `stems` are the same without an ending."""

    words: Mapping[str, str]
    stems: Mapping[str, str]

    def role_of(self, word: str) -> str | None:
        """The role of whoever has this word in their name; None where it is nobody's."""
        folded = fold(word)
        genitive = (folded[:-1],) if word.isascii() and folded.endswith("s") else ()
        for one in (folded, *genitive, *_without_article(word)):
            if one in self.words:
                return self.words[one]
        for cut in range(min(_LONGEST_ENDING, len(folded) - _SHORTEST_STEM) + 1):
            stem, ending = folded[: len(folded) - cut], folded[len(folded) - cut :]
            # “Very” is no case of Vera: only scripts whose names have cases are read so closely.
            is_case = not word.isascii() and ending in _endings()
            if stem in self.stems and (len(stem) >= _LONG_STEM or is_case):
                return self.stems[stem]
        return None


def bearers_of(names: Iterable[tuple[str, str]]) -> Bearers:
    """The words of these names; of two bearers of one word the first counts."""
    words: dict[str, str] = {}
    stems: dict[str, str] = {}
    for name, role in names:
        for word in _WORD.findall(name):
            folded = fold(word)
            if len(folded) > 1:
                words.setdefault(folded, role)
                for bare in _without_article(word):
                    words.setdefault(bare, role)
            stem = folded.rstrip("aeiou") or folded
            if len(stem) >= _SHORTEST_STEM:
                stems.setdefault(stem, role)
    return Bearers(words, stems)


def spans_of(text: str, bearers: Bearers) -> Iterator[Span]:
    """Where names stand in a text; what belongs to one name, initials too, is one span."""
    found: list[Span] = []
    for word in _WORD.finditer(text):
        # In scripts that have capitals a name begins with one: “ten courts” is not Mr. Ten.
        if word[0][0].islower() or (role := bearers.role_of(word[0])) is None:
            continue
        if found and _joins(text[found[-1].end : word.start()]):
            found[-1] = found[-1]._replace(end=word.end())
        else:
            found.append(Span(word.start(), word.end(), role))
    for span in found:
        before = _INITIALS.search(text[: span.start])
        after = _INITIALS_BEHIND.match(text[span.end :])
        yield Span(
            before.start() if before else span.start, span.end + (after.end() if after else 0), span.role
        )


_INITIALS = re.compile(r"(?:(?<![^\W\d_])[^\W\d_]\.[ \N{NO-BREAK SPACE}]*)+$")
_INITIALS_BEHIND = re.compile(r"(?:[ \N{NO-BREAK SPACE}]+[^\W\d_]\.)+(?=\W|$)")


def _joins(between: str) -> bool:
    """Whether what stands between two words of names keeps them one name: spaces, a hyphen, initials."""
    return re.fullmatch(r"[\s\-‑’']*(?:[^\W\d_]\.\s*)*", between) is not None


def fold(word: str) -> str:
    """A word in small Latin letters, so that one name in two scripts is one name."""
    small = word.casefold()
    if not small.isascii():
        from anyascii import anyascii

        small = anyascii(small).lower()
    for written, meant in _SOUNDS:
        small = small.replace(written, meant)
    return re.sub(r"[^a-z]", "", re.sub(r"(.)\1+", r"\1", small))


_SOUNDS = (
    *(("kh", "h"), ("zh", "j"), ("dj", "j"), ("ts", "c"), ("ya", "ia"), ("yu", "iu"), ("yo", "e")),
    *(("y", "i"), ("w", "v"), ("q", "k"), ("x", "ks")),
)
"""How one sound is written in several ways, when Cyrillic and Arabic are written in Latin letters."""


def _without_article(word: str) -> tuple[str, ...]:
    """An Arabic word without what may be joined to its beginning: the article, and, with, to, for."""
    if not "\u0600" <= word[0] <= "\u06ff":
        return ()
    bare = re.sub(r"^[وفبلك]?(?:ال)?", "", word)
    return (fold(bare),) if len(bare) > 2 else ()


_RUSSIAN = "а у е и ы ю я ой ей ою ею ом ем ым им ам ям ах ях ами ями ого его ому ему ых их ыми"
_KAZAKH = (
    "ның нің дың дің тың тің ға ге қа ке на не ды ді ты ті ны ні да де та те "
    "дан ден тан тен нан нен мен бен пен лар лер дар дер тар тер"
)


@cache
def _endings() -> frozenset[str]:
    """The endings of cases in Russian and Kazakh."""
    return frozenset(fold(ending) for ending in f"{_RUSSIAN} {_KAZAKH}".split())
