"""The gate of a story: when it is told in full, and what it offers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from stories import HOLDS, MISSING, RUNNING, Make, Read, screen

if TYPE_CHECKING:
    from datetime import date


def test_in_the_last_two_weeks_the_gate_is_told_in_full_above_the_goals(
    drawn: Make, read: Read, standing: Make, goal: Make, today: date
) -> None:
    challenge, gate = read(RUNNING), {"verdicts": [MISSING, HOLDS], "gate": "sustainability"}

    early = drawn(screen(challenge, standing(days_left=15, goals=(goal(),)), today, **gate))
    late = drawn(screen(challenge, standing(days_left=14, goals=(goal(),)), today, **gate))

    assert "There is no final reading" not in early
    assert late.index("There is no final reading of days-to-judgment.") < late.index("Goal days-to-judgment")


def test_a_gate_that_only_a_waiver_would_open_offers_none(
    drawn: Make, read: Read, standing: Make, goal: Make, today: date
) -> None:
    waits = replace(
        MISSING, name="clock-has-run", mend="hundredday advance small --waive clock-has-run --by Board"
    )

    shown = drawn(
        screen(
            read(RUNNING),
            standing(days_left=3, goals=(goal(),)),
            today,
            verdicts=[waits],
            gate="sustainability",
        )
    )

    assert "✗ clock-has-run" in shown
    assert "--waive" not in shown
