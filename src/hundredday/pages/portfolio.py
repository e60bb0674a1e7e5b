"""The page of all challenges, and the same for those that have something in common."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup, escape

from hundredday.language import _, ngettext
from hundredday.outlook.standing import HEALTHS
from hundredday.outlook.urgency import counts, urgency
from hundredday.pages import site
from hundredday.pages.choosing import TITLES, groups_with_pages, groups_within, rules_of
from hundredday.pages.drawing import draw
from hundredday.pages.site import Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hundredday.findings import Finding
    from hundredday.outlook.standing import Standing
    from hundredday.pages.choosing import Choice, Group
    from hundredday.pages.extract import Extract
    from hundredday.pages.site import Office

MOST_URGENT = 6
"""How many things that wait for somebody open the page."""

SHOWN_PHASES = ("acceleration", "sustainability", "design", "closed")
"""What runs comes first."""


class HealthPiece(NamedTuple):
    """A health in the bar of all of them; places are in percent."""

    health: str
    many: int
    start: float
    width: float


def portfolio_pages(
    office: Office, extracts: Sequence[Extract], problems: Sequence[Finding], keys: Mapping[str, str]
) -> Iterator[Page]:
    """The page of all challenges and the pages of every choice; a key changes with its challenge."""
    standings = [one.standing for one in extracts]
    groups = groups_with_pages(office.accelerator, standings)
    filters = repr([(choice.page, choice.name, choice.many) for group in groups for choice in group.choices])
    rows = {one.standing.id: Markup(one.row) for one in extracts}  # noqa: S704 (drawn below)
    everything = partial(_page, office, standings, groups, rows, problems=problems)
    yield Page(site.PORTFOLIO, f"{filters}{[*keys.values()]}{problems!r}", everything)
    for group in groups:
        for choice in group.choices:
            sources = f"{filters}{[keys[one.id] for one in choice.standings]}"
            yield Page(choice.page, sources, partial(_page, office, choice.standings, groups, rows, choice))


def draw_rows(office: Office, standings: Sequence[Standing]) -> list[str]:
    """The row of each challenge, all of them drawn at once: that is much quicker than one by one."""
    # No text of a file brings a NUL with it: on its way into a page it is spelled out.
    drawn = draw("rows.html", standings=standings, today=office.today) if standings else ""
    return [row.strip() for row in drawn.split("\0")[: len(standings)]]


def _page(
    office: Office,
    standings: Sequence[Standing],
    groups: Sequence[Group],
    rows: Mapping[str, Markup],
    choice: Choice | None = None,
    problems: Sequence[Finding] = (),
) -> str:
    ordered = sorted(standings, key=urgency)
    choosing = groups_within(office.accelerator, standings)
    phases = [(phase, [one for one in ordered if one.phase == phase]) for phase in SHOWN_PHASES]
    return draw(
        "portfolio.html",
        office=office,
        up="",
        rows=rows,
        here=choice.page if choice else site.PORTFOLIO,
        chosen=choice.name if choice else "",
        kind=_(TITLES[choice.kind]) if choice else "",
        choosing=choosing,
        rules=rules_of(choosing),
        sentence=_sentence(standings),
        counts=counts(standings),
        healths=_healths(standings),
        urgent=() if choice else _urgent(office, ordered),
        shown=_shown("all", len(standings)),
        shown_of={phase: _shown("here", len(found)) for phase, found in phases},
        apart=[group for group in groups if group.kind != "health"],
        phases=[(phase, found) for phase, found in phases if found],
        problems=problems,
    )


def _sentence(standings: Sequence[Standing]) -> str:
    """How many run, and how they do; what there is none of is not said."""
    team = [one for one in standings if one.phase == "acceleration"]
    running = [one for one in team if one.day is not None and one.day >= 0]
    many = len(running) or len(standings)
    if not standings:
        return _("There is no challenge yet.")
    if not running:
        return ngettext("{n} challenge; none runs now.", "{n} challenges; none runs now.", many).format(
            n=many
        )
    good = sum(one.health in ("on_track", "achieved") for one in running)
    bad = sum(one.health in ("off_track", "missed", "at_risk", "stale") for one in running)
    said = {
        ngettext("{n} is on the way to its target", "{n} are on the way to their targets", good): good,
        ngettext("{n} needs attention", "{n} need attention", bad): bad,
        _("of {n} nobody can tell yet"): many - good - bad,
    }
    parts = _(", ").join(text.format(n=n) for text, n in said.items() if n)
    sentence = ngettext("{n} challenge runs: {parts}.", "{n} challenges run: {parts}.", many)
    return f"{sentence.format(n=many, parts=parts)}{_waiting(len(team) - many)}"


def _waiting(many: int) -> str:
    """What is in Acceleration and has no clock yet: nothing can be said of how that does."""
    said = ngettext(" {n} waits for its launch.", " {n} wait for their launch.", many)
    return said.format(n=many) if many else ""


def _shown(counter: str, many: int) -> Markup:
    """How many of them a choice leaves: the style counts them in the place that carries the counter's name."""
    counted = Markup('<b class="{}"></b>').format(counter)
    return Markup(escape(_("{n} of {many}"))).format(n=counted, many=many)  # noqa: S704 (escaped)


def _healths(standings: Sequence[Standing]) -> list[HealthPiece]:
    found = Counter(one.health for one in standings if one.health and one.phase != "closed")
    pieces, start = [], 0.0
    for health in (one for one in HEALTHS if found[one]):
        width = round(100 * found[health] / found.total(), 2)
        pieces.append(HealthPiece(health, found[health], round(start, 2), width))
        start += width
    return pieces


def _urgent(office: Office, ordered: Sequence[Standing]) -> list[Standing]:
    open_ones = [one for one in ordered if one.phase != "closed" and one.next and one.next.on]
    late = [one for one in open_ones if one.next and one.next.on and one.next.on < office.today]
    return sorted(late, key=lambda one: one.next.on if one.next and one.next.on else office.today)[
        :MOST_URGENT
    ]
