"""A calendar (RFC 5545): every dated thing of every challenge as an event of a whole day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from hundredday.exports.occasions import occasions
from hundredday.harmless import harmless, one_line
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hundredday.exports.occasions import Occasion
    from hundredday.exports.state import Exported, State

_BEFORE_ALL = date(2000, 1, 1)

LONGEST_LINE = 75
"""Octets, not characters, without the line end."""


def ics(state: State) -> bytes:
    """The calendar; an event keeps its UID when its day or its words change, so that calendars update it."""
    realm = _realm(state.name)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//hundredday//hundredday//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{_text(state.name)}",
        f"X-WR-CALNAME:{_text(state.name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        *(line for one in state.challenges for line in _events(one, realm, state.today)),
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _events(one: Exported, realm: str, today: date) -> Iterator[str]:
    # The stamp says when the event was last changed. It comes from what the file says, not from the
    # clock, so that the same file gives the same calendar.
    stamp = f"{_newest_day(one, today):%Y%m%d}T000000Z"
    for occasion in occasions(one):
        yield "BEGIN:VEVENT"
        yield f"UID:{_text(f'{occasion.key}.{one.id}@{realm}')}"
        yield f"DTSTAMP:{stamp}"
        yield f"DTSTART;VALUE=DATE:{occasion.on:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{occasion.on + timedelta(days=1):%Y%m%d}"
        yield f"SUMMARY:{_text(_summary(one, occasion))}"
        yield f"DESCRIPTION:{_text(_description(one, occasion))}"
        yield "TRANSP:TRANSPARENT"
        yield "END:VEVENT"


def _summary(one: Exported, occasion: Occasion) -> str:
    mark = "✓ " if occasion.is_done else ""
    return f"{mark}{one_line(occasion.what)} · {one_line(one.challenge.title)}"


def _description(one: Exported, occasion: Occasion) -> str:
    said = (
        (_("Challenge"), one.id),
        (_("Agency"), one.challenge.agency),
        (_("Who"), occasion.who),
    )
    return "\n".join(f"{word}: {one_line(what)}" for word, what in said if what)


def _newest_day(one: Exported, today: date) -> date:
    """The newest day that the file speaks of and that is not ahead: it moves on as the file does."""
    stated = _days_in(one.challenge.model_dump(exclude_unset=True))
    return max((day for day in stated if day <= today), default=_BEFORE_ALL)


def _days_in(value: Any) -> Iterator[date]:
    if isinstance(value, date):
        yield value
    elif isinstance(value, dict | tuple | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _days_in(part)


def _realm(name: str) -> str:
    """What tells the events of one accelerator from those of another with a challenge of the same id."""
    return f"{blake2b(name.encode(errors='replace'), digest_size=6).hexdigest()}.hundredday"


def _text(text: str) -> str:
    """A text as a property's value: a backslash, semicolon, comma or line end in it is written out."""
    return re.sub(r"[\\;,]", r"\\\g<0>", harmless(text)).replace("\n", "\\n")


def _folded(line: str) -> Iterable[str]:
    """A content line in pieces of at most 75 octets, no character broken; each after the first begins with a space."""
    piece, room = "", LONGEST_LINE
    for sign in line:
        size = len(sign.encode())
        if size > room:
            yield piece
            piece, room = " ", LONGEST_LINE - 1
        piece, room = piece + sign, room - size
    yield piece
