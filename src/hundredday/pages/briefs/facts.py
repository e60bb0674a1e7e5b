"""What several papers say alike: who it is, how it stands, what was changed, what is asked of whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.language import N_, _, ngettext
from hundredday.pages import words
from hundredday.pages.briefs.sheet import Points, Say, Table
from hundredday.pages.goal import block_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from hundredday.challenge.acceleration import Blocker
    from hundredday.pages.goal import GoalBlock
    from hundredday.pages.site import Dossier, Office

SIGNS: Mapping[str, str] = {
    "off_track": "■",
    "missed": "✗",
    "at_risk": "▲",
    "stale": "◇",
    "no_data": "○",
    "too_early": "◔",
    "on_track": "●",
    "achieved": "✓",
}

ANSWERS: Mapping[str, str] = {
    "achieved": N_("Yes, it is met already."),
    "on_track": N_("Yes, at this pace."),
    "at_risk": N_("Perhaps: at this pace it falls a little short."),
    "off_track": N_("No, not at this pace."),
    "stale": N_("Nobody can tell: the newest reading is too old."),
    "too_early": N_("It is too early to tell."),
    "no_data": N_("Nobody can tell: there is no reading."),
    "missed": N_("No, it was missed."),
}
"""Whether the goal will be met by the last day."""


def about(office: Office, dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """Who it is, for the head of a paper."""
    challenge, team = dossier.challenge, dossier.challenge.team
    found = (
        (_("Agency"), challenge.agency),
        (_("Sponsor"), words.person(challenge.sponsor)),
        (_("Team leader"), words.person(team.leader) if team else ""),
        (_("Clock"), _clock(dossier, office.today)),
        (_("As of"), words.long_date(office.today)),
    )
    return tuple((name, text) for name, text in found if text)


def health_line(dossier: Dossier) -> Say | None:
    """The health that the readings give, and the colour that people declared where it is another."""
    health, declared = dossier.standing.health, dossier.standing.declared
    if health is None:
        return None
    from hundredday.outlook.gap import gap

    opening = f"{SIGNS[health]} {words.word(health).capitalize()}"
    if gap(declared, health):
        said = _("People declared {colour}; the readings say otherwise.")
        return Say(said.format(colour=words.word(declared)), opening, health)
    return Say(_("This is computed from the readings."), opening, health)


def goals(office: Office, dossier: Dossier) -> list[GoalBlock]:
    """The goals, the primary one first."""
    ordered = sorted(dossier.standing.goals, key=lambda goal: not goal.primary)
    return [block_of(dossier.challenge, one, (), today=office.today) for one in ordered]


def open_blockers(dossier: Dossier, today: date) -> list[tuple[str, Blocker]]:
    """What still stops the team, the most urgent first."""
    work = dossier.challenge.acceleration
    found = [
        (key, one)
        for key, one in (work.blockers.items() if work else ())
        if one.resolved is None or one.resolved > today
    ]
    return sorted(found, key=lambda entry: (entry[1].needed_by is None, entry[1].needed_by or today))


def asked(dossier: Dossier, today: date) -> Table:
    """What is asked of whom, by when."""
    rows = tuple(
        (
            one.what or key,
            one.asked_of or _("nobody named"),
            f"{words.short_date(one.needed_by, today)} ({words.when_words(one.needed_by, today)})"
            if one.needed_by
            else "–",
        )
        for key, one in open_blockers(dossier, today)
    )
    return Table(
        (_("What stands in the way"), _("Asked of"), _("Needed by")), rows, _("Nothing is asked of anybody.")
    )


def changes(dossier: Dossier, today: date) -> Points:
    """Amendments, waivers and what the audit found, in plain sight."""
    return Points(tuple(_changes(dossier, today)))


def _clock(dossier: Dossier, today: date) -> str:
    standing = dossier.standing
    if standing.start is None or standing.end is None:
        return words.phase_name(standing.phase)
    span = f"{words.short_date(standing.start, today)} – {words.short_date(standing.end, today)}"
    return f"{words.clock(standing)}, {span}"


def _changes(dossier: Dossier, today: date) -> Iterator[str]:
    challenge = dossier.challenge
    for one in challenge.amendments:
        goal = challenge.goals.get(one.goal)
        unit = goal.measurable.unit if goal and goal.measurable else None
        said = _("Amended {day}: {field} of {goal} from {was} to {now}. {because} ({by})")
        yield said.format(
            day=words.short_date(one.date, today),
            field=one.field,
            goal=one.goal,
            was=words.frozen(one.from_, unit, today),
            now=words.frozen(one.to, unit, today),
            because=one.because or "",
            by=one.by or _("approved by nobody yet"),
        )
    for waiver in challenge.waivers:
        said = _("Waived: {condition}. {because} ({by})")
        yield said.format(condition=waiver.condition, because=waiver.because, by=waiver.by)
    for opened in challenge.reopened:
        said = _("Reopened {day}: {because} ({by}). It had been {ended} {then}.")
        yield said.format(
            day=words.short_date(opened.date, today),
            because=opened.because,
            by=opened.by or "–",
            ended=words.word(opened.ended.as_),
            then=words.short_date(opened.ended.date, today),
        )
    yield _audit(dossier)


def _audit(dossier: Dossier) -> str:
    audited = dossier.audited
    if audited is None:
        return _("Audit: the folder is not in git, so there is no history to audit.")
    if not audited.findings:
        read = ngettext("{n} version", "{n} versions", audited.versions).format(n=audited.versions)
        return _("Audit: nothing was found in {read} that was not allowed.").format(read=read)
    found = ngettext("{n} finding", "{n} findings", len(audited.findings)).format(n=len(audited.findings))
    return _("Audit: {found}, such as: {text}").format(found=found, text=audited.findings[0].text)
