"""The results are in: each goal has a final reading, or it is said why it cannot be measured.

A final reading is one of the last 10 days before the due date, or a later one. A missed goal passes:
missing a target must never block learning from it. A goal without a number is another matter, because
nobody can learn from it.

A good example: `{date: 2026-07-15, value: 1, source: Registry, status: verified}`.

To open the gate: `hundredday record ID GOAL VALUE --on …`, or
`hundredday goal ID GOAL --not-measurable "why" --by …`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.goal import Goal
from hundredday.findings import Finding, Severity
from hundredday.gates.clock_has_run import is_primary_reached
from hundredday.gates.condition import Gate, command
from hundredday.gates.smart import goal_command, lacks
from hundredday.language import _
from hundredday.outlook.course import course_of, final_from

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.outlook.course import Course
    from hundredday.programme import Settings

GATE: Gate = "sustainability"
SEVERITY = Severity.ERROR


def check(challenge: Challenge, settings: Settings, today: date) -> Iterator[Finding]:
    del settings
    where = ("acceleration", "goals")
    if not challenge.goals:
        mend = goal_command(None, lacks(Goal(), challenge))
        yield Finding("results-are-in", _("There is no goal to have a result of."), mend, where=where)
        return
    if not challenge.clock:
        text = _("There is no result before the launch.")
        yield Finding("results-are-in", text, command("launch"), where=where)
        return
    for key, goal in challenge.goals.items():
        course = course_of(challenge, goal, today=today)
        if not (goal.not_measurable or _has_final(challenge, goal, course)):
            yield _missing(key, course)


def _has_final(challenge: Challenge, goal: Goal, course: Course) -> bool:
    assert course.last is not None
    if course.latest is None:
        return False
    if course.latest.date >= final_from(min(course.last, course.today)):
        return True
    # What was reached early stays reached: its latest reading is the final one.
    primary = challenge.primary
    return primary is not None and goal is primary[1] and is_primary_reached(challenge, course.today)


def _missing(key: str, course: Course) -> Finding:
    assert course.last is not None
    on = min(course.last, course.today)
    measure, latest = course.measure, course.latest
    known = latest.value if latest else measure.baseline if measure else None
    value = (
        "0" if known is None else ("done" if known else "not-done") if isinstance(known, bool) else str(known)
    )
    return Finding(
        "results-are-in",
        _("The goal {key} has no final reading from {on} on; put the true number into the command.").format(
            key=key, on=final_from(on)
        ),
        command("record", key, value, on=on, note="final reading"),
        where=("acceleration", "goals", key, "readings"),
    )
