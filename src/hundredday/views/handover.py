"""How the result is kept: owner, practices, pledges, scale decision, follow-up and lessons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from hundredday.challenge.people import person_words
from hundredday.language import N_, _
from hundredday.language.keywords import word
from hundredday.numbers import number_words
from hundredday.views.dates import short_date
from hundredday.views.fitting import fact, flow, heading, label_width, piece, row
from hundredday.views.palette import FAINT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from hundredday.challenge.record import Closed, Lesson
    from hundredday.challenge.sustainability import Pledge, Practice, Scale, Sustainability
    from hundredday.outlook.follow_up import FollowUpLook

STATES = {"held": N_("held"), "slipped": N_("slipped"), "unwatched": N_("no reading"), "ahead": N_("ahead")}


def handover_lines(
    sustainability: Sustainability, *, looks: Sequence[FollowUpLook], today: date, width: int
) -> Iterator[Text]:
    """The parts of the handover that the file has, and what was seen on the follow-up dates."""
    facts = []
    if sustainability.owner:
        owner = sustainability.owner
        parts = (owner.post, owner.agency, owner.name) if owner.post else (person_words(owner),)
        facts += fact(_("Owner"), ", ".join(part for part in parts if part), width)
    for number, (key, practice) in enumerate(sustainability.practices.items()):
        facts += fact("" if number else _("Practices"), _practice(key, practice), width, most=3)
    for number, pledge in enumerate(sustainability.pledges):
        facts += fact("" if number else _("Pledges"), _pledge(pledge, today), width, most=3)
    if sustainability.scale:
        facts += fact(_("Scale"), _scale(sustainability.scale, today), width, most=2)
    if sustainability.follow_up:
        facts += fact(_("Watched"), sustainability.follow_up.watch, width)
    for number, look in enumerate(looks):
        facts += fact("" if number else _("Follow-up"), _look(look, today), width)
    if facts:
        yield from heading(_("Handover"), width=width)
        yield from facts


def lesson_lines(lessons: Sequence[Lesson], *, width: int) -> Iterator[Text]:
    """Every lesson, with whether it is about what worked, failed or surprised."""
    if not lessons:
        return
    yield from heading(_("Lessons"), width=width)
    for lesson in lessons:
        label = row("  ", piece(word(lesson.kind or ""), FAINT, width=label_width()), " ")
        tags = row("  ", piece(", ".join(lesson.tags), FAINT)) if lesson.tags else Text()
        yield from flow(row(label, piece(lesson.text), tags), width, indent=label.cell_len)


def closed_line(closed: Closed, *, today: date) -> str:
    """How and when the challenge ended, in a sentence."""
    by = _(" by {by}").format(by=closed.by) if closed.by else ""
    because = f": {closed.because}" if closed.because else ""
    return _("{ending} on {date}{by}{because}").format(
        ending=word(closed.as_).capitalize(), date=short_date(closed.date, today), by=by, because=because
    )


def _practice(key: str, practice: Practice) -> str:
    owned = [part for part in (practice.owner_post, practice.resources, word(practice.status or "")) if part]
    return f"{practice.practice or key}" + (f" ({'; '.join(owned)})" if owned else "")


def _pledge(pledge: Pledge, today: date) -> str:
    who = ", ".join(part for part in (pledge.by, pledge.post, pledge.agency) if part)
    signed = (
        _("signed {signed}").format(signed=short_date(pledge.signed, today))
        if pledge.signed
        else _("not signed")
    )
    return f"{who or _('nobody named')}, {signed}" + (f": {pledge.text}" if pledge.text else "")


def _scale(scale: Scale, today: date) -> str:
    where = _(" in {where}").format(where=", ".join(scale.where)) if scale.where else ""
    on = f", {short_date(scale.date, today)}" if scale.date else ""
    by = f", {scale.by}" if scale.by else ""
    because = f": {scale.because}" if scale.because else ""
    return f"{word(scale.path) if scale.path else _('not decided')}{where}{by}{on}{because}"


def _look(look: FollowUpLook, today: date) -> str:
    seen = ""
    if look.value is not None and look.value_on:
        seen = _(", {value} on {value_on}").format(
            value=number_words(look.value), value_on=short_date(look.value_on, today)
        )
    beside = f", {look.words_beside}" if look.words_beside else ""
    return f"{short_date(look.on, today)}: {_(STATES[look.state])}{seen}{beside}"
