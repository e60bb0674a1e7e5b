"""Launching a challenge: Day 0 is set, and whoever is needed on another clock on the same days is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.desk.gateways import launch_day
from hundredday.desk.people import warn_of_two_clocks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hundredday.challenge import Challenge
    from hundredday.challenge.record import Waiver
    from hundredday.desk.desk import Desk


def launch_one(
    desk: Desk, beginning: str, *, on: str | None, days: int | None, waivers: Sequence[Waiver]
) -> None:
    """Launch one challenge, and say who is on two clocks at once from now on.

    Raises:
        Failure: nothing was changed, and why.
    """
    from hundredday import moves

    def act(challenge: Challenge) -> Challenge:
        return moves.launch(
            challenge,
            start=launch_day(desk, challenge, on),
            days=days,
            settings=desk.accelerator.settings,
            today=desk.today,
            waivers=waivers,
        )

    file = desk.find(beginning)
    warn_of_two_clocks(desk, {file.id: desk.change(beginning, act)})
