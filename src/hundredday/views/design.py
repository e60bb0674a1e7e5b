"""What was decided in Design: the problem, the sponsor, the scores, the decision and the challenge note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.people import person_words
from hundredday.language import _
from hundredday.language.keywords import word
from hundredday.views.dates import short_date
from hundredday.views.fitting import fact, heading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rich.text import Text

    from hundredday.challenge import Challenge
    from hundredday.challenge.design import Decision, Design, Note, Scores


def design_lines(challenge: Challenge, *, brief: bool, today: date, width: int) -> Iterator[Text]:
    """The sections of Design that the file has; brief, what a reader still needs once Design is over."""
    design = challenge.design
    facts = (
        list(fact(_("What"), design.problem.statement, width, most=2)) if design and design.problem else []
    )
    if design and not brief:
        facts += _candidate(design, today, width)
    facts += fact(_("Priority"), challenge.priority, width, most=2)
    if challenge.sponsor:
        post = f", {challenge.sponsor.post}" if challenge.sponsor.post and challenge.sponsor.name else ""
        facts += fact(_("Sponsor"), f"{person_words(challenge.sponsor)}{post}", width)
    if brief and design and design.note:
        facts += fact(_("Mission"), design.note.mission, width, most=2)
    if facts:
        yield from heading(_("Problem"), width=width)
        yield from facts
    if design and design.note and not brief:
        yield from _note(design.note, today, width)


def _candidate(design: Design, today: date, width: int) -> Iterator[Text]:
    if design.problem:
        yield from fact(_("Affected"), design.problem.affected, width, most=2)
        yield from fact(_("Evidence"), design.problem.evidence, width, most=2)
    if design.scores:
        yield from fact(_("Scores"), _scores(design.scores), width)
    if design.decision:
        yield from fact(_("Decision"), _decision(design.decision, today), width, most=3)


def _scores(scores: Scores) -> str:
    given = [(name.replace("_", " "), getattr(scores, name)) for name in type(scores).model_fields]
    return ", ".join(f"{name} {grade}" for name, grade in given if grade is not None)


def _decision(decision: Decision, today: date) -> str:
    on = _(" on {date}").format(date=short_date(decision.date, today)) if decision.date else ""
    by = _(" by {by}").format(by=decision.by) if decision.by else ""
    because = f": {decision.because}" if decision.because else ""
    return f"{word(decision.made or 'open')}{on}{by}{because}"


def _note(note: Note, today: date, width: int) -> Iterator[Text]:
    issued = (
        _("issued {issued}").format(issued=short_date(note.issued, today)) if note.issued else _("not issued")
    )
    yield from heading(_("Challenge note"), issued, width=width)
    yield from fact(_("Mission"), note.mission, width, most=3)
    yield from fact(_("Indicator"), note.indicator, width, most=2)
    yield from fact(_("Guardrails"), "; ".join(note.guardrails), width, most=2)
    yield from fact(_("Questions"), " ".join(note.questions), width, most=3)
