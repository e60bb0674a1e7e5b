"""The record of a challenge: frozen models, one file per phase."""

from __future__ import annotations

from hundredday.challenge.record import PHASES, Challenge, Phase

__all__ = ["PHASES", "Challenge", "Phase"]
