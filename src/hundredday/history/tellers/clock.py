"""The clock: launched once, and every change of it after that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.history.leaves import changes
from hundredday.history.pair import Pair, Told
from hundredday.history.words import change_words
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

_WHERE = (("acceleration", "clock"),)


def tell_clock(pair: Pair) -> Iterator[Told]:
    """The launch, or a clock that was moved or taken away."""
    before, after = pair.before.clock, pair.after.clock
    if before is None and after is not None and after.start:
        text = _("launched: Day 0 is {start}, {days} days").format(start=after.start, days=after.days)
        yield Told(pair.event("launched", text, after.start, days=after.days, end=after.end), _WHERE)
    elif before is not None and after is None:
        text = _("clock taken away: Day 0 was {start}").format(start=before.start)
        yield Told(pair.event("clock-moved", text, start=before.start, days=before.days), _WHERE)
    elif before is not None and after is not None and (differing := changes(before, after)):
        # Dates in full: a moved Day 0 moves the year that short dates are told by.
        text = _("clock moved: {differing}").format(differing=change_words(differing, None))
        yield Told(pair.event("clock-moved", text, start=after.start, days=after.days), _WHERE)
