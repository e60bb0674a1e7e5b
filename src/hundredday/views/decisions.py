"""The chosen and the declined side by side, with who decided and why."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.text import Text

from hundredday.language import _
from hundredday.views.dates import short_date
from hundredday.views.fitting import clip, flow, piece, row
from hundredday.views.palette import FAINT, GOOD, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.outlook.ranking import Candidate, LongList

NARROW = 64
_FEWEST_SHOWN = 12
"""Titles shown for one reason, at least; the ranking above has all of them."""

_Group = tuple[str, list[tuple[str, str]]]
"""Who decided, when and why; and the places and titles for which that was said."""


def decision_lines(found: LongList, today: date, width: int) -> Iterator[Text]:
    """The chosen on the left, the declined on the right; below one another where there is no room."""
    chosen, declined = _groups(found, "selected", today), _groups(found, "declined", today)
    if not chosen and not declined:
        return
    most = max(_FEWEST_SHOWN, found.count("selected"))
    sides = [
        (_("Chosen"), f"{TITLE} {GOOD}", found.count("selected"), chosen),
        (_("Declined"), TITLE, found.count("declined"), declined),
    ]
    yield Text()
    if width < NARROW:
        for title, style, number, groups in sides:
            yield from _side(title, style, number, groups, most, width)
        return
    half = (width - 3) // 2
    left, right = (list(_side(*side, most, half)) for side in sides)
    for one, other in zip_longest(left, right, fillvalue=Text()):
        shown = clip(one, half)
        yield row(shown, " " * (half - shown.cell_len), Text(" │ ", FAINT), clip(other, half))


def _groups(found: LongList, made: str, today: date) -> list[_Group]:
    groups: dict[str, list[tuple[str, str]]] = {}
    for one in found.ranked:
        if one.candidate.made == made:
            groups.setdefault(_why(one.candidate, today), []).append((str(one.place), one.candidate.title))
    for rest in found.unscored:
        if rest.candidate.made == made:
            groups.setdefault(_why(rest.candidate, today), []).append(("–", rest.candidate.title))
    return list(groups.items())


def _why(candidate: Candidate, today: date) -> str:
    on = short_date(candidate.on, today) if candidate.on else None
    who = ", ".join(part for part in (candidate.by or _("by nobody named"), on) if part)
    return f"{who}: {candidate.because or _('no reason given')}"


def _side(title: str, style: str, number: int, groups: list[_Group], most: int, width: int) -> Iterator[Text]:
    yield row(Text(title, style), Text(f"  {number}", FAINT))
    for why, candidates in groups:
        yield from flow(piece(why, FAINT), width, indent=2, most=4)
        for place, name in candidates[:most]:
            yield from flow(
                row(piece(place, FAINT, width=4, right=True), " ", piece(name)), width, indent=5, most=2
            )
        if len(candidates) > most:
            said = _("… and {n} more for the same reason").format(n=len(candidates) - most)
            yield from flow(row("     ", piece(said, FAINT)), width, indent=5)
