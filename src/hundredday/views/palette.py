"""The few styles, and a sign and a word for every health and every answer of a gate.

Colours are the terminal's own, so they are readable on dark and on light; none is the only sign of anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hundredday.language import N_, _

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
    english: str
    style: str

    @property
    def word(self) -> str:
        """Its word, in the language that is spoken."""
        return _(self.english)


HEALTH_MARKS: Mapping[str, Mark] = {
    "off_track": Mark("■", N_("off track"), BAD),
    "missed": Mark("✗", N_("missed"), BAD),
    "at_risk": Mark("▲", N_("at risk"), DOUBTFUL),
    "stale": Mark("◇", N_("stale"), DOUBTFUL),
    "no_data": Mark("○", N_("no data"), FAINT),
    "too_early": Mark("◔", N_("too early"), FAINT),
    "on_track": Mark("●", N_("on track"), GOOD),
    "achieved": Mark("✓", N_("achieved"), GOOD),
}
"""The most urgent first, as they are counted in the header."""

NO_HEALTH = Mark("·", "", FAINT)

HOLDS = Mark("✓", N_("holds"), GOOD)
MISSING = Mark("✗", N_("missing"), BAD)
WARNING = Mark("!", N_("warning"), DOUBTFUL)
WAIVED = Mark("~", N_("waived"), DOUBTFUL)

DECLARED_STYLES: Mapping[str, str] = {"green": GOOD, "amber": DOUBTFUL, "red": BAD}

PHASES = ("acceleration", "design", "sustainability", "closed")
"""In the order in which the portfolio shows them."""


def health_mark(health: str | None) -> Mark:
    """The mark of a health; a quiet dot where there is no answer yet."""
    return HEALTH_MARKS.get(health or "", NO_HEALTH)
