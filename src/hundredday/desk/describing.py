"""Describing a challenge: what was typed, or what a person says when asked, written into its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.desk.accelerator import refuse_unknown
from hundredday.desk.terminal.asking_candidates import described

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hundredday.challenge import Challenge
    from hundredday.desk.desk import Desk


def describe(desk: Desk, id: str, typed: Mapping[str, str | None]) -> None:
    """Write what was typed, by the names of the options; where that is nothing, ask for what is lacking.

    Raises:
        Failure: nothing was said, a topic or a cohort is unknown, or it cannot be written.
    """
    from hundredday import moves
    from hundredday.challenge.people import read_person

    said = described(desk, id, typed)
    refuse_unknown(desk, topic=said["topic"], cohort=said["cohort"])
    sponsor = said["sponsor"]

    def act(challenge: Challenge) -> Challenge:
        return moves.describe(
            challenge,
            title=said["title"],
            topic=said["topic"],
            cohort=said["cohort"],
            agency=said["agency"],
            sponsor=None if sponsor is None else read_person(sponsor),
            priority=said["priority"],
            statement=said["problem"],
            affected=said["affected"],
            evidence=said["evidence"],
        )

    desk.change(id, act)
