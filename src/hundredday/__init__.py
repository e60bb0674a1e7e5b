"""Run a government accelerator's 100-day challenges from YAML files in git."""

from __future__ import annotations

__version__ = "0.1.0"
