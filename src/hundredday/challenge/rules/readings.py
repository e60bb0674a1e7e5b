"""Readings come after the launch, and a guardrail is counted in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Finding
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge.record import Challenge
    from hundredday.findings import Where
    from hundredday.metrics import Reading


def check_first_readings(challenge: Challenge) -> Iterator[Finding]:
    """What was counted before Day 0 is the baseline, not a reading."""
    start = challenge.start
    for where, readings in _series(challenge):
        for index, reading in enumerate(readings):
            if start is None or reading.date < start:
                yield _too_early(reading, start, (*where, index, "date"))
            if start is None:
                break  # one cause for all of them: it is said once, at the first


def check_guardrail_readings(challenge: Challenge) -> Iterator[Finding]:
    guardrails = challenge.acceleration.guardrails if challenge.acceleration else {}
    for key, guardrail in guardrails.items():
        for index, reading in enumerate(guardrail.readings):
            if isinstance(reading.value, bool):
                yield Finding(
                    "not-a-number",
                    _("A guardrail is counted in numbers, not true or false."),
                    _("Write the number that was counted."),
                    where=("acceleration", "guardrails", key, "readings", index, "value"),
                )


def _too_early(reading: Reading, start: date | None, where: Where) -> Finding:
    text, mend = (
        _("The reading of {date} lies before the launch on {start}.").format(date=reading.date, start=start),
        _("Make it the baseline, or mend its date."),
    )
    if start is None:
        text = _("A reading of {date} stands here, and the clock has no start.").format(date=reading.date)
        mend = _("Say when the clock starts, or make the reading the baseline.")
    return Finding("reading-before-launch", text, mend, where=where)


def _series(challenge: Challenge) -> Iterator[tuple[Where, tuple[Reading, ...]]]:
    for key, goal in challenge.goals.items():
        yield ("acceleration", "goals", key, "readings"), goal.readings
    guardrails = challenge.acceleration.guardrails if challenge.acceleration else {}
    for key, guardrail in guardrails.items():
        yield ("acceleration", "guardrails", key, "readings"), guardrail.readings
