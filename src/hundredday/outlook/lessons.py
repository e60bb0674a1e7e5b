"""Finding lessons by words: which words of theirs are the asked ones, and how much each counts.

No word is taken apart by a language's rules. Two words are the same when their letters are, or alike
when they begin alike and differ only at the end, as the forms of one word do in many languages.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

SHORTEST = 3
"""Letters of the shortest word that is looked for; numbers are looked for whatever their length."""

WEIGHTS: Mapping[str, int] = {"tag": 6, "text": 4, "challenge": 2}
"""What a word counts that stands among the tags, in the lesson, or in the challenge's title, topic or problem.

A word that is only alike counts half.
"""


@dataclass(frozen=True, slots=True)
class Learnt:
    """A lesson, and the challenge in which it was learnt; `accelerator` is None for one's own."""

    text: str
    kind: str | None
    tags: tuple[str, ...]
    date: str | None
    challenge: str
    title: str
    topic: str | None
    phase: str
    problem: str
    path: str
    accelerator: str | None = None


class Match(NamedTuple):
    """An asked word, the word that it was found in, and where that stands."""

    word: str
    found: str
    place: str

    @property
    def is_same(self) -> bool:
        """Whether the very word was found, and not one that begins or is spelt like it."""
        return _bare(self.word) == _bare(self.found)

    @property
    def score(self) -> int:
        return WEIGHTS[self.place] if self.is_same else WEIGHTS[self.place] // 2


class Found(NamedTuple):
    """A lesson that fits, and why; each asked word counts once, where it counts most."""

    learnt: Learnt
    matches: tuple[Match, ...]

    @property
    def score(self) -> int:
        return sum(match.score for match in self.matches)


def search(lessons: Iterable[Learnt], words: Sequence[str]) -> list[Found]:
    """The lessons that have one of the words or more, the best first; all, the newest first, where there is no word.

    Equal ones stand in the order of their days, the newest first.
    """
    asked = tuple(dict.fromkeys(words_of(" ".join(words))))
    found = [Found(one, tuple(_matches(one, asked))) for one in lessons]
    found.sort(key=lambda one: (one.learnt.challenge, one.learnt.text))
    found.sort(key=lambda one: one.learnt.date or "", reverse=True)
    found.sort(key=lambda one: (one.score, len(one.matches)), reverse=True)
    return found if not words else [one for one in found if one.matches]


def nearest(lessons: Iterable[Learnt], text: str, most: int) -> list[Found]:
    """The lessons that are worth reading for whoever writes this text: two words in common, one exactly."""
    close = (
        one
        for one in search(lessons, [text])
        if len(one.matches) > 1 and any(match.is_same for match in one.matches)
    )
    # What two challenges have learnt in the same words is read once.
    said = {one.learnt.text: one for one in reversed(list(close))}
    return list(reversed(said.values()))[:most]


def words_of(text: str) -> Iterator[str]:
    """The words of a text that are worth looking for, in small letters; those of every day are left out."""
    plain = _VOWEL_SIGNS.sub("", unicodedata.normalize("NFKC", text)).casefold()
    for word in re.findall(r"[^\W_]+", plain):
        if (len(word) >= SHORTEST or word.isdigit()) and word not in _EVERYDAY:
            yield word


def _matches(lesson: Learnt, asked: Sequence[str]) -> Iterator[Match]:
    places = {
        "tag": _words(" ".join(lesson.tags)),
        "text": _words(lesson.text),
        "challenge": _words(f"{lesson.title} {lesson.topic or ''} {lesson.problem}"),
    }
    for word in asked:
        bare = _bare(word)
        fitting = [
            Match(word, other, place)
            for place, others in places.items()
            for other, letters in others
            if letters[:_BEGINNING] == bare[:_BEGINNING] and _is_alike(bare, letters)
        ]
        if fitting:
            yield max(fitting, key=lambda match: match.score)


@lru_cache(maxsize=20_000)
def _words(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a text with their bare letters; a challenge's are asked for once for each of its lessons."""
    return tuple((word, _bare(word)) for word in words_of(text))


def _is_alike(one: str, other: str) -> bool:
    """Whether two bare words are the same, or begin alike: in four letters or more, and in nearly all of the longer.

    That is seven tenths of it, or the whole of the shorter with an ending of at most four letters behind.
    """
    if one == other:
        return True
    shorter, longer = sorted((len(one), len(other)))
    if shorter < _BEGINNING or one.isdigit():
        return False
    pairs = enumerate(zip(one, other, strict=False))
    common = next((at for at, (a, b) in pairs if a != b), shorter)
    near = 10 * common >= 7 * longer or (common == shorter and longer - shorter <= 4)
    return common >= _BEGINNING and near


@lru_cache(maxsize=50_000)
def _bare(word: str) -> str:
    """A word without what is written in several ways: the article of Arabic, ё, accents."""
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFKD", word.translate(_SAME).removeprefix("ال"))
    bare = (letter for letter in letters if not unicodedata.combining(letter) or letter == _BREVE)
    return unicodedata.normalize("NFC", "".join(bare))


_BEGINNING = 4
"""Letters in which words that are alike begin alike, at least."""

_BREVE = "\u0306"
"""It makes another letter: й is not и."""

_VOWEL_SIGNS = re.compile("[\u064b-\u065f\u0670\u0640]")
"""The vowel signs of Arabic, and the line that only stretches a word."""

_SAME = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ё": "е"})

_ENGLISH = (
    "the and for with from that this are was has have not its into their they all who what when which one two"
)
_MORE_ENGLISH = "day days year more less than each every will must can"
_RUSSIAN = "для что это как или при его она они все под над без через день дней дня"
_KAZAKH = "және үшін мен бен пен емес бұл сол бар күн күні"
_ARABIC = "من في على إلى عن مع هذا هذه التي الذي كل بعد قبل يوم"
_EVERYDAY = frozenset(f"{_ENGLISH} {_MORE_ENGLISH} {_RUSSIAN} {_KAZAKH} {_ARABIC}".split())
"""Words that stand everywhere and tell nothing, in the four languages."""
