"""The weekly note as Markdown: what needs a decision, what moved this week, and the numbers."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from itertools import chain
from typing import TYPE_CHECKING

from hundredday.days import day_words, zone_of
from hundredday.exports.decisions import decisions
from hundredday.exports.markdown import row, said
from hundredday.language import N_, _
from hundredday.language.calendar import long_date
from hundredday.language.keywords import phase_words, word
from hundredday.numbers import rough, value_words
from hundredday.outlook.standing import HEALTHS
from hundredday.outlook.urgency import counts, urgency

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hundredday.exports.state import Exported, State
    from hundredday.outlook.standing import GoalStanding

WEEK = 7

_KINDS: Mapping[str, str] = {"training": N_("training"), "exchange": N_("exchange")}


def md(state: State) -> bytes:
    """The note for Monday's meeting; every text of a person stands in it as text."""
    shown = tuple(sorted(state.challenges, key=lambda one: urgency(one.standing)))
    title = _("{name}: the week to {day}").format(name=said(state.name), day=long_date(state.today))
    parts = (
        (f"# {title}", "", _counted(state)),
        (f"## {_('Needs a decision')}", "", *_decided(shown, state)),
        (f"## {_('Moved this week')}", "", *_moved(shown, state)),
        (f"## {_('The numbers')}", "", *_numbers(shown)),
    )
    return ("\n\n".join("\n".join(part) for part in parts) + "\n").encode()


def _counted(state: State) -> str:
    standings = [one.standing for one in state.challenges]
    phases = [f"{phase_words(phase)} {count}" for phase, count in counts(standings).items()]
    found = Counter(one.health for one in standings if one.health and one.phase != "closed")
    healths = [f"{word(health)} {found[health]}" for health in HEALTHS if found[health]]
    return " · ".join(phases) + (f"\n\n{_('Open challenges')}: {', '.join(healths)}." if healths else "")


def _decided(shown: tuple[Exported, ...], state: State) -> Iterator[str]:
    lines = [
        f"- **{said(one.challenge.title)}**: {said(asked)}"
        for one in shown
        for asked in decisions(one, state.today)
    ]
    yield from lines or [_("Nothing this week.")]


def _moved(shown: tuple[Exported, ...], state: State) -> Iterator[str]:
    if not state.has_history:
        yield _("Not known: nothing of this folder has been committed to git.")
        return
    since, zone = state.today - timedelta(days=WEEK), zone_of(state.accelerator.timezone)
    told: dict[tuple[str, str], dict[str, None]] = {}
    for entry in state.entries:
        if since < entry.when.astimezone(zone).date() <= state.today:
            told.setdefault((entry.kind, entry.challenge), {})[entry.event.text] = None
    names = {("", one.id): said(one.challenge.title) for one in shown}
    names |= {key: _beside(*key) for key in sorted(told, reverse=True) if key[0]}
    lines = (
        (f"- **{name}**", *(f"    - {said(text)}" for text in told[key]))
        for key, name in names.items()
        if key in told
    )
    yield from list(chain.from_iterable(lines)) or [_("Nothing was recorded this week.")]


def _beside(kind: str, id_: str) -> str:
    """What an intake, a partner or accelerator.yaml is called."""
    return f"{_(_KINDS[kind])}: {said(id_)}" if kind in _KINDS else said(id_)


def _numbers(shown: tuple[Exported, ...]) -> Iterator[str]:
    running = [
        (one, goal) for one in shown if one.standing.phase == "acceleration" for goal in one.standing.goals
    ]
    if not running:
        yield _("No challenge is running.")
        return
    yield row(
        _("Challenge"), _("Day"), _("Goal"), _("Now"), _("Target"), _("Way made"), _("Forecast"), _("Health")
    )
    yield row("---", "---", "---", "---:", "---:", "---:", "---:", "---")
    for one, goal in running:
        yield row(*_goal_cells(one, goal))


def _goal_cells(one: Exported, goal: GoalStanding) -> Iterator[str]:
    stands, target = one.standing, said(_value(goal, goal.target))
    yield said(stands.title)
    yield "–" if stands.day is None or stands.days is None else day_words(stands.day, stands.days)
    yield said(goal.metric or goal.id)
    yield said(_value(goal, goal.latest))
    moved = goal.target_at_launch is not None and goal.target_at_launch != goal.target
    at_launch = _("{value} at launch").format(value=said(_value(goal, goal.target_at_launch)))
    yield f"{target} ({at_launch})" if moved else target
    yield _share(goal.progress) + (f" ({_share(goal.expected)})" if goal.expected is not None else "")
    yield said(_value(goal, rough(goal.forecast.middle))) if goal.forecast else "–"
    yield word(goal.health) if goal.health else "–"


def _value(goal: GoalStanding, value: float | None) -> str:
    return "–" if value is None else value_words(value, goal.unit)


def _share(part: float | None) -> str:
    return "–" if part is None else f"{100 * part:.0f}%"
