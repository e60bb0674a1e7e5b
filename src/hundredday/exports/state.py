"""Everything that an export may speak of: the accelerator as it is on a day, and what happened in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.history.timeline import Entry
    from hundredday.outlook.agenda import Due
    from hundredday.outlook.follow_up import FollowUpLook
    from hundredday.outlook.standing import Standing
    from hundredday.programme import Accelerator


@dataclass(frozen=True, slots=True)
class Exported:
    """One challenge: what its file says, where it stands, what is still due, and its follow-ups."""

    challenge: Challenge
    standing: Standing
    dues: tuple[Due, ...]
    follow_ups: tuple[FollowUpLook, ...]

    @property
    def id(self) -> str:
        return self.standing.id


@dataclass(frozen=True, slots=True)
class State:
    """An accelerator on a day, or the part of it that was asked for.

    `entries` is what happened, oldest first, beside the challenges too where all is asked for; `has_history` is
    no where nothing is known of that: the folder is not in git, or nothing was committed yet, or the format
    does not ask.
    """

    name: str
    accelerator: Accelerator
    today: date
    challenges: tuple[Exported, ...]
    entries: tuple[Entry, ...] = ()
    has_history: bool = False
