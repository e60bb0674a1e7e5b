"""Health is computed from the readings, and never declared.

A challenge's health is that of its primary goal; a breached guardrail or an overdue critical milestone
makes it at least at_risk. The colour that people declare stands beside it where the two differ. The two
thresholds are settings of the accelerator.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.outlook.forecast import FEWEST_READINGS, FIRST_DAY
from hundredday.programme import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows() -> Iterator[tuple[str, str]]:
    """Each word of health with when it is said."""
    usual = Settings()
    yield "achieved", "The latest reading reaches the target."
    yield "on_track", f"The forecast for the last day reaches {usual.at_risk_below:g} of the way or more."
    yield "at_risk", f"It reaches {usual.off_track_below:g} of the way, and not {usual.at_risk_below:g}."
    yield "off_track", f"It does not reach {usual.off_track_below:g} of the way."
    yield "stale", f"The newest reading is older than {usual.stale_after} days."
    yield "too_early", f"Before Day {FIRST_DAY}, or with fewer than {FEWEST_READINGS} readings."
    yield "no_data", "There is no reading since Day 0, or no target to compare with."
    yield "missed", "After the last day: the last reading does not reach the target."
