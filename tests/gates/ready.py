"""A challenge that stands before each gate with nothing missing."""

from __future__ import annotations

from datetime import date
from typing import Any

from hundredday.challenge import Challenge
from small_claims import ready

TODAYS = {
    "acceleration": date(2026, 3, 4),
    "launch": date(2026, 4, 1),
    "sustainability": date(2026, 7, 16),
    "closed": date(2026, 8, 20),
}
"""The day on which the challenge stands before each gate."""


def before(gate: str, **changes: Any) -> Challenge:
    """The challenge as it stands before a gate, with changes by path.

    `design__note__mission=None` takes a field out, another value puts it in.
    """
    data = ready()
    _take_back(data, gate)
    for path, value in changes.items():
        _put(data, path.split("__"), value)
    return Challenge.model_validate(data)


def _take_back(data: Any, gate: str) -> None:
    """Take out what has not happened yet when the challenge stands before the gate."""
    if gate != "closed":
        data["phase"] = "acceleration"
        del data["sustainability"], data["lessons"][1:]
    if gate == "launch":
        part = data["acceleration"]
        for later in ("blockers", "reviews", "amendments"):
            del part[later]
        del part["goals"]["days-to-judgment"]["readings"]
    if gate == "acceleration":
        data["phase"] = "design"
        del data["acceleration"], data["lessons"]


def _put(data: Any, path: list[str], value: Any) -> None:
    *way, last = (int(part) if part.isdigit() else _key(part) for part in path)
    for part in way:
        data = data[part]
    if value is None:
        del data[last]
    else:
        data[last] = value


def _key(part: str) -> str:
    """Keys with hyphens are written with a capital at the joint: `daysToJudgment`."""
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in part)
