"""The whole accelerator as one JSON document: what its files say and nothing that is computed."""

from __future__ import annotations

import json as notation
import re
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hundredday.exports.state import State
    from hundredday.shape import Part

FORMAT = 1
"""Of the document; it grows when a program that reads the old one would misread the new one."""

_REGISTERS = {"training": "intake", "exchange": "partner"}
"""The folders beside the challenges, and what a file in each is called."""

_UNSEEN = re.compile("[\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def json(state: State) -> bytes:
    """Settings, challenges, intakes and partner programmes as their files say them, by id; the same on every day."""
    document = {
        "export": FORMAT,
        "accelerator": asdict(state.accelerator),
        "challenges": [
            {"id": one.id, "path": one.standing.path, "challenge": _said(one.challenge)}
            for one in sorted(state.challenges, key=lambda one: one.id)
        ],
        **{folder: _registered(state, folder, word) for folder, word in _REGISTERS.items()},
    }
    text = notation.dumps(document, ensure_ascii=False, indent=2, default=_plain)
    # Signs that an eye does not see are written out; whoever reads the document gets them back.
    return (_UNSEEN.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text) + "\n").encode()


def _registered(state: State, folder: str, word: str) -> list[dict[str, Any]]:
    found = sorted((one for one in state.registers if one.folder == folder), key=lambda one: one.id)
    return [{"id": one.id, "path": one.path, word: _said(one.says)} for one in found]


def _said(part: Part) -> dict[str, Any]:
    said: dict[str, Any] = part.model_dump(exclude_unset=True, by_alias=True)
    return said


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))
