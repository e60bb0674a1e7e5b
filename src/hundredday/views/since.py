"""What changed since a day in each challenge, and in training and exchange, for a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from rich.text import Text

from hundredday.language import N_, _
from hundredday.views.dates import count_words, long_date
from hundredday.views.fitting import Lines, flow, joined, piece, row, spread
from hundredday.views.palette import FAINT, NOW, TITLE, health_mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
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


class Beside(Protocol):
    """A training intake, a partner's file or the accelerator's own, and what happened to it."""

    @property
    def kind(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def events(self) -> tuple[Event, ...]: ...


_KINDS: Mapping[str, str] = {"training": N_("training"), "exchange": N_("exchange")}


def since(
    changes: Sequence[Changed],
    beside: Sequence[Beside],
    *,
    day: date,
    today: date,
    commit: str,
    still: int,
) -> Lines:
    """The challenges that changed, each with what happened to it, then what changed beside them.

    Args:
        changes: what changed, in the order in which it is shown.
        beside: the training intakes and partners that changed, and the accelerator's own file.
        day: the day since when.
        today: the day it is.
        commit: the commit that was the last one then; empty where there was none.
        still: how many challenges did not change.
    """
    return Lines(lambda width: _lines(changes, beside, day, today, commit, still, width))


def _lines(
    changes: Sequence[Changed],
    beside: Sequence[Beside],
    day: date,
    today: date,
    commit: str,
    still: int,
    width: int,
) -> Iterator[Text]:
    days = count_words((today - day).days, "day")
    heading = piece(_("Since {day}").format(day=long_date(day)), TITLE)
    aside = _("{days} · commit {commit}").format(days=days, commit=commit) if commit else days
    yield spread(heading, Text(aside, FAINT), width)
    for change in changes:
        yield Text()
        yield spread(piece(change.title, TITLE), _health(change), width)
        yield joined([piece(change.id, FAINT), *_day(change.now)])
        yield from _events(change.events, width)
    if still:
        yield Text()
        yield Text(_("{still} did not change.").format(still=count_words(still, "challenge")), FAINT)
    for one in beside:
        yield Text()
        yield spread(
            piece(one.title, TITLE), Text(_(_KINDS[one.kind]) if one.kind in _KINDS else "", FAINT), width
        )
        yield piece(one.id, FAINT)
        yield from _events(one.events, width)


def _events(events: Sequence[Event], width: int) -> Iterator[Text]:
    for event in events:
        yield from flow(row("  ", piece(event.text)), width, indent=4)


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
