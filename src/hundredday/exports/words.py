"""Phases as sentences name them."""

from __future__ import annotations

from hundredday.language import N_, _

_PHASES = {
    "design": N_("Design"),
    "acceleration": N_("Acceleration"),
    "sustainability": N_("Sustainability"),
    "closed": N_("closed"),
}


def phase_words(phase: str) -> str:
    """`Design`, `closed`."""
    return _(_PHASES[phase])
