"""The commands that a team would have typed, told again from a finished record."""

from __future__ import annotations

from hundredday.replay.shift import moved_by
from hundredday.replay.story import Step, last_day_in, steps
from hundredday.replay.training import intake_steps

__all__ = ["Step", "intake_steps", "last_day_in", "moved_by", "steps"]
