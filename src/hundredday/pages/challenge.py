"""The page of one challenge: where it stands, what was promised, who is in it, and all that happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hundredday.days import zone_of
from hundredday.language import N_, _, ngettext
from hundredday.metrics import series_of
from hundredday.outlook.follow_up import follow_ups
from hundredday.outlook.health import is_breached
from hundredday.pages import site
from hundredday.pages.drawing import draw
from hundredday.pages.goal import block_of
from hundredday.pages.grid import placed
from hundredday.pages.ruler import ruler
from hundredday.pages.story import chapters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.challenge.acceleration import Acceleration, Declared
    from hundredday.challenge.people import Person
    from hundredday.metrics import Reading
    from hundredday.pages.site import Dossier, Office

_STATES: Mapping[str, str] = {
    "holds": N_("holds"),
    "missing": N_("missing"),
    "warning": N_("warning"),
    "waived": N_("waived"),
}


class GuardrailLine(NamedTuple):
    """A guardrail with its newest reading."""

    name: str
    unit: str | None
    limit: float | None
    latest: Reading | None
    breached: bool


def challenge_page(office: Office, dossier: Dossier) -> str:
    """The page, drawn."""
    challenge, standing, today = dossier.challenge, dossier.standing, office.today
    goals = sorted(standing.goals, key=lambda goal: not goal.primary)
    declared, design = _declared(challenge, today), challenge.design
    return draw(
        "challenge.html",
        office=office,
        up="../",
        here=site.page_of(standing.id),
        challenge=challenge,
        standing=standing,
        declared=next(iter(declared), None),
        earlier=declared[1:],
        ruler=ruler(challenge.acceleration, standing, today=today),
        promises=_promises(challenge),
        goals=[block_of(challenge, one, dossier.letters.get(one.id, ()), today=today) for one in goals],
        looks=follow_ups(challenge, settings=office.accelerator.settings, today=today),
        everybody=tuple(_everybody(challenge)),
        stakeholders=placed(design.stakeholders) if design else (),
        scores=_scores(challenge),
        audited=dossier.audited,
        named=(),
        problems=dossier.problems,
        story=chapters(dossier.story, zone_of(office.accelerator.timezone)),
        story_length=ngettext("{n} entry", "{n} entries", len(dossier.story)).format(n=len(dossier.story)),
        **_programme(office, challenge),
        **_gate(dossier),
        **_work(challenge.acceleration, today),
    )


def _programme(office: Office, challenge: Challenge) -> dict[str, object]:
    """The topic and the cohort by their titles, where they have one."""
    accelerator = office.accelerator
    cohort = accelerator.cohorts.get(challenge.cohort or "")
    return {
        "topic": accelerator.topics.get(challenge.topic or "", challenge.topic),
        "cohort": (cohort and cohort.title) or challenge.cohort,
    }


def _gate(dossier: Dossier) -> dict[str, object]:
    """The checklist of the gate ahead."""
    missing = sum(verdict.blocks for verdict in dossier.verdicts)
    said = _("{n} of {all} missing").format(n=missing, all=len(dossier.verdicts))
    return {
        "verdicts": dossier.verdicts,
        "gate": dossier.gate,
        "gate_words": said if missing else _("open"),
        "states": {state: _(word) for state, word in _STATES.items()},
        "waived": {waiver.condition: waiver for waiver in dossier.challenge.waivers},
    }


def _declared(challenge: Challenge, today: date) -> list[Declared]:
    """The colours that people declared, the newest first."""
    declared = challenge.acceleration.declared if challenge.acceleration else ()
    return sorted((one for one in declared if one.date <= today), key=lambda one: one.date, reverse=True)


def _promises(challenge: Challenge) -> str:
    return (
        _("Not everything went as it was written on Day 0:")
        if challenge.amendments or challenge.waivers
        else ""
    )


def _work(acceleration: Acceleration | None, today: date) -> dict[str, object]:
    """What the team is busy with, in the order in which it matters."""
    if acceleration is None:
        return {"blockers": (), "milestones": (), "guardrails": ()}
    from datetime import date as day

    return {
        "blockers": sorted(
            acceleration.blockers.items(),
            key=lambda entry: (entry[1].resolved is not None, entry[1].needed_by or day.max),
        ),
        "milestones": sorted(acceleration.milestones.items(), key=lambda entry: entry[1].due or day.max),
        "guardrails": tuple(_guardrails(acceleration, today)),
    }


def _guardrails(acceleration: Acceleration, today: date) -> Iterator[GuardrailLine]:
    for key, one in acceleration.guardrails.items():
        known = [reading for reading in series_of(one.readings) if reading.date <= today]
        latest = known[-1] if known else None
        yield GuardrailLine(one.metric or key, one.unit, one.limit, latest, is_breached(one, today=today))


def _everybody(challenge: Challenge) -> Iterator[tuple[str, Person]]:
    if challenge.sponsor:
        yield _("sponsor"), challenge.sponsor
    team = challenge.team
    if team is None:
        return
    if team.leader:
        yield _("leader"), team.leader
    if team.coach:
        yield _("coach"), team.coach
    yield from ((_("member"), member) for member in team.members)


def _scores(challenge: Challenge) -> list[tuple[str, int]]:
    scores = challenge.design.scores if challenge.design else None
    if scores is None:
        return []
    given = [(name, getattr(scores, name)) for name in type(scores).model_fields]
    return [(_(name.replace("_", " ")), grade) for name, grade in given if grade is not None]
