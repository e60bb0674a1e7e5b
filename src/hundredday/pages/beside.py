"""The page of what stands beside the challenges: training intakes, partners, and what happened to them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from hundredday.days import zone_of
from hundredday.language import N_, _, ngettext
from hundredday.outlook.exchange import PartnerStanding, plain_partner, totals
from hundredday.outlook.training import IntakeStanding, plain_intake
from hundredday.pages import site
from hundredday.pages.drawing import draw
from hundredday.pages.site import Page
from hundredday.pages.story import chapters

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hundredday.history.timeline import Entry
    from hundredday.outlook.standing import Standing
    from hundredday.pages.site import Office


_STATES: Mapping[str, str] = {
    "enrolled": N_("enrolled"),
    "graduated": N_("graduated"),
    "left": N_("left"),
}


@dataclass(frozen=True, slots=True)
class Beside:
    """Every intake and every partner, the challenges that they refer to, by their ids, and their story."""

    intakes: Sequence[IntakeStanding]
    partners: Sequence[PartnerStanding]
    standings: Mapping[str, Standing]
    story: Sequence[Entry]


def beside_page(office: Office, beside: Beside) -> Page:
    """The page of training and exchange."""
    sources = repr(
        (
            [plain_intake(one) for one in beside.intakes],
            [plain_partner(one, beside.standings) for one in beside.partners],
            [(one.commit, one.challenge, one.event.text) for one in beside.story],
        )
    )
    return Page(site.BESIDE, sources, partial(_draw, office, beside))


def _draw(office: Office, beside: Beside) -> str:
    """Intakes with who takes part, partners with visits and practices, and the story of both."""
    named = {
        **{("training", one.id): one.intake.title for one in beside.intakes},
        **{("exchange", one.id): one.partner.partner for one in beside.partners},
    }
    story = [
        one._replace(
            event=replace(
                one.event, text=f"{named.get((one.kind, one.challenge), one.challenge)}: {one.event.text}"
            )
        )
        for one in beside.story
    ]
    return draw(
        "beside.html",
        office=office,
        up="",
        here=site.BESIDE,
        sentence=_sentence(beside),
        intakes=beside.intakes,
        partners=beside.partners,
        standings=beside.standings,
        states={name: _(words) for name, words in _STATES.items()},
        story=chapters(story, zone_of(office.accelerator.timezone)),
        story_length=ngettext("{n} entry", "{n} entries", len(story)).format(n=len(story)),
    )


def _sentence(beside: Beside) -> str:
    """How many take part and have graduated, and how many partners and visits there are."""
    counts = [one.counts for one in beside.intakes]
    people, graduated = (sum(one[name] for one in counts) for name in ("participants", "graduated"))
    sums = totals(beside.partners)
    said = [
        (ngettext("{n} training intake", "{n} training intakes", len(counts)), len(counts)),
        (ngettext("{n} participant", "{n} participants", people), people),
        (_("{n} graduated"), graduated),
        (ngettext("{n} partner", "{n} partners", sums.partners), sums.partners),
        (ngettext("{n} visit", "{n} visits", sums.visits), sums.visits),
        (_("{used} of {n} practices in use"), sums.practices),
    ]
    return _(", ").join(words.format(n=n, used=sums.practices_in_use) for words, n in said if n)
