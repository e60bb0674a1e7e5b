"""Phases and healths as sentences name them."""

from __future__ import annotations

from hundredday.language import N_, _

_PHASES = {
    "design": N_("Design"),
    "acceleration": N_("Acceleration"),
    "sustainability": N_("Sustainability"),
    "closed": N_("closed"),
}
_HEALTHS = {
    "off_track": N_("off track"),
    "missed": N_("missed"),
    "at_risk": N_("at risk"),
    "stale": N_("stale"),
    "no_data": N_("no data"),
    "too_early": N_("too early"),
    "on_track": N_("on track"),
    "achieved": N_("achieved"),
}


def phase_words(phase: str) -> str:
    """`Design`, `closed`."""
    return _(_PHASES[phase])


def health_words(health: str) -> str:
    """`at risk`."""
    return _(_HEALTHS[health])
