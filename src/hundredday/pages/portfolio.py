"""The page of all challenges, and the same for those that have something in common."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from hundredday.language import N_, _, ngettext
from hundredday.outlook.standing import HEALTHS
from hundredday.outlook.urgency import counts, urgency
from hundredday.pages import site, words
from hundredday.pages.drawing import draw
from hundredday.pages.site import Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hundredday.findings import Finding
    from hundredday.outlook.standing import Standing
    from hundredday.pages.site import Office

MOST_URGENT = 6
"""How many things that wait for somebody open the page."""

SHOWN_PHASES = ("acceleration", "sustainability", "design", "closed")
"""What runs comes first."""

_KINDS: Mapping[str, str] = {
    "topic": N_("Topic"),
    "cohort": N_("Cohort"),
    "agency": N_("Agency"),
    "health": N_("Health"),
}
"""By what challenges can be chosen."""


class HealthPiece(NamedTuple):
    """A health in the bar of all of them; places are in percent."""

    health: str
    many: int
    start: float
    width: float


class Choice(NamedTuple):
    """Challenges that have something in common, and the page that shows them."""

    kind: str
    name: str
    page: str
    standings: Sequence[Standing]

    @property
    def many(self) -> int:
        return len(self.standings)


class Group(NamedTuple):
    """The choices of one kind."""

    kind: str
    title: str
    choices: Sequence[Choice]


def portfolio_pages(
    office: Office, standings: Sequence[Standing], problems: Sequence[Finding], keys: Mapping[str, str]
) -> Iterator[Page]:
    """The page of all challenges and the pages of every choice; a key changes with its challenge."""
    groups = _groups(office, standings)
    filters = repr([(choice.page, choice.name, choice.many) for group in groups for choice in group.choices])
    rows = _Rows(office, standings)
    everything = partial(_page, office, standings, groups, rows, problems=problems)
    yield Page(site.PORTFOLIO, f"{filters}{[*keys.values()]}{problems!r}", everything)
    for group in groups:
        for choice in group.choices:
            sources = f"{filters}{[keys[one.id] for one in choice.standings]}"
            yield Page(choice.page, sources, partial(_page, office, choice.standings, groups, rows, choice))


class _Rows(dict[str, Markup]):
    """The row of each challenge by its id, drawn for all pages at once when the first is asked for."""

    def __init__(self, office: Office, standings: Sequence[Standing]) -> None:
        super().__init__()
        self._today = office.today
        self._standings = standings

    def __missing__(self, id_: str) -> Markup:
        # No text of a file brings a NUL with it: on its way into a page it is spelled out.
        drawn = draw("rows.html", standings=self._standings, today=self._today).split("\0")
        self.update(zip((one.id for one in self._standings), map(Markup, drawn), strict=False))
        return self[id_]


def _page(
    office: Office,
    standings: Sequence[Standing],
    groups: Sequence[Group],
    rows: _Rows,
    choice: Choice | None = None,
    problems: Sequence[Finding] = (),
) -> str:
    ordered = sorted(standings, key=urgency)
    phases = [(phase, [one for one in ordered if one.phase == phase]) for phase in SHOWN_PHASES]
    return draw(
        "portfolio.html",
        office=office,
        up="",
        rows=rows,
        here=choice.page if choice else site.PORTFOLIO,
        chosen=choice.name if choice else "",
        kind=_(_KINDS[choice.kind]) if choice else "",
        sentence=_sentence(standings),
        counts=counts(standings),
        healths=_healths(standings),
        urgent=() if choice else _urgent(office, ordered),
        filters=[group for group in groups if group.kind != "health"],
        phases=[(phase, found) for phase, found in phases if found],
        problems=problems,
    )


def _groups(office: Office, standings: Sequence[Standing]) -> list[Group]:
    """By what they can be chosen; a kind in which all are alike chooses nothing."""
    accelerator = office.accelerator
    names = {
        "topic": accelerator.topics,
        "cohort": {key: cohort.title or key for key, cohort in accelerator.cohorts.items()},
        "agency": {},
        "health": {health: _(words.HEALTHS[health]) for health in HEALTHS},
    }
    groups = []
    for kind, title in _KINDS.items():
        found: dict[str, list[Standing]] = {}
        for one in standings:
            key = getattr(one, kind)
            if key and not (kind == "health" and one.phase == "closed"):
                found.setdefault(key, []).append(one)
        known: Mapping[str, str] = names[kind]
        choices = [
            Choice(kind, known.get(key, key), site.page_by(kind, key), ones) for key, ones in found.items()
        ]
        if len(choices) > 1 or kind == "health":
            groups.append(Group(kind, _(title), sorted(choices, key=lambda one: one.name.casefold())))
    return groups


def _sentence(standings: Sequence[Standing]) -> str:
    running = [one for one in standings if one.phase == "acceleration"]
    if not running:
        many = len(standings)
        return ngettext("{n} challenge; none runs now.", "{n} challenges; none runs now.", many).format(
            n=many
        )
    good = sum(one.health in ("on_track", "achieved") for one in running)
    bad = sum(one.health in ("off_track", "missed", "at_risk", "stale") for one in running)
    many = len(running)
    first = ngettext("{n} challenge runs.", "{n} challenges run.", many).format(n=many)
    second = _("{good} on the way to the target, {bad} not; of {others} nobody can tell yet.")
    return f"{first} {second.format(good=good, bad=bad, others=many - good - bad)}"


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
