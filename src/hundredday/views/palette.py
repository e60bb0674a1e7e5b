"""The few styles, and a sign and a word for every health and every answer of a gate.

Colours are the terminal's own, so they are readable on dark and on light; none is the only sign of anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLE = "bold"
FAINT = "dim"
GOOD = "green"
DOUBTFUL = "yellow"
BAD = "red"
NOW = "cyan"


class Mark(NamedTuple):
    """How one state is shown: a sign with a shape of its own, a word, and a style."""

    sign: str
    word: str
    style: str


HEALTH_MARKS: Mapping[str, Mark] = {
    "off_track": Mark("■", "off track", BAD),
    "missed": Mark("✗", "missed", BAD),
    "at_risk": Mark("▲", "at risk", DOUBTFUL),
    "stale": Mark("◇", "stale", DOUBTFUL),
    "no_data": Mark("○", "no data", FAINT),
    "too_early": Mark("◔", "too early", FAINT),
    "on_track": Mark("●", "on track", GOOD),
    "achieved": Mark("✓", "achieved", GOOD),
}
"""The most urgent first, as they are counted in the header."""

NO_HEALTH = Mark("·", "", FAINT)

HOLDS = Mark("✓", "holds", GOOD)
MISSING = Mark("✗", "missing", BAD)
WARNING = Mark("!", "warning", DOUBTFUL)
WAIVED = Mark("~", "waived", DOUBTFUL)

DECLARED_STYLES: Mapping[str, str] = {"green": GOOD, "amber": DOUBTFUL, "red": BAD}

PHASE_WORDS: Mapping[str, str] = {
    "acceleration": "Acceleration",
    "design": "Design",
    "sustainability": "Sustainability",
    "closed": "Closed",
}
"""In the order in which the portfolio shows them."""


def health_mark(health: str | None) -> Mark:
    """The mark of a health; a quiet dot where there is no answer yet."""
    return HEALTH_MARKS.get(health or "", NO_HEALTH)
