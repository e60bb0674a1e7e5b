"""The commit message of a change: a sentence for people, and trailers for machines."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hundredday.harmless import one_line
from hundredday.history.event import EVENTS, OF_ACCELERATOR, Event
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

SUBJECT = 72
"""Characters after which a subject names one event and counts the others."""

LONGEST_SUBJECT = 120
"""Characters after which a subject is cut; the body then has the whole sentence."""


def subject(id: str, events: Sequence[Event]) -> str:
    """What happened, in one line: `small-claims-in-a-day: 33 days to judgment on Day 21`."""
    head = f"{one_line(id)}: "
    sentences = [one_line(event.text) for event in events] or [_("nothing changed")]
    for whole in ("; ".join(sentences), "; ".join(_folded(events))):
        if whole and len(head) + len(whole) <= SUBJECT:
            return head + whole
    first, many = _first(events)
    line = head + first
    rest = _(" and {events} more").format(events=len(events) - many) if len(events) > many else ""
    if len(line) + len(rest) > LONGEST_SUBJECT:
        line = f"{line[: LONGEST_SUBJECT - len(rest) - 1].rstrip()}…"
    return line + rest


def message(id: str, events: Sequence[Event], *, day: int | None = None, of: str = "Challenge") -> str:
    """The whole message: subject, one line for each event where the subject does not say all, trailers.

    `day` is the day count to state; where it is None, the latest day that an event is about counts.
    `of` is the trailer that names what the events are of.
    No text of a user ever begins a line, so that none can be read as a trailer.
    """
    first = subject(id, events)
    sentences = [one_line(event.text) for event in events]
    is_told = all(first == f"{one_line(id)}: {sentence}" for sentence in sentences)
    body = [] if is_told else [f"- {sentence}" for sentence in sentences]
    paragraphs = ([first], body, _trailers(id, events, day, of))
    return "\n\n".join("\n".join(lines) for lines in paragraphs if lines) + "\n"


def _folded(events: Sequence[Event]) -> list[str]:
    counts = Counter(event.name for event in events)
    called = {**EVENTS, **OF_ACCELERATOR}
    named = dict(zip([event.name for event in events][::-1], events[::-1], strict=True))
    return [
        one_line(named[name].text) if count == 1 else f"{count} {_(called.get(name, name))}"
        for name, count in counts.items()
    ]


def _first(events: Sequence[Event]) -> tuple[str, int]:
    count = sum(event.name == events[0].name for event in events)
    return (_folded(events)[0], count)


def _trailers(id: str, events: Sequence[Event], day: int | None, of: str) -> list[str]:
    days = [number for event in events if isinstance(number := event.detail.get("day"), int)]
    latest = max(days, default=None) if day is None else day
    return [
        f"{of}: {one_line(id)}",
        *(f"Event: {name}" for name in dict.fromkeys(event.name for event in events)),
        *([f"Day: {latest}"] if latest is not None and latest >= 0 else []),
    ]
