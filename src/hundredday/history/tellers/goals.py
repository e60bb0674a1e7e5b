"""Goals: set, changed while that is free, and changed after the launch without an amendment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.history.frozen import FrozenChange, frozen_changes, is_amended, new_amendments
from hundredday.history.leaves import Change, Leaf, changes
from hundredday.history.pair import Pair, Told
from hundredday.history.words import (
    amount,
    date_words,
    leaf_words,
    movement_words,
    quoted,
    shortened,
)
from hundredday.language import _
from hundredday.language.keywords import frozen_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hundredday.challenge.goal import Goal, NotMeasurable

_APART: Mapping[str, object] = {"readings": (), "not_measurable": None}
"""A goal without what has a story of its own."""


def tell_silent_changes(pair: Pair) -> Iterator[Told]:
    """Every frozen field that was changed after the launch without an amendment that accounts for it."""
    for key, before in pair.before.goals.items() if pair.was_launched else ():
        if (after := pair.after.goals.get(key)) is None:
            continue
        for change in frozen_changes(before, after):
            if not is_amended(change, new_amendments(pair, key, change.field)):
                yield _silent_change(pair, key, after, change)


def tell_goals(pair: Pair) -> Iterator[Told]:
    """Every goal that was set, removed, marked, or changed where it is free to change."""
    renamed = pair.renamed_goals
    yield from (_renamed(pair, old, new) for new, old in renamed.items())
    for key in dict.fromkeys((*pair.after.goals, *pair.before.goals)):
        if key in {*renamed, *renamed.values()}:
            continue
        before, after = pair.before.goals.get(key), pair.after.goals.get(key)
        where, name = ("acceleration", "goals", key), pair.goal_name(key)
        if after is None:
            event = pair.event(
                "goal-removed", _("goal {name} removed").format(name=name), goal=key, frozen=pair.was_launched
            )
            yield Told(event, (where,))
            continue
        if before is None:
            event = pair.event(
                "goal-set",
                _("goal {name} set{promise}").format(name=name, promise=_promise(pair, after)),
                **_facts(key, after),
            )
            yield Told(event, (where,))
        else:
            yield from _changed(pair, key, before, after)
        yield from _not_measurable(pair, key, before.not_measurable if before else None, after.not_measurable)


def _renamed(pair: Pair, old: str, new: str) -> Told:
    text = _("goal {old} goes by the key {new} from now on, and says the same").format(old=old, new=new)
    places = tuple(("acceleration", "goals", key) for key in (old, new))
    return Told(pair.event("goal-changed", text, goal=new, was=old), places)


def _changed(pair: Pair, key: str, before: Goal, after: Goal) -> Iterator[Told]:
    where, name = ("acceleration", "goals", key), pair.goal_name(key)
    is_told = before.primary != after.primary and len(pair.after.goals) > 1  # a single one is primary anyway
    if is_told:
        text = _("{name} is the primary goal") if after.primary else _("{name} is no longer the primary goal")
        event = pair.event("goal-changed", text.format(name=name), goal=key, primary=after.primary)
        yield Told(event, ((*where, "primary"),))
    spoken_for = [("primary",)] if is_told else []
    free = [change for change in _free_changes(pair, before, after) if change.where not in spoken_for]
    if free:
        yield pair.changed("goal-changed", _("goal {name}").format(name=name), where, free, goal=key)


def _free_changes(pair: Pair, before: Goal, after: Goal) -> list[Change]:
    old, new = vars(before), vars(after)
    if all(old[field] == new[field] for field in old if field not in _APART):
        return []  # most often only a reading came
    told = {change.where for change in frozen_changes(before, after)} if pair.was_launched else set()
    return [
        change
        for change in changes(before.model_copy(update=_APART), after.model_copy(update=_APART))
        if not {change.where, change.where[:1]} & told
    ]


def _silent_change(pair: Pair, key: str, goal: Goal, change: FrozenChange) -> Told:
    is_target = change.field == "target"
    unit = goal.measurable.unit if goal.measurable and is_target else None
    moved = movement_words(Change(change.where, change.before, change.after), pair.clock)
    unit_words = f" {shortened(unit)}" if unit and unit != "%" else unit or ""
    event = pair.event(
        "target-moved" if is_target else "frozen-field-changed",
        _("{field} of {key} changed {moved}{unit_words}, without an amendment").format(
            field=frozen_word(change.field), key=pair.goal_name(key), moved=moved, unit_words=unit_words
        ),
        goal=key,
        field=change.field,
        **{"from": change.before, "to": change.after},
    )
    return Told(event, (("acceleration", "goals", key, *change.where),))


def _not_measurable(
    pair: Pair, key: str, before: NotMeasurable | None, after: NotMeasurable | None
) -> Iterator[Told]:
    where = ("acceleration", "goals", key, "not_measurable")
    if not (differing := changes(before, after)):
        return
    if after is None:
        event = pair.event(
            "goal-changed",
            _("goal {key} is no longer marked not measurable").format(key=pair.goal_name(key)),
            goal=key,
        )
        yield Told(event, (where,))
    elif before is None:
        by = _(", by {by}").format(by=shortened(after.by)) if after.by else ""
        text = _("{key} marked not measurable: {because}{by}").format(
            key=pair.goal_name(key), because=shortened(after.because), by=by
        )
        event = pair.event(
            "marked-not-measurable", text, after.date, goal=key, because=after.because, by=after.by
        )
        yield Told(event, (where,))
    else:
        yield pair.changed(
            "goal-changed",
            _("goal {key}, not measurable,").format(key=pair.goal_name(key)),
            where,
            differing,
            goal=key,
        )


def _promise(pair: Pair, goal: Goal) -> str:
    measure = goal.measurable
    if measure is None or measure.target is None:
        return f": {quoted(goal.specific)}" if goal.specific else ""
    due = _(" by {due}").format(due=date_words(goal.due, pair.clock)) if goal.due else ""
    target = amount(measure.target, measure.unit)
    if measure.baseline is None or isinstance(measure.baseline, bool):
        return f": {target}{due}"
    return _(": from {baseline} to {target}{due}").format(
        baseline=leaf_words(measure.baseline, pair.clock), target=target, due=due
    )


def _facts(key: str, goal: Goal) -> dict[str, Leaf | None]:
    measure = goal.measurable
    return {
        "goal": key,
        "baseline": measure.baseline if measure else None,
        "target": measure.target if measure else None,
        "unit": measure.unit if measure else None,
        "due": goal.due,
    }
