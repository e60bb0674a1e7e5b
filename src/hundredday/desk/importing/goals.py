"""What the rows of a register would do to goals: each is a new goal, more said about one, there already, or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.people import folded
from hundredday.desk.importing.naming import Names
from hundredday.errors import Failure
from hundredday.imports.goals import goal_of
from hundredday.imports.plan import Line, Plan
from hundredday.imports.rows import rows_below
from hundredday.language import _
from hundredday.language.keywords import phase_name
from hundredday.moves import make_key, set_goal, speak_of
from hundredday.numbers import number_words, value_words

if TYPE_CHECKING:
    from hundredday.challenge import Challenge
    from hundredday.desk.desk import Desk
    from hundredday.imports.goals import NewGoal
    from hundredday.imports.headers import Heading
    from hundredday.imports.plan import Does
    from hundredday.imports.terms import Terms


def plan_goals(desk: Desk, heading: Heading, terms: Terms, challenge: str | None) -> Plan:
    """What each row would do; nothing is changed. `challenge` is the one of rows that name none.

    A register holds challenges of every phase: those that are not in Acceleration are left out and said.

    Raises:
        UnknownId, AmbiguousId: there is no challenge of that name.
    """
    names, plan = Names(desk, challenge), Plan()
    for row in rows_below(heading):
        goal, objections = goal_of(row, heading.sheet, terms)
        plan.objections += objections
        if goal:
            _add(plan, names, goal)
    return plan


def _add(plan: Plan, names: Names, goal: NewGoal) -> None:
    field, name = "challenge", ""
    try:
        name = names.of(goal.challenge)
        challenge = plan.changed.get(name) or names.read(name)
        if challenge.phase != "acceleration":
            text = _("is in {phase}; goals are set in Acceleration").format(phase=phase_name(challenge.phase))
            plan.lines.append(Line(goal.row.number, "skipped", name, text))
            return
        field = "target"
        key = _key(challenge, goal)
        changed = set_goal(challenge, goal=key, said=goal.said)
    except Failure as failure:
        told = speak_of(failure, name) if name else failure
        plan.objections.append(goal.row.object(field, told.text, told.mend))
        return
    is_new = key not in challenge.goals
    does: Does = "new" if is_new else "there" if changed == challenge else "correction"
    plan.lines.append(Line(goal.row.number, does, name, _words(changed, key)))
    if changed != challenge:
        plan.changed[name] = changed


def _key(challenge: Challenge, goal: NewGoal) -> str:
    """The key of the goal that is meant, by its key or its metric; one made of the metric where it is new."""
    written = folded(goal.goal or "")
    metric = folded(goal.said.metric or "")
    for key, known in challenge.goals.items():
        counted = folded((known.measurable and known.measurable.metric) or "")
        if written in {folded(key), counted} if written else counted == metric:
            return key
    return goal.goal or make_key(goal.said.metric or "", challenge.goals)


def _words(challenge: Challenge, key: str) -> str:
    """A goal in a line: its key, where it begins and where it is to end."""
    measure = challenge.goals[key].measurable
    if measure is None or measure.target is None:
        return key
    start = f"{number_words(measure.baseline)} → " if measure.baseline is not None else ""
    return f"{key}: {start}{value_words(measure.target, measure.unit)}"
