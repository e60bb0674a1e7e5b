"""A challenge's id: what it may be, and how it is made from a title in any script."""

from __future__ import annotations

import re
import unicodedata

LONGEST_ID = 60


def is_id(text: str) -> bool:
    """Whether a text can be an id, and a file name, on every system: 1 to 60 of a-z, 0-9 and hyphens."""
    return _ID.fullmatch(text) is not None and text not in RESERVED


def make_id(title: str) -> str:
    """An id made from a title in any script; "" when nothing is left of it, so that a person is asked for one.

    Kazakh and Russian letters follow our own table (Russian as in passports, ICAO Doc 9303); every other
    letter follows anyascii. See `reads_badly`.
    """
    from hundredday.moves.keys import hyphenated

    words = re.findall(r"[a-z0-9]+", _in_ascii(unicodedata.normalize("NFC", title).lower()))
    made = hyphenated(words, LONGEST_ID)
    return made if is_id(made) else ""


def reads_badly(title: str) -> bool:
    """Whether an id made from this title is worth replacing: Arabic, for one, leaves its consonants only."""
    letters = [letter for letter in title if letter.isalpha()]
    ours = sum(unicodedata.name(letter, "").startswith(("LATIN", "CYRILLIC")) for letter in letters)
    return 2 * ours < len(letters)


def _in_ascii(text: str) -> str:
    table = text.translate(_TABLE)
    if table.isascii():
        return table
    from anyascii import anyascii

    return anyascii(table).lower()


RESERVED = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)
"""Names that Windows keeps for its devices, whatever comes after the dot."""

_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?")
_KAZAKH = "ә a, ғ g, қ q, ң ng, ө o, ұ u, ү u, һ h, і i"
_RUSSIAN = (
    "а a, б b, в v, г g, д d, е e, ё e, ж zh, з z, и i, й i, к k, л l, м m, н n, о o, п p, р r, с s, "
    "т t, у u, ф f, х kh, ц ts, ч ch, ш sh, щ shch, ъ ie, ы y, э e, ю iu, я ia"
)
_SILENT = dict.fromkeys("ь'’ʼ`", "")
_TABLE = str.maketrans({**dict(pair.split(" ") for pair in f"{_KAZAKH}, {_RUSSIAN}".split(", ")), **_SILENT})
