"""Specific: the goal states one result that a person outside the team could see.

Good: "A small claim filed in a pilot court is judged the same day". Not yet: "Improve access to
justice" (improved how?), "Train 200 judges" (and then?), "Judge faster and open three courts" (two
results: make the second a goal of its own). The words are looked for in English texts alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hundredday.findings import Finding, Severity
from hundredday.gates.condition import command
from hundredday.gates.smart.letter import Lack
from hundredday.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.challenge import Challenge
    from hundredday.challenge.goal import Goal
    from hundredday.programme import Settings

LETTER = "S"

MOSTLY_ASCII = 0.9
"""The share of ASCII letters from which a text is looked at as English."""

_EXAMPLE = N_("One result that a person outside the team can see")
_OPENING = r"^(?:the team |we )?(?:will |to )?"
_VAGUE = re.compile(
    r"\b(?:improv|enhanc|strengthen|optimi[sz]|facilitat|promot|foster)(?:e|es|ed|ing|s)?\b"
    rf"|{_OPENING}support(?:ing|s)?\b",
    re.IGNORECASE,
)
_ACTIVITY = re.compile(
    _OPENING + r"(?:train|hold|publish|organi[sz]e|conduct|prepare|draft|develop|hire|buy)(?:ing|s)?\b",
    re.IGNORECASE,
)


def lacks(goal: Goal, challenge: Challenge) -> Iterator[Lack]:
    del challenge
    if not goal.specific:
        yield Lack(_("a statement of the result"), "specific", _(_EXAMPLE))


def doubts(key: str, goal: Goal, challenge: Challenge, settings: Settings) -> Iterator[Finding]:
    del challenge, settings
    text = goal.specific or ""
    if not _is_english(text):
        return
    if found := _VAGUE.search(text):
        yield _doubt(
            key,
            _("The goal {key} says “{word}”, which nobody can check.").format(
                key=key, word=found[0].split()[-1]
            ),
        )
    if found := _ACTIVITY.search(text):
        yield _doubt(
            key,
            _("The goal {key} promises an activity (“{word}”), not its result.").format(
                key=key, word=found[0].split()[-1]
            ),
        )
    if re.search(r"\band\b", text, re.IGNORECASE):
        yield _doubt(key, _("The goal {key} seems to hold more than one result (“and”).").format(key=key))


def _doubt(key: str, text: str) -> Finding:
    return Finding(
        "goals-are-smart",
        text,
        command("goal", key, specific=_(_EXAMPLE)),
        Severity.WARNING,
        where=("acceleration", "goals", key, "specific"),
    )


def _is_english(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and sum(map(str.isascii, letters)) >= MOSTLY_ASCII * len(letters)
