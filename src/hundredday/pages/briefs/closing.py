"""The closing form: impact, what becomes permanent and who owns it, resources, and reset, build or scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.errors import Refused
from hundredday.language import N_, _
from hundredday.outlook.course import course_of
from hundredday.outlook.follow_up import follow_ups
from hundredday.outlook.health import attainment
from hundredday.pages import words
from hundredday.pages.briefs import facts
from hundredday.pages.briefs.sheet import Points, Say, Section, Sheet, Table, Trend

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from hundredday.challenge.sustainability import Sustainability
    from hundredday.outlook.standing import GoalStanding
    from hundredday.pages.briefs.sheet import Block
    from hundredday.pages.site import Dossier, Office

PATHS: Mapping[str, str] = {
    "reset": N_("Reset: set a new goal and start again"),
    "build": N_("Build: go on here until it is firm"),
    "scale": N_("Scale: bring it to more places"),
    "embed": N_("Embed: it is the ordinary way of working now"),
    "none": N_("None: it ends here"),
}


def closing(office: Office, dossier: Dossier) -> Sheet:
    """The paper with which a challenge is handed over.

    Raises:
        Refused: the challenge was never launched, so that there is nothing to hand over.
    """
    if dossier.challenge.clock is None:
        raise Refused(
            _("{id} has not been launched, so there is nothing to hand over.").format(id=dossier.standing.id),
            f"hundredday launch {dossier.standing.id} --check",
        )
    today, after = office.today, dossier.challenge.sustainability
    return Sheet(
        form=_("Closing"),
        title=dossier.challenge.title,
        about=facts.about(office, dossier),
        sections=(
            Section("impact", _("Impact"), tuple(_impact(office, dossier))),
            Section("permanent", _("What becomes permanent, and who owns it"), tuple(_matrix(after))),
            Section("resources", _("Resources and pledges"), (_pledges(after, today),)),
            Section("scale", _("Reset, build or scale, and why"), tuple(_scale(after, today))),
            Section("held", _("Does the result hold?"), (_held(office, dossier),)),
            Section("lessons", _("Lessons"), (_lessons(dossier),)),
            Section("changes", _("Changed in the open"), (facts.changes(dossier, today),)),
        ),
    )


def _impact(office: Office, dossier: Dossier) -> Iterator[Block]:
    header = (
        _("What is counted"),
        _("Baseline"),
        _("Target at launch"),
        _("Target now"),
        _("Result"),
        _("Outcome"),
    )
    rows = tuple(_result(office, dossier, one) for one in dossier.standing.goals)
    yield Table(header, rows, _("There is no goal yet."))
    for block in facts.goals(office, dossier):
        if block.standing.primary:
            if block.sentences:
                yield Say(" ".join(block.sentences))
            if block.chart:
                yield Trend(block)


def _result(office: Office, dossier: Dossier, one: GoalStanding) -> tuple[str, ...]:
    course = course_of(dossier.challenge, dossier.challenge.goals[one.id], today=office.today)
    final, attained = course.final, attainment(course)
    share = "" if attained is None else f" ({words.number_words(attained)}%)"
    return (
        one.metric or one.id,
        _value(one.baseline, one.unit),
        _value(one.target_at_launch, one.unit),
        _value(one.target, one.unit),
        _value(final.value if final else None, one.unit),
        f"{words.word(one.outcome)}{share}" if one.outcome else _("open"),
    )


def _matrix(after: Sustainability | None) -> Iterator[Block]:
    owner = after.owner if after else None
    named = ", ".join(part for part in (owner.post, owner.agency, owner.name) if part) if owner else ""
    yield Say(named or _("not named yet"), _("Handover owner"))
    header = (_("Practice"), _("Owner, by post"), _("Resources"), _("State"))
    rows = tuple(
        (one.practice or key, one.owner_post or "–", one.resources or "–", words.word(one.status) or "–")
        for key, one in (after.practices.items() if after else ())
    )
    yield Table(header, rows, _("No practice is named yet."))


def _pledges(after: Sustainability | None, today: date) -> Table:
    rows = tuple(
        (
            ", ".join(part for part in (one.by, one.post, one.agency) if part) or _("nobody named"),
            one.text or "–",
            words.short_date(one.signed, today) if one.signed else _("not signed"),
        )
        for one in (after.pledges if after else ())
    )
    return Table((_("Who pledges"), _("What"), _("Signed")), rows, _("Nobody has pledged anything yet."))


def _scale(after: Sustainability | None, today: date) -> Iterator[Block]:
    made = after.scale if after else None
    path = made.path if made else None
    yield Points(tuple(f"{'☑' if key == path else '☐'} {_(title)}" for key, title in PATHS.items()))
    if made is None or path is None:
        yield Say(_("not decided yet"), _("Decision"))
        return
    told = [part for part in (", ".join(made.where), made.because) if part]
    on = words.short_date(made.date, today) if made.date else ""
    who = ", ".join(part for part in (made.by, on) if part)
    yield Say(". ".join([*told, who]), words.word(path).capitalize())


def _held(office: Office, dossier: Dossier) -> Table:
    measured = {key: goal.measurable for key, goal in dossier.challenge.goals.items()}
    units = {key: measure.unit for key, measure in measured.items() if measure}
    looks = follow_ups(dossier.challenge, settings=office.accelerator.settings, today=office.today)
    rows = tuple(
        (
            words.short_date(look.on, office.today),
            ", ".join(filter(None, (words.word(look.state), look.words_beside))),
            "–" if look.value is None else words.value_words(look.value, units.get(look.goal)),
        )
        for look in looks
    )
    return Table((_("Follow-up"), _("State"), _("Reading")), rows, _("Nobody looks again yet."))


def _lessons(dossier: Dossier) -> Points:
    told = (
        f"{words.word(one.kind).capitalize()}: {one.text}" if one.kind else one.text
        for one in dossier.challenge.lessons
    )
    return Points(tuple(told), _("No lesson was kept yet."))


def _value(value: float | None, unit: str | None) -> str:
    return "–" if value is None else words.value_words(value, unit)
