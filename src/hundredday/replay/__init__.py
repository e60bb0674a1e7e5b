"""The commands that a team would have typed, told again from a finished record."""

from __future__ import annotations

from hundredday.replay.shift import moved_by
from hundredday.replay.story import Step, last_day_in, steps

__all__ = ["Step", "last_day_in", "moved_by", "steps"]
