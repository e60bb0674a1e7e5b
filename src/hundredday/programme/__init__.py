"""The standing programme around the challenges."""

from __future__ import annotations

from hundredday.programme.accelerator import Accelerator, Cohort, Settings, Weights

__all__ = ["Accelerator", "Cohort", "Settings", "Weights"]
