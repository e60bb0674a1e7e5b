"""The story of one challenge, or of all, as a timeline."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from hundredday.language import N_, _
from hundredday.views.dates import long_date, short_date
from hundredday.views.fitting import Lines, flow, joined, piece, row
from hundredday.views.palette import BAD, DOUBTFUL, FAINT, NOW, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, tzinfo

    from hundredday.history.timeline import Entry

_DAY = 7
_WHO = 20
_STYLES = {
    **dict.fromkeys(("proposed", "selected", "launched", "gate-passed", "closed"), TITLE),
    **dict.fromkeys(
        ("amended", "gate-waived", "stopped", "declined", "unreadable", "setting-changed"), DOUBTFUL
    ),
    **dict.fromkeys(("target-moved", "frozen-field-changed", "reading-rewritten", "reading-removed"), BAD),
    **dict.fromkeys(("tidied", "moved", "history-cut"), FAINT),
}

_KINDS = {"training": N_("training"), "exchange": N_("exchange")}
"""What stands beside the challenges, by its folder."""


def timeline(entries: Sequence[Entry], *, one: str | None, today: date, zone: tzinfo) -> Lines:
    """What happened, in the order given.

    Args:
        entries: what happened, at least one thing.
        one: the id of the challenge that all of it is about; None for a story of several.
        today: the day it is; other years than its own are named.
        zone: where the days of the entries begin and end.
    """
    return Lines(
        lambda width: (
            _of_one(entries, one, today, zone, width) if one is not None else _of_all(entries, zone, width)
        )
    )


def _of_one(entries: Sequence[Entry], id: str, today: date, zone: tzinfo, width: int) -> Iterator[Text]:
    people = {entry.who for entry in entries}
    (only,) = people if len(people) == 1 else ("",)
    yield row(piece(id, TITLE), *([Text(" · ", FAINT), piece(only, FAINT)] if only else []))
    days = [entry.when.astimezone(zone).date() for entry in entries]
    dated = max(len(short_date(day, today)) for day in days)
    clock = max(_DAY, *(piece(_day_words(entry.on_day)).cell_len for entry in entries))
    who = 0 if only else min(max(piece(name).cell_len for name in people), _WHO, width // 4)
    before: tuple[object, ...] = ()
    for entry, day in zip(entries, days, strict=True):
        # The same day and person are said once.
        now = (day, entry.who)
        said = (_day_words(entry.on_day), short_date(day, today), entry.who) if now != before else ("",) * 3
        before = now
        margin = row(
            *(piece(said[0], NOW, width=clock), "  ", piece(said[1], FAINT, width=dated), "  "),
            *((piece(said[2], width=who), "  ") if who else ()),
        )
        yield from flow(row(margin, _what(entry)), width, indent=margin.cell_len)


def _of_all(entries: Sequence[Entry], zone: tzinfo, width: int) -> Iterator[Text]:
    first = True
    for day, of_day in groupby(entries, lambda entry: entry.when.astimezone(zone).date()):
        if not first:
            yield Text()
        first = False
        yield Text(long_date(day), TITLE)
        for __, found in groupby(of_day, lambda entry: (entry.challenge, entry.who)):
            together = list(found)
            about = together[0]
            kind = _(_KINDS[about.kind]) if about.kind in _KINDS else ""
            aside = [piece(_day_words(about.on_day), NOW), piece(kind), piece(about.who, FAINT)]
            yield from flow(row("  ", joined([piece(about.challenge), *aside])), width, indent=4)
            for entry in together:
                yield from flow(row("    ", _what(entry)), width, indent=6)


def _what(entry: Entry) -> Text:
    return piece(_without_day(entry), _STYLES.get(entry.event.name, ""))


def _without_day(entry: Entry) -> str:
    """What happened; its day is left out where it is the one that stands beside it, and said again only there."""
    text, day = entry.event.text, entry.on_day
    if day is None or day != entry.event.detail.get("day"):
        return text
    said = f" {_('on Day {number}').format(number=day)}"
    return text.replace(said, "") if text.count(said) == 1 else text


def _day_words(day: int | None) -> str:
    if day is None:
        return ""
    return _("Day {day}").format(day=day) if day >= 0 else f"D-{-day}"
