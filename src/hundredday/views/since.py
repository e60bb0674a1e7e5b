"""What changed in each challenge since a day, for a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from rich.text import Text

from hundredday.language import _
from hundredday.views.dates import count_words, long_date
from hundredday.views.fitting import Lines, flow, joined, piece, row, spread
from hundredday.views.palette import FAINT, NOW, TITLE, health_mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from hundredday.history.event import Event
    from hundredday.outlook.standing import Standing


class Changed(Protocol):
    """One challenge then and now, and what happened in between."""

    @property
    def title(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def then(self) -> Standing | None: ...
    @property
    def now(self) -> Standing | None: ...
    @property
    def events(self) -> tuple[Event, ...]: ...


def since(changes: Sequence[Changed], *, day: date, today: date, commit: str, still: int) -> Lines:
    """The challenges that changed, each with what happened to it.

    Args:
        changes: what changed, in the order in which it is shown.
        day: the day since when.
        today: the day it is.
        commit: the commit that was the last one then; empty where there was none.
        still: how many challenges did not change.
    """
    return Lines(lambda width: _lines(changes, day, today, commit, still, width))


def _lines(
    changes: Sequence[Changed], day: date, today: date, commit: str, still: int, width: int
) -> Iterator[Text]:
    days = count_words((today - day).days, "day")
    heading = piece(_("Since {day}").format(day=long_date(day)), TITLE)
    beside = _("{days} · commit {commit}").format(days=days, commit=commit) if commit else days
    yield spread(heading, Text(beside, FAINT), width)
    for change in changes:
        yield Text()
        yield spread(piece(change.title, TITLE), _health(change), width)
        yield joined([piece(change.id, FAINT), *_day(change.now)])
        for event in change.events:
            yield from flow(row("  ", piece(event.text)), width, indent=4)
    if still:
        yield Text()
        yield Text(_("{still} did not change.").format(still=count_words(still, "challenge")), FAINT)


def _health(change: Changed) -> Text:
    now = change.now.health if change.now else None
    then = change.then.health if change.then else None
    if now is None:
        return Text()
    mark = health_mark(now)
    shown = Text(f"{mark.sign} {mark.word}", mark.style)
    return shown if then in {None, now} else row(Text(f"{health_mark(then).word} → ", FAINT), shown)


def _day(standing: Standing | None) -> Iterator[Text]:
    if standing is not None and standing.day is not None and standing.phase == "acceleration":
        yield Text(
            _("Day {day} / {days}").format(day=standing.day, days=standing.days)
            if standing.day >= 0
            else f"D-{-standing.day}",
            NOW,
        )
