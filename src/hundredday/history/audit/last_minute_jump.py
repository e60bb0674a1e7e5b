"""More than half of a goal's result came in its last readings, or was written down after the last day.

The last readings are those of the ten days before the due date, and those for an earlier day that were
written down or corrected after it. A number that stood still for ninety days and then leaps is either a great last
week or another way of counting. This is a warning: it asks for a look at the source.

Example: 43 of 107 people housed on Day 88, 102 on Day 99.

What to do: compare what was counted before and after, case by case if need be.
"""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.language import _
from hundredday.numbers import value_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.challenge.goal import Goal
    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.step import Step
    from hundredday.metrics import Reading

RULE = "last-minute-jump"
SEVERITY = Severity.WARNING

LAST_DAYS = 10
"""Days before the due date whose readings are the last ones."""

_SHORT_CLOCK = 20
"""Days of a clock in which there is no before and after to compare."""


def check(step: Step) -> Iterator[AuditFinding]:
    if step.before is None or step.after is None:
        return
    for key, goal in step.after.goals.items():
        known = step.before.goals.get(key)
        if known is None or len(goal.readings) <= len(known.readings):
            continue
        due = _due(step.after, goal)
        jump = _jump(goal, due, _timely(known, goal, due, step.made.earliest_day))
        if jump and not _jump(known, due, _entered_by(known.readings, due)):
            text = _("More than half of the result of {key} came at the very end: {jump}.").format(
                key=key, jump=jump
            )
            mend = _("Compare what was counted before and after with the source.")
            yield step.found(RULE, SEVERITY, text, mend, about=key)


def _due(challenge: Challenge, goal: Goal) -> date | None:
    clock = challenge.clock
    if clock is None or clock.days <= _SHORT_CLOCK:
        return None
    return goal.due or clock.end


def _timely(known: Goal, goal: Goal, due: date | None, first: date) -> tuple[Reading, ...]:
    """The entries that were there by the due date, as far as the file and the day of the commit tell."""
    return _entered_by(known.readings if due and first > due else goal.readings, due)


def _entered_by(readings: Iterable[Reading], due: date | None) -> tuple[Reading, ...]:
    return tuple(one for one in readings if due is None or (one.entered or one.date) <= due)


def _jump(goal: Goal, due: date | None, timely: Iterable[Reading]) -> str:
    """The leap in words; nothing where there was none."""
    measure = goal.measurable
    if due is None or measure is None or measure.baseline is None or isinstance(measure.baseline, bool):
        return ""
    within = [reading for reading in goal.series if reading.date <= due]
    from hundredday.metrics import series_of

    earlier = [one for one in series_of(timely) if (due - one.date).days >= LAST_DAYS]
    if not within or (earlier and earlier[-1].value == within[-1].value):
        return ""
    was, now = earlier[-1].value if earlier else measure.baseline, within[-1].value
    gained, whole = (measure.progress(value) for value in (was, now))
    if gained is None or whole is None or not isfinite(whole) or whole <= 0 or (whole - gained) * 2 <= whole:
        return ""
    words = [value_words(value, measure.unit) for value in (was, now)]
    since = _("on {date}").format(date=earlier[-1].date) if earlier else _("at the start")
    return _("{before} {since}, {after} on {date}").format(
        before=words[0], since=since, after=words[1], date=within[-1].date
    )
