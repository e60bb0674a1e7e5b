"""The exchange on a screen: what it has brought in all, and each partner's visits and practices."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from rich.text import Text

from hundredday.language import _, ngettext
from hundredday.language.keywords import phase_name
from hundredday.numbers import number_words
from hundredday.outlook.exchange import totals
from hundredday.views.dates import short_date
from hundredday.views.fitting import flow, heading, joined, packed, piece, row, spread
from hundredday.views.frame import framed, invitation
from hundredday.views.lately import lately_lines
from hundredday.views.palette import DOUBTFUL, FAINT, GOOD

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date, tzinfo

    from rich.console import RenderableType

    from hundredday.findings import Finding
    from hundredday.history.timeline import Entry
    from hundredday.outlook.exchange import PartnerStanding, Totals
    from hundredday.outlook.standing import Standing
    from hundredday.programme.exchange import Borrowed, Visit


def exchange(
    partners: Sequence[PartnerStanding],
    standings: Mapping[str, Standing],
    *,
    name: str,
    today: date,
    problems: Sequence[Finding] = (),
    story: Sequence[Entry] = (),
    zone: tzinfo = UTC,
    width: int | None = None,
) -> RenderableType:
    """The sums, then every partner with visits and practices, and the story of one.

    `standings` are all challenges by their ids.
    """

    def inside(room: int) -> Iterator[Text]:
        if partners:
            yield from packed(_sums(totals(partners)), room, between=" · ")
        elif not problems:
            yield Text()
            first = 'hundredday exchange new "UAE Government Accelerators"'
            yield from invitation(_("No partner programmes yet. The first one:"), first, room)
        for one in partners:
            yield from heading(one.partner.partner, _aside(one), width=room)
            for visit in one.partner.visits:
                yield from _visit(visit, today, room)
            for practice in one.partner.practices.values():
                yield from _practice(practice, standings, room)
        yield from lately_lines(story, today=today, zone=zone, width=room)

    return framed(inside, name=name, today=today, problems=problems, width=width)


def _sums(sums: Totals) -> list[Text]:
    said = [
        ngettext("{n} partner", "{n} partners", sums.partners).format(n=sums.partners),
        ngettext("{n} visit", "{n} visits", sums.visits).format(n=sums.visits),
        _hours(sums),
        _people(sums),
        _("{used} of {n} practices in use").format(used=sums.practices_in_use, n=sums.practices),
        ngettext("in {n} challenge", "in {n} challenges", sums.challenges).format(n=sums.challenges),
    ]
    return [piece(words) for words in said if words]


def _hours(sums: Totals) -> str:
    if sums.visits and sums.visits_without_hours == sums.visits:
        return _("hours not stated")
    words = ngettext("{n} hour", "{n} hours", int(sums.hours)).format(n=number_words(sums.hours))
    return _with_unstated(words, sums.visits_without_hours) if sums.visits else ""


def _people(sums: Totals) -> str:
    if sums.visits and sums.visits_without_people == sums.visits:
        return _("people not stated")
    words = ngettext("{n} person", "{n} people", sums.people).format(n=sums.people)
    return _with_unstated(words, sums.visits_without_people) if sums.visits else ""


def _with_unstated(words: str, unstated: int) -> str:
    if not unstated:
        return words
    more = ngettext("{n} visit does not say", "{n} visits do not say", unstated).format(n=unstated)
    return f"{words} ({more})"


def _aside(one: PartnerStanding) -> Text:
    return joined([piece(part, FAINT) for part in (one.partner.country, one.id) if part])


def _visit(visit: Visit, today: date, width: int) -> Iterator[Text]:
    days = short_date(visit.from_, today)
    if visit.to and visit.to != visit.from_:
        days = _("{start} to {end}").format(start=days, end=short_date(visit.to, today))
    told = [piece(days), piece(visit.where or "")]
    right = []
    if visit.hours is not None:
        hours = ngettext("{n} hour", "{n} hours", int(visit.hours))
        right.append(piece(hours.format(n=number_words(visit.hours)), FAINT))
    if visit.participants is not None:
        people = ngettext("{n} person", "{n} people", visit.participants)
        right.append(piece(people.format(n=visit.participants), FAINT))
    yield spread(row("  ", piece("▸", FAINT), " ", joined(told)), joined(right), width)
    if visit.host:
        yield from flow(row("    ", piece(_("host: {host}").format(host=visit.host), FAINT)), width, indent=4)
    if visit.about:
        yield from flow(row("    ", piece("; ".join(visit.about), FAINT)), width, indent=4)


def _practice(practice: Borrowed, standings: Mapping[str, Standing], width: int) -> Iterator[Text]:
    used = bool(practice.used_in)
    sign = piece("✓", GOOD) if used else piece("○", DOUBTFUL)
    aside = piece("" if used else _("not in use yet"), DOUBTFUL)
    yield spread(row("  ", sign, " ", piece(practice.title)), aside, width)
    if practice.from_:
        yield from flow(row("    ", piece(practice.from_, FAINT)), width, indent=4)
    for id_ in practice.used_in:
        standing = standings.get(id_)
        phase = phase_name(standing.phase) if standing else _("no such challenge")
        yield spread(row("    ", piece(_("used in"), FAINT), " ", piece(id_)), piece(phase, FAINT), width)
