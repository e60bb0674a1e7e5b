"""The midpoint form: will the goal be met, what are results and what activities, what is asked of whom."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from hundredday.errors import Refused
from hundredday.language import _
from hundredday.metrics import series_of
from hundredday.outlook.agenda import dues
from hundredday.outlook.gap import gap
from hundredday.outlook.health import is_breached
from hundredday.pages import words
from hundredday.pages.briefs import facts
from hundredday.pages.briefs.sheet import Points, Say, Section, Sheet, Table, Trend

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.pages.briefs.sheet import Block
    from hundredday.pages.goal import GoalBlock
    from hundredday.pages.site import Dossier, Office

AHEAD = 28
"""Days ahead that the paper looks."""


def midpoint(office: Office, dossier: Dossier) -> Sheet:
    """The paper for the midpoint review.

    Raises:
        Refused: the clock does not run, so that there is nothing to review.
    """
    if dossier.standing.day is None or dossier.standing.day < 0:
        raise Refused(
            _("{id} has not been launched, so it has no midpoint.").format(id=dossier.standing.id),
            f"hundredday launch {dossier.standing.id} --check",
        )
    today = office.today
    blocks = facts.goals(office, dossier)
    return Sheet(
        form=_("Midpoint review"),
        title=dossier.challenge.title,
        about=facts.about(office, dossier),
        sections=(
            Section("answers", _("Will the goal be met by the last day?"), tuple(_answers(dossier, blocks))),
            Section("results", _("Results"), (_results(dossier, blocks, today),)),
            Section("activities", _("Activities, which are no results"), (_activities(dossier, today),)),
            Section("asked", _("What is asked of whom"), (facts.asked(dossier, today),)),
            Section("ahead", _("What comes next"), (_ahead(office, dossier),)),
            Section("decided", _("Decided in the review"), (_decided(dossier, today),)),
            Section("changes", _("Changed in the open"), (facts.changes(dossier, today),)),
        ),
    )


def _answers(dossier: Dossier, blocks: list[GoalBlock]) -> Iterator[Block]:
    for block in blocks:
        stands = block.standing
        if stands.health is None:
            continue
        opening = f"{facts.SIGNS[stands.health]} {_(facts.ANSWERS[stands.health])}"
        told = " ".join((f"{block.goal.specific or stands.metric or stands.id}.", *block.sentences))
        yield Say(told, opening, stands.health)
        if stands.primary and block.chart:
            yield Trend(block)
    if (line := facts.health_line(dossier)) and gap(dossier.standing.declared, dossier.standing.health):
        yield line


def _results(dossier: Dossier, blocks: list[GoalBlock], today: date) -> Table:
    header = (_("What is counted"), _("Baseline"), _("Now"), _("Target"), _("Progress"))
    rows = [
        (
            block.standing.metric or block.standing.id,
            _value(block.standing.baseline, block.standing.unit),
            _value(block.standing.latest, block.standing.unit),
            _target(block),
            words.share(block.standing.progress) if block.is_number else "",
        )
        for block in blocks
    ]
    return Table(header, (*rows, *_guardrails(dossier, today)), _("There is no goal yet."))


def _guardrails(dossier: Dossier, today: date) -> Iterator[tuple[str, ...]]:
    work = dossier.challenge.acceleration
    for key, one in work.guardrails.items() if work else ():
        known = [reading for reading in series_of(one.readings) if reading.date <= today]
        latest = words.value_words(known[-1].value, one.unit) if known else "–"
        limit = "–" if one.limit is None else words.value_words(one.limit, one.unit)
        state = (
            _("outside the limit")
            if is_breached(one, today=today)
            else _("within the limit")
            if known
            else ""
        )
        yield _("{metric} (must not get worse)").format(metric=one.metric or key), "", latest, limit, state


def _activities(dossier: Dossier, today: date) -> Points:
    work = dossier.challenge.acceleration
    done = sorted(
        ((one.done, one.title or key) for key, one in (work.milestones.items() if work else ()) if one.done),
        reverse=True,
    )
    points = (f"{words.short_date(on, today)}: {title}" for on, title in done if on <= today)
    return Points(tuple(points), _("No milestone is done yet."))


def _ahead(office: Office, dossier: Dossier) -> Table:
    owed = dues(
        dossier.standing.id, dossier.challenge, settings=office.accelerator.settings, today=office.today
    )
    until = office.today + timedelta(days=AHEAD)
    rows = tuple(
        (
            f"{words.short_date(due.on, office.today)} ({words.when_words(due.on, office.today)})",
            due.what,
            due.who or "–",
        )
        for due in owed
        if due.on <= until and due.kind != "blocker"
    )
    return Table((_("When"), _("What"), _("Who")), rows, _("Nothing is due in the next weeks."))


def _decided(dossier: Dossier, today: date) -> Points:
    work = dossier.challenge.acceleration
    review = work.reviews.get("midpoint") if work else None
    if review is None or review.date is None:
        return Points((), _("The review has not been held yet."))
    held = _("Held {day}").format(day=words.short_date(review.date, today))
    return Points((f"{held}{f', {review.by}' if review.by else ''}", *review.decided))


def _value(value: float | None, unit: str | None) -> str:
    return "–" if value is None else words.value_words(value, unit)


def _target(block: GoalBlock) -> str:
    stands = block.standing
    target = _value(stands.target, stands.unit)
    if stands.target_at_launch in (None, stands.target):
        return target
    return _("{target} (at launch {was})").format(
        target=target, was=_value(stands.target_at_launch, stands.unit)
    )
