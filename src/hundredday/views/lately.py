"""What happened lately to an intake or a partner, the newest first, and where the rest is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.language import _
from hundredday.views.dates import short_date
from hundredday.views.fitting import flow, heading, piece, row
from hundredday.views.mend import mend_lines
from hundredday.views.palette import FAINT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, tzinfo

    from rich.text import Text

    from hundredday.history.timeline import Entry

MOST = 5


def lately_lines(story: Sequence[Entry], *, today: date, zone: tzinfo, width: int) -> Iterator[Text]:
    """The last things of a story, the oldest of which stands first in it; nothing where it is empty."""
    if not story:
        return
    yield from heading(_("Lately"), width=width)
    days = [short_date(one.when.astimezone(zone).date(), today) for one in story[-MOST:]]
    column = max(map(len, days))
    said = ""
    for day, one in zip(reversed(days), reversed(story[-MOST:]), strict=True):
        left = row("  ", piece("" if day == said else day, FAINT, width=column), "  ")
        yield from flow(row(left, piece(one.event.text)), width, indent=left.cell_len)
        said = day
    if len(story) > MOST:
        yield from mend_lines(f"hundredday log {story[0].challenge}", width, indent=2)
