"""From phase to phase: through the gates, or to an early end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.acceleration import Acceleration, Clock
from hundredday.challenge.design import Decision, Design
from hundredday.challenge.record import PHASES, Closed, EndedEarly, Reopening
from hundredday.challenge.sustainability import Sustainability
from hundredday.errors import Refused
from hundredday.gates import gate_of_advance, is_open, verdicts
from hundredday.language import _
from hundredday.mends import command
from hundredday.moves.filling import filled, without
from hundredday.moves.refusing import GateClosed
from hundredday.moves.settling import mend_of_an_end, must_be_in, settled
from hundredday.nearest import meant

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.challenge.record import Waiver
    from hundredday.gates import Gate
    from hundredday.programme import Settings


def advance(
    challenge: Challenge, *, settings: Settings, today: date, waivers: Sequence[Waiver] = ()
) -> Challenge:
    """The challenge in its next phase, entered today; from Sustainability it is closed as completed.

    Args:
        challenge: any that is not closed.
        settings: the accelerator's.
        today: the day on which the gate is passed.
        waivers: conditions of this gate that are passed without being met.

    Raises:
        GateClosed: a condition does not hold and is not waived.
        Refused: a waiver is not of this gate or of a condition that holds, or the challenge is closed.
    """
    gate = gate_of_advance(challenge)
    if gate is None:
        raise Refused(_("The challenge is closed; there is no gate ahead."), mend_of_an_end(challenge))
    waived = _through(challenge, gate, waivers, settings, today)
    phase = PHASES[PHASES.index(challenge.phase) + 1]
    moved = filled(waived, phase=phase)
    if phase == "acceleration":
        moved = filled(moved, acceleration=filled(moved.acceleration or Acceleration, entered=today))
    elif phase == "sustainability":
        moved = filled(moved, sustainability=filled(moved.sustainability or Sustainability, entered=today))
    else:
        moved = filled(moved, closed=filled(Closed, date=today, as_="completed"))
    return settled(challenge, moved)


def launch(
    challenge: Challenge,
    *,
    start: date,
    days: int | None = None,
    settings: Settings,
    today: date,
    waivers: Sequence[Waiver] = (),
) -> Challenge:
    """The challenge with its clock: Day 0 is the start, and the goals are frozen.

    Args:
        challenge: one in Acceleration whose clock does not run yet.
        start: Day 0; it may lie ahead.
        days: how long the clock runs, 1 to 100; what stands there, or 100, when None.
        settings: the accelerator's.
        today: the day on which it is launched.
        waivers: conditions of the launch that are passed without being met.

    Raises:
        GateClosed: a condition does not hold and is not waived.
        Refused: the clock runs already, it would run more than 100 days, a waiver is not of this gate,
            or the challenge is not in Acceleration.
    """
    must_be_before_launch(challenge, today)
    proposed = with_clock(challenge, start, days)
    return settled(challenge, _through(proposed, "launch", waivers, settings, today))


def must_be_before_launch(challenge: Challenge, today: date) -> None:
    """Refuse a launch, or a look at its gate, where there is none ahead.

    Raises:
        Refused: the clock runs already, or the challenge is not in Acceleration.
    """
    must_be_in(challenge, _("The launch"), "acceleration")
    if challenge.start and challenge.start <= today:
        raise Refused(_("The clock runs since {start}.").format(start=challenge.start), command("status"))


def with_clock(challenge: Challenge, start: date, days: int | None = None) -> Challenge:
    """The challenge as it would be launched, for looking at the gate.

    Raises:
        Refused: the clock would run less than 1 or more than 100 days.
    """
    acceleration = challenge.acceleration or Acceleration()
    there = acceleration.clock or Clock()
    clock = filled(there, start=start, days=there.days if days is None else days)
    return filled(challenge, acceleration=filled(acceleration, clock=clock))


def stop(challenge: Challenge, *, because: str, by: str | None = None, on: date) -> Challenge:
    """The challenge, ended early from whatever phase it is in.

    Raises:
        Refused: it is closed, or the day lies before one that happened earlier.
    """
    _must_not_have_ended(challenge)
    closed = filled(Closed, date=on, as_="stopped", because=because, by=by)
    return settled(challenge, filled(challenge, phase="closed", closed=closed))


def reopen(challenge: Challenge, *, because: str, by: str | None = None, on: date) -> Challenge:
    """The challenge as it goes on in the phase in which it was stopped or declined; how it had ended stays in the file.

    Raises:
        Refused: it is not closed, it was closed as completed, or the day lies before its end.
    """
    closed, design = challenge.closed, challenge.design
    if challenge.phase != "closed" or closed is None:
        raise Refused(_("This challenge has not ended: there is nothing to reopen."), command("status"))
    if closed.as_ == "completed":
        raise Refused(
            _("It was closed as completed, and its results were handed over: that is not taken back."),
            'hundredday new "What comes next" --from ID',
        )
    ended = filled(EndedEarly, date=closed.date, as_=closed.as_, because=closed.because, by=closed.by)
    entry = filled(Reopening, date=on, because=because, by=by, ended=ended)
    gone = without(challenge, "closed")
    if design and design.decision and design.decision.made == "declined":
        gone = filled(gone, design=without(design, "decision"))
    return settled(challenge, filled(gone, phase=challenge.phase_left, reopened=(*challenge.reopened, entry)))


def decline(challenge: Challenge, *, by: str, because: str, on: date) -> Challenge:
    """The candidate, declined and closed; the decision and the end say the same.

    Raises:
        Refused: the challenge is past Design.
    """
    _must_not_have_ended(challenge)
    must_be_in(challenge, _("The decision on a candidate"), "design")
    decision = filled(Decision, made="declined", date=on, by=by, because=because)
    design = filled(challenge.design or Design, decision=decision)
    closed = filled(Closed, date=on, as_="declined", because=because, by=by)
    return settled(challenge, filled(challenge, design=design, phase="closed", closed=closed))


def _must_not_have_ended(challenge: Challenge) -> None:
    if challenge.phase == "closed":
        raise Refused(_("This challenge is closed already."), command("status"))


def _through(
    challenge: Challenge, gate: Gate, waivers: Sequence[Waiver], settings: Settings, today: date
) -> Challenge:
    """The challenge with its new waivers, when the gate is open with them."""
    stands = {verdict.name: verdict for verdict in verdicts(gate, challenge, settings, today)}
    for waiver in waivers:
        if waiver.condition not in stands:
            mend = meant(waiver.condition, stands, "conditions")
            raise Refused(
                _("“{condition}” is no condition of this gate.").format(condition=waiver.condition), mend
            )
        if stands[waiver.condition].holds:
            raise Refused(
                _("The condition {condition} holds: there is nothing to waive.").format(
                    condition=waiver.condition
                ),
                _("Leave out --waive {condition}.").format(condition=waiver.condition),
            )
    new = [waiver for waiver in waivers if not stands[waiver.condition].waived]
    if new:
        dated = (filled(waiver, date=waiver.date or today) for waiver in new)
        challenge = filled(challenge, waivers=(*challenge.waivers, *dated))
    found = verdicts(gate, challenge, settings, today)
    if not is_open(found):
        raise GateClosed(gate, found)
    return challenge
