"""Whether a challenge that had ended early goes on in the open: with the reason, and with the end that was taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hundredday.challenge import Challenge
    from hundredday.challenge.record import Reopening


def reopening(before: Challenge, after: Challenge) -> Reopening | None:
    """The entry that says why a challenge goes on; None where there is none, or where it says something else.

    It goes on in the phase that it was closed in, and its entry says of the end what the section closed said.
    """
    closed, known = before.closed, before.reopened
    if not before.ended_early or closed is None or after.phase != before.phase_left:
        return None
    if after.reopened[: len(known)] != known or len(after.reopened) != len(known) + 1:
        return None
    new = after.reopened[-1]
    said = (closed.date, closed.as_, closed.because, closed.by)
    return new if (new.ended.date, new.ended.as_, new.ended.because, new.ended.by) == said else None
