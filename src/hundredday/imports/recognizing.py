"""Which field a header means, by the words that people use for it."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hundredday.imports.dates import is_like_a_day
from hundredday.imports.fields import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hundredday.imports.sheets import Raw

NEAR_ENOUGH = 0.78
"""How alike a header and a known word must be."""

_WITH_DAY = re.compile(r"(?P<words>\D*?)[\s:,(]*(?P<day>\d.*?)[\s)]*(г\.?|года|ж\.?|жылы?|م)?[\s)]*")
_LONGEST = 80
"""Characters of a header that may hold a day; a longer text is none, and would cost time."""

_BEFORE_A_DAY = frozenset({"on", "at", "by", "for", "of", "на", "за", "к", "күні", "في", "حتى"})
"""Words between what is counted and the day."""

_ALIKE = str.maketrans("ёأإآىة", "еااايه", "\N{ARABIC TATWEEL}")
"""Letters that people write one for the other."""

_NAMES = frozenset({"title", "challenge"})
"""Fields by which a row says of what challenge it is."""

_SHARED = 100
"""The rank of a header that means something only without the heading that it shares with its neighbours."""


class Meaning(NamedTuple):
    """The field of a header, how telling its word is (the lowest rank most), and whether it is a guess."""

    field: str
    rank: int = 0
    is_near: bool = False


class DayHeaded(NamedTuple):
    """The day at the head of a column, and whether words beside it say that numbers stand below."""

    day: Raw
    has_words: bool


def day_headed(raw: Raw) -> DayHeaded | None:
    """The day of a header such as `20.04.2026`, `Actual on 20.04.2026` or `Факт на 20.04.2026 г.`."""
    if is_like_a_day(raw):
        return DayHeaded(raw, has_words=False)
    if not isinstance(raw, str) or len(raw) > _LONGEST:
        return None
    if not (match := _WITH_DAY.fullmatch(" ".join(raw.split()))):
        return None
    words, numbers, days = header_words(match["words"]), _named("value"), _named("date")
    counts = words in numbers or _before_a_day(words) in numbers
    if not counts and words not in days and _before_a_day(words):
        return None
    return DayHeaded(match["day"], has_words=counts) if is_like_a_day(match["day"]) else None


def _before_a_day(words: str) -> str:
    """The words without the one that leads over to the day."""
    *others, last = words.split() or [""]
    return " ".join(others) if last in _BEFORE_A_DAY else words


@cache
def _named(field: str) -> frozenset[str]:
    return frozenset(map(header_words, KINDS["readings"].words[field]))


def meaning_of(kind: str, raw: Raw, above: str | None = None) -> Meaning | None:
    """What a header means in a table of this kind.

    Args:
        kind: the name of the kind of table.
        raw: the header.
        above: the heading that it shares with its neighbours, where there is one.
    """
    header = header_words(raw)
    if not above or not header:
        return _meaning(kind, header)
    heading = header_words(above)
    both = (f"{heading} {header}", f"{header} {heading}")
    found = (_exact(kind, both[0]), _exact(kind, both[1]), _alone(kind, header, heading))
    return next(filter(None, found), None) or _near(kind, both[0]) or _near(kind, both[1])


def _alone(kind: str, header: str, heading: str) -> Meaning | None:
    """What a header means without the heading above it, where that heading does not make another thing of it."""
    found, is_ours = _exact(kind, header), _exact(kind, heading) is not None
    # The name below `Indicator` is not the name of the challenge, and its date is none of a candidate.
    if found is None or (found.field in _NAMES if is_ours else any(_exact(name, heading) for name in KINDS)):
        return None
    return found._replace(rank=found.rank + _SHARED)


@lru_cache(maxsize=4096)
def _meaning(kind: str, words: str) -> Meaning | None:
    return _exact(kind, words) or _near(kind, words)


def _exact(kind: str, words: str) -> Meaning | None:
    return _known(kind).get(words)


def _near(kind: str, words: str) -> Meaning | None:
    """The field with the word that is most like it, where one is near enough and no other field as near."""
    if len(words) < len("date"):
        return None
    best: dict[str, float] = {}
    for name, known in _known(kind).items():
        best[known.field] = max(best.get(known.field, 0.0), _likeness(words, name))
    (first, alike), (_second, next_alike) = sorted(best.items(), key=lambda pair: -pair[1])[:2]
    return Meaning(first, is_near=True) if alike >= NEAR_ENOUGH and alike > next_alike else None


def _likeness(words: str, name: str) -> float:
    """How alike two texts are; 0 where they cannot be near enough, which is known at once of most."""
    from difflib import SequenceMatcher

    if 2 * min(len(words), len(name)) < NEAR_ENOUGH * (len(words) + len(name)):
        return 0.0
    matcher = SequenceMatcher(None, words, name)
    return matcher.ratio() if matcher.quick_ratio() >= NEAR_ENOUGH else 0.0


@cache
def _known(kind: str) -> Mapping[str, Meaning]:
    """What each word of a kind of table means, as headers are compared."""
    return {
        header_words(name): Meaning(field, rank)
        for field, names in KINDS[kind].words.items()
        for rank, name in enumerate(names, 1)
    }


def header_words(raw: Raw) -> str:
    """A header as it is compared: small letters, no marks, nothing in brackets."""
    if not isinstance(raw, str):
        return ""
    text = unicodedata.normalize("NFKC", raw).casefold().translate(_ALIKE)
    text = "".join(sign for sign in text if unicodedata.category(sign) != "Mn")
    bare = re.sub(r"[(\[].*?[)\]]", " ", text)
    return " ".join(re.findall(r"[^\W_]+", bare)) or " ".join(re.findall(r"[^\W_]+", text))
