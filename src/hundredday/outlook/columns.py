"""The board of a phase: which column each challenge stands in, by how far it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hundredday.challenge import Challenge
    from hundredday.outlook.standing import Standing

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "acceleration": ("preparing", "first_half", "second_half", "clock_has_run"),
    "sustainability": ("handing_over", "promising", "ready_to_close"),
    "closed": ("target_met", "missed", "without_result"),
    "all": ("design", "acceleration", "sustainability", "closed"),
}
"""The columns of each board, from left to right."""


def in_columns(
    phase: str, standings: Iterable[Standing], challenges: Mapping[str, Challenge]
) -> dict[str, list[Standing]]:
    """The challenges of a phase in its columns, in the order given.

    Args:
        phase: one of `COLUMNS`.
        standings: where the challenges stand.
        challenges: the files of those in Sustainability, by id.
    """
    columns: dict[str, list[Standing]] = {name: [] for name in COLUMNS[phase]}
    for standing in standings:
        columns[_column(phase, standing, challenges)].append(standing)
    return columns


def _column(phase: str, standing: Standing, challenges: Mapping[str, Challenge]) -> str:
    if phase == "acceleration":
        return _of_clock(standing)
    if phase == "sustainability":
        return _of_handover(challenges.get(standing.id))
    if phase == "closed":
        outcome = standing.primary.outcome if standing.primary else None
        met = {"surpassed": "target_met", "achieved": "target_met", "missed": "missed"}
        return met.get(outcome or "", "without_result")
    return standing.phase


def _of_clock(standing: Standing) -> str:
    day, days = standing.day, standing.days
    if day is None or days is None or day < 0:
        return "preparing"
    if day > days:
        return "clock_has_run"
    return "first_half" if day * 2 < days else "second_half"


def _of_handover(challenge: Challenge | None) -> str:
    after = challenge.sustainability if challenge else None
    if after is None or after.owner is None or not after.practices:
        return "handing_over"
    is_pledged = any(pledge.signed for pledge in after.pledges)
    is_decided = after.scale is not None and after.scale.path is not None
    return "ready_to_close" if is_pledged and is_decided and after.follow_up else "promising"
