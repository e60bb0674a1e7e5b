"""Gates as commands see them: shown without changing anything, and passed with waivers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.desk.people import warn_of_two_clocks
from hundredday.desk.terminal.asking import Question, needed
from hundredday.errors import ExitCode, Refused, WrongUsage
from hundredday.findings import Severity
from hundredday.gates import NAMES, Gate, gate_of_advance, is_open, verdicts
from hundredday.language import _
from hundredday.moves import must_be_before_launch, speak_of, with_clock

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.challenge.record import Waiver
    from hundredday.desk.desk import Desk

LEADS = {
    "acceleration": ("design", "acceleration"),
    "launch": ("acceleration", "acceleration"),
    "sustainability": ("acceleration", "sustainability"),
    "closed": ("sustainability", "closed"),
}
"""From which phase to which each gate leads; the launch happens inside Acceleration."""


def show_gate(desk: Desk, beginning: str, *, json: bool) -> ExitCode:
    """Show the gate that `advance` would pass; whether it is open is the exit code."""
    file, record = desk.open(beginning)
    gate = gate_of_advance(record.challenge)
    if gate is None:
        refused = Refused(
            _("{id} is closed; there is no gate ahead.").format(id=file.id),
            _("{command} shows how it ended.").format(command=f"hundredday status {file.id}"),
        )
        return _refuse(desk, file.id, "closed", record.challenge, refused, lacks="gate-is-ahead", json=json)
    return _show(desk, file.id, gate, record.challenge, json=json)


def show_launch(desk: Desk, beginning: str, on: str | None, days: int | None, *, json: bool) -> ExitCode:
    """Show the gate that `launch` would pass with this clock; whether it is open is the exit code."""
    file, record = desk.open(beginning)
    lacks = "gate-is-ahead"
    try:
        must_be_before_launch(record.challenge, desk.today)
        day_0 = launch_day(desk, record.challenge, on)
        lacks = "fits-in-100-days"
        proposed = with_clock(record.challenge, day_0, days)
    except Refused as refused:
        return _refuse(desk, file.id, "launch", record.challenge, refused, lacks=lacks, json=json)
    code = _show(desk, file.id, "launch", proposed, json=json)
    warn_of_two_clocks(desk, {file.id: proposed})
    return code


def _refuse(
    desk: Desk, id: str, gate: Gate, challenge: Challenge, refused: Refused, *, lacks: str, json: bool
) -> ExitCode:
    """A gate that cannot be looked at because none is ahead: for programs the same document as any other."""
    told = speak_of(refused, id)
    if not json:
        raise told from refused
    condition = {
        "name": lacks,
        "holds": False,
        "severity": Severity.ERROR.value,
        "text": told.text,
        "mend": told.mend,
    }
    leads = {"from": challenge.phase, "to": LEADS[gate][1]}
    desk.print_json({"challenge": id, **leads, "open": False, "conditions": [condition]})
    return ExitCode.FINDINGS


def launch_day(desk: Desk, challenge: Challenge, typed: str | None) -> date:
    """Day 0: the day that was typed, or the launch of the cohort when it is ahead, or today."""
    if typed is not None:
        return desk.day(typed, challenge)
    cohort = desk.accelerator.cohorts.get(challenge.cohort or "")
    return cohort.launch if cohort and cohort.launch and cohort.launch >= desk.today else desk.today


def waivers(desk: Desk, names: Sequence[str], by: str | None, because: str | None) -> tuple[Waiver, ...]:
    """The waivers that were asked for, each by the name of its condition.

    Raises:
        WrongUsage: a name is no condition, or who waives and why is missing and nobody can be asked.
        Refused: who waives or why is empty.
    """
    if not names:
        return ()
    from hundredday.challenge.record import Waiver
    from hundredday.moves.filling import filled
    from hundredday.nearest import did_you_mean, nearest

    for name in names:
        if name not in NAMES:
            raise WrongUsage(
                _("There is no condition “{name}”.").format(name=name),
                did_you_mean(nearest(name, NAMES, most=2), _("hundredday help gates lists them all.")),
            )
    who, why = needed(
        (
            Question(
                "--by",
                _("Who waives it?"),
                why=_("A waiver stands in the file, the commit and every report."),
                example=_("Accelerator board"),
            ),
            by,
        ),
        (Question("--because", "Why?", example=_("Courts were closed in May")), because),
    )
    return tuple(filled(Waiver, condition=name, by=who, because=why, date=desk.today) for name in names)


def _show(desk: Desk, id: str, gate: Gate, challenge: Challenge, *, json: bool) -> ExitCode:
    held = verdicts(gate, challenge, desk.accelerator.settings, desk.today, id=id)
    passes = is_open(held)
    if json:
        source, target = LEADS[gate]
        conditions = [verdict.plain() for verdict in held]
        desk.print_json(
            {"challenge": id, "from": source, "to": target, "open": passes, "conditions": conditions}
        )
    else:
        from hundredday.views.gate import checklist

        desk.draw(checklist(held, gate=gate, waivers=challenge.waivers))
        said = _("{id}: the gate is open.") if passes else _("{id}: the gate is closed.")
        desk.say(said.format(id=id))
    return ExitCode.DONE if passes else ExitCode.FINDINGS
