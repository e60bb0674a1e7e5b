"""The colour that people declared, where the readings give another health."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from hundredday.language import _
from hundredday.language.keywords import word
from hundredday.outlook.gap import gap
from hundredday.views.palette import DECLARED_STYLES

if TYPE_CHECKING:
    from hundredday.outlook.standing import Standing


def disagrees(standing: Standing) -> bool:
    """Whether people declared another colour than the one that the readings give."""
    return gap(standing.declared, standing.health) is not None


def declared_words(standing: Standing) -> Text:
    """`declared green`, where the readings say something else; otherwise nothing."""
    if not standing.declared or not disagrees(standing):
        return Text()
    return Text.assemble(_("declared "), (word(standing.declared), DECLARED_STYLES[standing.declared]))
