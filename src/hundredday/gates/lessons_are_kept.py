"""The lessons are kept: at least three, and one of them of what failed.

Everybody writes down what worked. What failed saves the next team its first month, and a challenge in
which nothing failed was not looked at closely.

A good example:

    - {text: Judges adopt what a judge shows them, kind: worked}
    - {text: The e-signature came six weeks after it was promised, kind: failed}
    - {text: Traders preferred a call to an e-mail, kind: surprised}

To open the gate: `hundredday lesson ID TEXT --kind failed`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Finding, Severity
from hundredday.gates.condition import Gate, command
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.programme import Settings

GATE: Gate = "closed"
SEVERITY = Severity.ERROR

FEWEST = 3
"""Lessons of a challenge, at least."""


def check(challenge: Challenge, settings: Settings, today: date) -> Iterator[Finding]:
    del settings, today
    number = len(challenge.lessons)
    if not any(lesson.kind == "failed" for lesson in challenge.lessons):
        mend = command("lesson", _("What failed, and what to do instead"), kind="failed")
        yield Finding("lessons-are-kept", _("No lesson says what failed."), mend, where=("lessons",))
    if number < FEWEST:
        mend = command(
            "lesson", _("What the next team should know ({number})").format(number=number + 1), kind="worked"
        )
        text = _("{number} of at least {fewest} lessons are written down.").format(
            number=number, fewest=FEWEST
        )
        yield Finding("lessons-are-kept", text, mend, where=("lessons",))
