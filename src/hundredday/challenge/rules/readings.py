"""Readings come after the launch, and a guardrail is counted in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.challenge.record import Challenge
    from hundredday.findings import Where
    from hundredday.metrics import Reading


def check_first_readings(challenge: Challenge) -> Iterator[Finding]:
    """What was counted before Day 0 is the baseline, not a reading."""
    start = challenge.clock.start if challenge.clock else None
    for where, readings in _series(challenge):
        for index, reading in enumerate(readings):
            if start is None or reading.date < start:
                launch = f"the launch on {start}" if start else "the launch, which has no date yet"
                yield Finding(
                    "reading-before-launch",
                    f"The reading of {reading.date} lies before {launch}.",
                    "Make it the baseline, mend its date, or set the clock's start.",
                    where=(*where, index, "date"),
                )


def check_guardrail_readings(challenge: Challenge) -> Iterator[Finding]:
    guardrails = challenge.acceleration.guardrails if challenge.acceleration else {}
    for key, guardrail in guardrails.items():
        for index, reading in enumerate(guardrail.readings):
            if isinstance(reading.value, bool):
                yield Finding(
                    "not-a-number",
                    "A guardrail is counted in numbers, not true or false.",
                    "Write a number.",
                    where=("acceleration", "guardrails", key, "readings", index, "value"),
                )


def _series(challenge: Challenge) -> Iterator[tuple[Where, tuple[Reading, ...]]]:
    for key, goal in challenge.goals.items():
        yield ("acceleration", "goals", key, "readings"), goal.readings
    guardrails = challenge.acceleration.guardrails if challenge.acceleration else {}
    for key, guardrail in guardrails.items():
        yield ("acceleration", "guardrails", key, "readings"), guardrail.readings
