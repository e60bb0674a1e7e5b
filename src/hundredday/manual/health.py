"""Health is computed from the readings, and never declared.

A challenge's health is that of its primary goal; a breached guardrail or an overdue critical milestone
makes it at least at_risk. The colour that people declare stands beside it where the two differ. The two
thresholds are settings of the accelerator.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.language import _, ngettext
from hundredday.outlook.forecast import FEWEST_READINGS, FIRST_DAY
from hundredday.programme import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows() -> Iterator[tuple[str, str]]:
    """Each word of health with when it is said."""
    usual = Settings()
    full, short = f"{usual.at_risk_below:g}", f"{usual.off_track_below:g}"
    old = ngettext(
        "The newest reading is older than {n} day.",
        "The newest reading is older than {n} days.",
        usual.stale_after,
    )
    early = _("Before Day {day}, or with fewer than {n} readings.")
    yield "achieved", _("The latest reading reaches the target.")
    yield "on_track", _("The forecast for the last day reaches {full} of the way or more.").format(full=full)
    yield "at_risk", _("It reaches {short} of the way, and not {full}.").format(short=short, full=full)
    yield "off_track", _("It does not reach {short} of the way.").format(short=short)
    yield "stale", old.format(n=usual.stale_after)
    yield "too_early", early.format(day=FIRST_DAY, n=FEWEST_READINGS)
    yield "no_data", _("There is no reading since Day 0, or no target to compare with.")
    yield "missed", _("After the last day: the last reading does not reach the target.")
