"""A gate was passed while one of its conditions did not hold, and nobody had waived it.

A gate is judged as it stood in that very commit: the file as it was, the settings of accelerator.yaml
as they were, and the day on which the file says that the gate was passed (or the day of the commit,
where that is earlier). Conditions that only warn are not asked.

Example: `phase: sustainability` was written by hand on Day 60, before the last day.

What to do: ask who made the commit. A condition may be passed only by a waiver that names who and
why: `hundredday advance ID --waive NAME --by … --because …`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.gates import Gate
    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.step import Step

RULE = "gate-passed-unmet"
SEVERITY = Severity.ERROR

_NAMES = {
    "acceleration": N_("The gate to Acceleration"),
    "launch": N_("The launch"),
    "sustainability": N_("The gate to Sustainability"),
    "closed": N_("The gate to the end"),
}


def check(step: Step) -> Iterator[AuditFinding]:
    if step.before is None or step.after is None:
        return
    for gate, stated in _gates_passed(step.before, step.after):
        from hundredday.gates import verdicts

        latest = step.made.latest_day
        on = min(stated or latest, latest)
        for verdict in verdicts(gate, step.after, step.settings, on, id=step.challenge):
            if verdict.blocks:
                text = _("{gate} was passed on {on} without {name}: {text}").format(
                    gate=_(_NAMES[gate]), on=on, name=verdict.name, text=verdict.text
                )
                mend = _(
                    "Ask why. Only a waiver, with who and why, passes a gate whose condition does not hold."
                )
                yield step.found(RULE, SEVERITY, text, mend, about=f"{gate} {verdict.name}")


def _gates_passed(before: Challenge, after: Challenge) -> Iterator[tuple[Gate, date | None]]:
    """The gates between two versions, each with the day that the file states."""
    from hundredday.challenge import PHASES

    is_next = PHASES.index(after.phase) - PHASES.index(before.phase) == 1
    if is_next and after.phase == "acceleration":
        yield "acceleration", after.acceleration.entered if after.acceleration else None
    if before.clock is None and after.clock is not None:
        yield "launch", None
    if is_next and after.phase == "sustainability":
        yield "sustainability", after.sustainability.entered if after.sustainability else None
    if is_next and after.phase == "closed" and (not after.closed or after.closed.as_ == "completed"):
        yield "closed", after.closed.date if after.closed else None
