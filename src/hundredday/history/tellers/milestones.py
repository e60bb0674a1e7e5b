"""Milestones: set, done, moved, changed and removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.history.leaves import Change, changes, keyed
from hundredday.history.pair import Pair, Told, acceleration_of
from hundredday.history.words import date_words, movement_words, on_day, shortened
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.challenge.acceleration import Milestone
    from hundredday.findings import Where


def tell_milestones(pair: Pair) -> Iterator[Told]:
    """Every milestone that was set, done, moved, changed or removed."""
    before, after = acceleration_of(pair.before).milestones, acceleration_of(pair.after).milestones
    for key, old, new in keyed(before, after):
        where = ("acceleration", "milestones", key)
        if new is None:
            text = _("milestone removed: {key}").format(key=_title(key, old))
            yield Told(pair.event("milestone-removed", text, milestone=key), (where,))
        elif old is None:
            due = _(", due {due}").format(due=date_words(new.due, pair.clock)) if new.due else ""
            text = _("milestone set: {key}{due}").format(key=_title(key, new), due=due)
            yield Told(pair.event("milestone-set", text, milestone=key, due=new.due), (where,))
            if new.done:
                yield _done(pair, key, new, where)
        else:
            yield from _milestone_changes(pair, key, old, new)


def _milestone_changes(pair: Pair, key: str, old: Milestone, new: Milestone) -> Iterator[Told]:
    where = ("acceleration", "milestones", key)
    rest: list[Change] = []
    for change in changes(old, new):
        match change:
            case Change(("done",), None, _):
                yield _done(pair, key, new, where)
            case Change(("due",), before, _) if before is not None:
                said = (
                    _("critical milestone {key} moved: due {change}")
                    if old.critical
                    else _("milestone {key} moved: due {change}")
                )
                text = said.format(key=_title(key, new), change=movement_words(change, pair.clock))
                event = pair.event("milestone-moved", text, milestone=key, due=new.due, was=old.due)
                yield Told(event, ((*where, "due"),))
            case _:
                rest.append(change)
    if rest:
        yield pair.changed(
            "milestone-changed", _("milestone {key}").format(key=_title(key, new)), where, rest, milestone=key
        )


def _done(pair: Pair, key: str, milestone: Milestone, where: Where) -> Told:
    when = on_day(milestone.done, pair.clock) if milestone.done else ""
    late = milestone.due is not None and milestone.done is not None and milestone.done > milestone.due
    text = _("milestone done {when}{late}: {key}").format(
        when=when, late=_(", late") if late else "", key=_title(key, milestone)
    )
    event = pair.event("milestone-done", text, milestone.done, milestone=key, due=milestone.due)
    return Told(event, ((*where, "done"),))


def _title(key: str, milestone: Milestone | None) -> str:
    return shortened(milestone.title) if milestone and milestone.title else key
