"""The minister's half page: what was promised, where it stands, and what it needs from above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.language import _
from hundredday.pages import words
from hundredday.pages.briefs import facts
from hundredday.pages.briefs.sheet import Points, Say, Section, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.pages.briefs.sheet import Block
    from hundredday.pages.site import Dossier, Office


def minister(office: Office, dossier: Dossier) -> Sheet:
    """The half page, in any phase."""
    today = office.today
    return Sheet(
        form=_("For the minister"),
        title=dossier.challenge.title,
        about=facts.about(office, dossier),
        sections=(
            Section("promised", _("What was promised"), tuple(_promised(office, dossier))),
            Section("stands", _("Where it stands"), tuple(_stands(office, dossier))),
            Section("needs", _("What it needs"), (_needs(dossier, today),)),
            Section("changes", _("Changed in the open"), (facts.changes(dossier, today),)),
        ),
    )


def _promised(office: Office, dossier: Dossier) -> Iterator[Block]:
    design = dossier.challenge.design
    if design and design.problem and design.problem.statement:
        yield Say(design.problem.statement)
    for block in facts.goals(office, dossier):
        if block.standing.primary and block.goal.specific:
            promise = block.goal.specific
            if block.due:
                day = words.short_date(block.due, office.today)
                promise = _("{promise}, by {day}").format(promise=promise, day=day)
            yield Say("", promise)
            return
    if design and design.note and design.note.mission:
        yield Say(design.note.mission, _("Mission"))
    yield Say(_("No goal is set yet."))


def _stands(office: Office, dossier: Dossier) -> Iterator[Block]:
    if line := facts.health_line(dossier):
        yield line
    if dossier.challenge.closed:
        closed = dossier.challenge.closed
        on = words.short_date(closed.date, office.today)
        yield Say(f"{on}. {closed.because or ''}".strip(), words.word(closed.as_).capitalize())
    for block in facts.goals(office, dossier):
        if block.standing.primary and block.standing.latest is not None:
            yield Say(" ".join(block.sentences), words.way(block.standing))
    if dossier.standing.health is None and dossier.challenge.closed is None:
        yield Say(words.phase_name(dossier.challenge.phase), _("Phase"))


def _needs(dossier: Dossier, today: date) -> Points:
    found = []
    for key, one in facts.open_blockers(dossier, today):
        asked = one.asked_of or _("nobody named")
        by = (
            f", {words.short_date(one.needed_by, today)} ({words.when_words(one.needed_by, today)})"
            if one.needed_by
            else ""
        )
        found.append(f"{asked}{by}: {one.what or key}")
    upcoming = dossier.standing.next
    if upcoming and not found:
        on = f"{words.short_date(upcoming.on, today)}: " if upcoming.on else ""
        found.append(_("Next: {step}").format(step=f"{on}{upcoming.what}"))
    return Points(tuple(found), _("Nothing is asked of anybody."))
