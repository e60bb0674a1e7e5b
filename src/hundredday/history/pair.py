"""Two versions of a challenge side by side, and what a teller says about them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from hundredday.challenge.acceleration import Acceleration, Clock
from hundredday.challenge.design import Design
from hundredday.challenge.sustainability import Sustainability
from hundredday.days import day_number
from hundredday.harmless import one_line
from hundredday.history.event import Event, Fact
from hundredday.history.words import called, change_words
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hundredday.challenge import Challenge
    from hundredday.findings import Where
    from hundredday.history.leaves import Change, Leaf


class Told(NamedTuple):
    """An event, and the places in the file whose difference it speaks for."""

    event: Event
    speaks_for: tuple[Where, ...]


class Pair(NamedTuple):
    """A challenge before and after; one that was not there before was a candidate without a word."""

    before: Challenge
    after: Challenge
    is_new: bool
    changes: tuple[Change, ...]

    @property
    def clock(self) -> Clock | None:
        """The clock that days are counted by: the later version's, where it has one."""
        return self.after.clock or self.before.clock

    @property
    def was_launched(self) -> bool:
        """Whether the goals were frozen when the change was made."""
        return self.before.clock is not None

    def goal_name(self, key: str) -> str:
        """What a goal is called in a sentence."""
        goal = self.after.goals.get(key) or self.before.goals.get(key)
        return called(key, goal.measurable.metric if goal and goal.measurable else None)

    @property
    def renamed_goals(self) -> dict[str, str]:
        """The goals that say the same under another key: the key before, by the new one."""
        before, after = self.before.goals, self.after.goals
        gone = {key: goal for key, goal in before.items() if key not in after}
        come = [key for key in after if key not in before] if gone else []
        return {key: old for key in come for old, goal in gone.items() if goal == after[key]}

    def guardrail_name(self, key: str) -> str:
        """What a guardrail is called in a sentence."""
        after, before = acceleration_of(self.after).guardrails, acceleration_of(self.before).guardrails
        rail = after.get(key) or before.get(key)
        return called(key, rail.metric if rail else None)

    def event(self, name: str, text: str, on: date | None = None, /, **facts: Leaf | None) -> Event:
        """An event about this challenge; facts that are None are left out."""
        detail = {fact: _plain(leaf) for fact, leaf in facts.items() if leaf is not None}
        if on is not None:
            detail["date"] = on.isoformat()
            if (clock := self.clock) and clock.start:
                detail["day"] = day_number(clock.start, on)
        return Event(name, one_line(text), detail, on)

    def changed(
        self, name: str, what: str, where: Where, changes: Iterable[Change], /, **facts: Leaf
    ) -> Told:
        """The plainest event: fields of something were changed."""
        found = tuple(changes)
        event = self.event(
            name,
            _("{what} changed: {found}").format(what=what, found=change_words(found, self.clock)),
            **facts,
        )
        return Told(event, tuple((*where, *change.where) for change in found))


def design_of(challenge: Challenge) -> Design:
    """The Design phase of a challenge; an empty one where it does not stand."""
    return challenge.design or Design.model_construct()


def acceleration_of(challenge: Challenge) -> Acceleration:
    """The Acceleration phase of a challenge; an empty one where it does not stand."""
    return challenge.acceleration or Acceleration.model_construct()


def sustainability_of(challenge: Challenge) -> Sustainability:
    """The Sustainability phase of a challenge; an empty one where it does not stand."""
    return challenge.sustainability or Sustainability.model_construct()


def _plain(leaf: Leaf) -> Fact:
    if isinstance(leaf, tuple):
        return "; ".join(str(_plain(part)) for part in leaf)
    return leaf.isoformat() if isinstance(leaf, date) else leaf
