"""What somebody above the team must decide about a challenge, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.language import _
from hundredday.language.calendar import short_date
from hundredday.language.keywords import word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.exports.state import Exported

SOON = 14
"""Days within which what is asked of somebody belongs into this week's note."""

_GREEN_OVER = frozenset({"off_track", "missed", "at_risk"})


def decisions(one: Exported, today: date) -> Iterator[str]:
    """Blockers, gates that are open, candidates without a decision, amendments without approval, false green."""
    yield from _asked(one, today)
    yield from _of_candidate(one, today)
    for amendment in one.challenge.amendments:
        if amendment.by is None:
            yield _("the amendment of {field} of {goal} on {day} waits for approval").format(
                field=amendment.field,
                goal=amendment.goal,
                day=short_date(amendment.date, today),
            )
    stands = one.standing
    if stands.phase == "acceleration" and stands.declared == "green" and stands.health in _GREEN_OVER:
        yield _("declared green, but computed {health}: find out which is true").format(
            health=word(stands.health)
        )
    elif stands.phase == "acceleration" and stands.health in {"off_track", "missed"}:
        yield _("{health}: help, amend or stop").format(health=word(stands.health))


def _asked(one: Exported, today: date) -> Iterator[str]:
    for due in one.dues:
        who = due.who or _("somebody")
        if due.kind == "blocker" and (due.on - today).days <= SOON:
            late = (
                _("{days} days over").format(days=(today - due.on).days)
                if due.overdue
                else short_date(due.on, today)
            )
            yield _("{what}: needed from {who} ({when})").format(what=due.what, who=who, when=late)
        elif due.kind == "gate":
            yield _("the gate is open: {what} ({who})").format(what=due.what, who=who)


def _of_candidate(one: Exported, today: date) -> Iterator[str]:
    design = one.challenge.design
    if one.standing.phase != "design" or (design and design.decision and design.decision.made):
        return
    entered = design.entered if design else None
    days = (today - entered).days if entered else 0
    yield (
        _("select or decline; proposed {days} days ago").format(days=days) if days else _("select or decline")
    )
