"""The whole accelerator as one JSON document: what its files say and nothing that is computed, piece by piece."""

from __future__ import annotations

import json as notation
import re
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hundredday.programme import Accelerator
    from hundredday.shape import Part

FORMAT = 1
"""Of the document; it grows when a program that reads the old one would misread the new one."""

_UNSEEN = re.compile("[\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


class Said(NamedTuple):
    """What one file says, with its id and its path."""

    id: str
    path: str
    says: Part


class Whole(NamedTuple):
    """Everything that the files say, each kind in the order of ids; challenges may be read one after another."""

    accelerator: Accelerator
    challenges: Iterable[Said]
    training: Iterable[Said] = ()
    exchange: Iterable[Said] = ()


def json(whole: Whole) -> Iterator[bytes]:
    """Settings, challenges, intakes and partner programmes as their files say them; the same on every day.

    No more than one challenge of it is held at a time.
    """
    head = _text({"export": FORMAT, "accelerator": asdict(whole.accelerator)}, "")
    yield head.removesuffix("\n}").encode()
    lists = {
        "challenges": ("challenge", whole.challenges),
        "training": ("intake", whole.training),
        "exchange": ("partner", whole.exchange),
    }
    for name, (word, files) in lists.items():
        yield f',\n  "{name}": ['.encode()
        between = "\n    "
        for one in files:
            entry = {"id": one.id, "path": one.path, word: _said(one.says)}
            yield f"{between}{_text(entry, '    ')}".encode()
            between = ",\n    "
        yield b"]" if between == "\n    " else b"\n  ]"
    yield b"\n}\n"


def _text(value: Mapping[str, object], indent: str) -> str:
    text = notation.dumps(value, ensure_ascii=False, indent=2, default=_plain)
    # Signs that an eye does not see are written out; whoever reads the document gets them back.
    seen = _UNSEEN.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
    return seen.replace("\n", f"\n{indent}")


def _said(part: Part) -> dict[str, Any]:
    said: dict[str, Any] = part.model_dump(exclude_unset=True, by_alias=True)
    return said


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))
