"""The three phases of a challenge, and the gates between them.

Every challenge is one file. Its `phase` says where it stands, and only a gate moves it on: `hundredday
advance ID --check` shows what is still missing, each with the command that mends it. Inside Acceleration
the launch starts the clock and freezes the goals: `hundredday launch ID --check`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows() -> Iterator[tuple[str, str]]:
    """What happens in each phase."""
    yield (
        "design",
        _("Proposed, scored and selected; problem, sponsor and stakeholders; a short challenge note."),
    )
    yield (
        "acceleration",
        _("A team sets its goals; Day 0; results in 100 days or less, with weekly readings."),
    )
    yield (
        "sustainability",
        _("A permanent owner, signed pledges, a scale decision, lessons, and days to look again."),
    )
    yield "closed", _("Completed, stopped or declined. Readings may go on, to see whether the result holds.")
