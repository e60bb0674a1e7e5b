"""An amendment tells of a change that was never made.

An amendment leads from what the goal said to what it says from then on: both stand in the file, in the
version before and in this one. One that begins elsewhere gives the goal another past, and every report
shows that past beside it. One that names no goal, or no field that the launch freezes, is about nothing.
A changed field that no amendment accounts for is another offence, frozen-field-changed.

Example: the target was 107 since the launch, and an amendment says that it was raised from 90 to 107.

What to do: ask for the minutes of the meeting at which it was agreed, and undo it with `git revert`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hundredday.challenge import Challenge
    from hundredday.challenge.acceleration import Amendment
    from hundredday.challenge.frozen import Frozen
    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.step import Step

RULE = "amendment-untrue"
SEVERITY = Severity.ERROR


def check(step: Step) -> Iterator[AuditFinding]:
    if step.before is None or step.after is None or not any(one.name == "amended" for one in step.events):
        return
    from hundredday.history.frozen import added_amendments

    new = added_amendments(step.before, step.after)
    mend = _("Ask for the minutes of the meeting at which it was agreed.")
    for goal, field in dict.fromkeys((one.goal, one.field) for one in new):
        made = [one for one in new if (one.goal, one.field) == (goal, field)]
        if text := _untrue(step.before, step.after, made):
            # Two branches that amended the same are told apart by what they say.
            about = f"{goal} {field} {made}"
            yield step.found(RULE, SEVERITY, text, mend, about=about)


def _untrue(before: Challenge, after: Challenge, made: Sequence[Amendment]) -> str:
    """What is not true of the new amendments of one field; nothing where they are."""
    from hundredday.challenge.frozen import FROZEN, frozen_value, is_same

    goal, field, on = made[0].goal, made[0].field, made[0].date
    if goal not in after.goals or field not in FROZEN:
        return _("The amendment of {on} names {goal} {field}, and the launch froze no such thing.").format(
            on=on, goal=goal, field=field
        )
    if goal not in before.goals:
        return ""
    was, now = (frozen_value(one.goals[goal], field) for one in (before, after))
    first, last = made[0].from_, made[-1].to
    if is_same(first, was) and is_same(last, now):
        return ""
    if not is_same(was, now):  # that it changed without an amendment is an offence of its own
        return ""
    if not is_same(first, was):
        return _(
            "The amendment of {on} says that {field} of {goal} was {said} until then; it was {true}."
        ).format(on=on, field=field, goal=goal, said=_said(first), true=_said(was))
    return _(
        "The amendment of {on} says that {field} of {goal} is {said} from then on; it is {true}."
    ).format(on=made[-1].date, field=field, goal=goal, said=_said(last), true=_said(now))


def _said(value: Frozen) -> str:
    return _("nothing") if value is None else str(value)
