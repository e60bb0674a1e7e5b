"""The standing programme around the challenges."""

from __future__ import annotations

from hundredday.programme.accelerator import Accelerator, Cohort, Settings

__all__ = ["Accelerator", "Cohort", "Settings"]
