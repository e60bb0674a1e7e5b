"""By what challenges can be chosen: a page for each choice, and marks by which choices combine within a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from hundredday.language import N_, _
from hundredday.outlook.standing import HEALTHS, PHASES
from hundredday.pages import site, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hundredday.outlook.standing import Standing
    from hundredday.programme import Accelerator

TITLES: Mapping[str, str] = {
    "phase": N_("Phase"),
    "health": N_("Health"),
    "topic": N_("Topic"),
    "cohort": N_("Cohort"),
    "agency": N_("Agency"),
}
"""By what can be chosen."""


class Choice(NamedTuple):
    """Challenges that have something in common, and the mark that each of them carries for it."""

    kind: str
    name: str
    mark: str
    standings: Sequence[Standing]

    @property
    def page(self) -> str:
        """The page that shows them and no others."""
        return f"{self.mark}.html"

    @property
    def many(self) -> int:
        return len(self.standings)


class Group(NamedTuple):
    """The choices of one kind."""

    kind: str
    title: str
    choices: Sequence[Choice]


def groups_with_pages(accelerator: Accelerator, standings: Sequence[Standing]) -> list[Group]:
    """The choices that have a page of their own; health is that of open challenges."""
    still_open = [one for one in standings if one.phase != "closed"]
    return [
        _group(accelerator, "health", still_open),
        *(
            group
            for kind in ("topic", "cohort", "agency")
            if len((group := _group(accelerator, kind, standings)).choices) > 1
        ),
    ]


def groups_within(accelerator: Accelerator, standings: Sequence[Standing]) -> list[Group]:
    """The choices that combine within a page; a kind in which all are alike chooses nothing."""
    groups = [_group(accelerator, kind, standings) for kind in TITLES]
    return [group for group in groups if len(group.choices) > 1]


def marks_of(standing: Standing) -> str:
    """The marks that a challenge carries, one for each kind; a kind that it has nothing of has a mark too."""
    return " ".join(_mark(kind, getattr(standing, kind)) for kind in TITLES)


def rules_of(groups: Iterable[Group]) -> Markup:
    """The rules of style that hide what is not chosen: any of one kind will do, and every kind must be met."""
    rules = []
    for group in groups:
        asked = f"main:has([name={group.kind}]:checked)"
        rules.append(f"{asked} .{_mark(group.kind, None)}{{display:none}}")
        rules += (
            f"{asked}:not(:has(#by-{choice.mark}:checked)) .{choice.mark}{{display:none}}"
            for choice in group.choices
        )
    return Markup("".join(rules))  # noqa: S704 (kinds and marks, which are plain names)


def _group(accelerator: Accelerator, kind: str, standings: Iterable[Standing]) -> Group:
    found: dict[str, list[Standing]] = {}
    for one in standings:
        if key := getattr(one, kind):
            found.setdefault(key, []).append(one)
    names = _names(accelerator, kind)
    choices = [Choice(kind, names.get(key, key), _mark(kind, key), ones) for key, ones in found.items()]
    order = [*names.values()] if kind in ("phase", "health") else []
    choices.sort(key=lambda one: (order.index(one.name) if order else 0, one.name.casefold()))
    return Group(kind, _(TITLES[kind]), choices)


def _names(accelerator: Accelerator, kind: str) -> Mapping[str, str]:
    """What the choices of a kind are called; a key that has no name is called as it is."""
    if kind == "phase":
        return {phase: words.phase_name(phase) for phase in PHASES}
    if kind == "health":
        return {health: words.word(health) for health in HEALTHS}
    if kind == "cohort":
        return {key: cohort.title or key for key, cohort in accelerator.cohorts.items()}
    return accelerator.topics if kind == "topic" else {}


def _mark(kind: str, key: str | None) -> str:
    return site.page_by(kind, key).removesuffix(".html") if key else f"no-{kind}"
