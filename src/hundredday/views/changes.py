"""What an auditor asks first: changed goals, waived conditions, and the colour that people declared."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rich.text import Text

from hundredday.days import day_number
from hundredday.language import _
from hundredday.language.keywords import word
from hundredday.numbers import number_words
from hundredday.views.dates import short_date
from hundredday.views.fitting import flow, heading, piece, row
from hundredday.views.palette import BAD, FAINT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hundredday.challenge import Challenge
    from hundredday.challenge.acceleration import Amendment
    from hundredday.challenge.record import Reopening, Waiver


def amendment_lines(challenge: Challenge, *, today: date, width: int) -> Iterator[Text]:
    """Every change of a frozen field: from, to, when, who, why."""
    if not challenge.amendments:
        return
    start = challenge.start
    yield from heading(_("Amendments"), width=width)
    for amendment in challenge.amendments:
        what = _("{field} of {goal}: ").format(field=amendment.field.replace("_", " "), goal=amendment.goal)
        change = f"{_said(amendment.from_, today)} → {_said(amendment.to, today)}"
        by = (
            piece(_("by {by}").format(by=amendment.by), FAINT)
            if amendment.by
            else Text(_("not approved"), BAD)
        )
        because = f": {amendment.because}" if amendment.because else ""
        line = row("  ", piece(what), " ", piece(change), "  ", Text(_when(amendment, start, today), FAINT))
        yield from flow(row(line, " ", by, piece(because, FAINT)), width, indent=4)


def waiver_lines(waivers: Sequence[Waiver], *, today: date, width: int) -> Iterator[Text]:
    """Every gate condition that was passed without being met: who, when, why."""
    if not waivers:
        return
    yield from heading(_("Waivers"), width=width)
    for waiver in waivers:
        on = _(" on {date}").format(date=short_date(waiver.date, today)) if waiver.date else ""
        line = row(
            "  ~ ",
            piece(waiver.condition),
            "  ",
            piece(_("by {by}{on}: {because}").format(by=waiver.by, on=on, because=waiver.because), FAINT),
        )
        yield from flow(line, width, indent=4)


def reopening_lines(reopened: Sequence[Reopening], *, today: date, width: int) -> Iterator[Text]:
    """Every early end that was taken back: when and why it had ended, when and why it goes on."""
    if not reopened:
        return
    yield from heading(_("Reopened"), width=width)
    for one in reopened:
        told = _said_of(one.because, one.by)
        yield from flow(row("  ~ ", short_date(one.date, today), "  ", piece(told, FAINT)), width, indent=4)
        ended = f"{word(one.ended.as_)} {short_date(one.ended.date, today)}"
        told = _said_of(one.ended.because, one.ended.by)
        yield from flow(row("    ", Text(ended, FAINT), "  ", piece(told, FAINT)), width, indent=4)


def _said_of(because: str | None, by: str | None) -> str:
    """Who and why."""
    who = _("by {by}").format(by=by) if by else ""
    return ": ".join(said for said in (who, because) if said)


def _when(amendment: Amendment, start: date | None, today: date) -> str:
    day = _(" (Day {start})").format(start=day_number(start, amendment.date)) if start else ""
    return _("on {date}{day}").format(date=short_date(amendment.date, today), day=day)


def _said(value: object, today: date) -> str:
    if value is None:
        return _("nothing")
    if isinstance(value, date):
        return short_date(value, today)
    return number_words(value) if isinstance(value, (bool, int, float)) else str(value)
