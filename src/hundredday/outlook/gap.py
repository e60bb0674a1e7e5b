"""The difference between the colour that people declared and the health that the readings give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.language import _
from hundredday.language.keywords import word

if TYPE_CHECKING:
    from collections.abc import Mapping

_AGREES: Mapping[str, tuple[str, ...]] = {
    "green": ("on_track", "achieved", "too_early"),
    "amber": ("at_risk", "stale", "no_data", "too_early"),
    "red": ("off_track", "missed", "too_early"),
}
"""Which healths each colour may stand for; before there is a forecast every colour may."""


def gap(declared: str | None, health: str | None) -> str | None:
    """`declared green, computed off track`, or None where the two agree or one of them is silent."""
    if declared is None or health is None or health in _AGREES.get(declared, ()):
        return None
    return _("declared {declared}, computed {computed}").format(
        declared=word(declared), computed=word(health)
    )
