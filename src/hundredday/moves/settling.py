"""What every move ends with: the changed record, refused where it would break a rule of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.acceleration import Acceleration
from hundredday.challenge.design import Design
from hundredday.challenge.record import PHASES
from hundredday.challenge.rules import problems
from hundredday.challenge.sustainability import Sustainability
from hundredday.errors import Refused, UnknownKey
from hundredday.language import _
from hundredday.language.keywords import phase_name, word
from hundredday.mends import command
from hundredday.moves.filling import filled
from hundredday.nearest import meant

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from hundredday.challenge import Challenge, Phase


def settled(before: Challenge, after: Challenge) -> Challenge:
    """The record after a move.

    Raises:
        Refused: the move brings in what a rule of the record forbids; older faults are let be.
    """
    known = {(finding.code, finding.text) for finding in problems(before)}
    new = [f for f in problems(after) if f.blocks and (f.code, f.text) not in known]
    if new:
        raise Refused(" ".join(finding.text for finding in new), new[0].mend)
    return after


def in_design(challenge: Challenge, **given: object) -> Challenge:
    """The challenge with fields of its Design section set.

    Raises:
        Refused: see `filled` and `settled`.
    """
    return settled(challenge, filled(challenge, design=filled(challenge.design or Design, **given)))


def in_acceleration(challenge: Challenge, **given: object) -> Challenge:
    """The challenge with fields of its Acceleration section set.

    Raises:
        Refused: see `filled` and `settled`.
    """
    section = filled(challenge.acceleration or Acceleration, **given)
    return settled(challenge, filled(challenge, acceleration=section))


def in_sustainability(challenge: Challenge, **given: object) -> Challenge:
    """The challenge with fields of its Sustainability section set.

    Raises:
        Refused: see `filled` and `settled`.
    """
    section = filled(challenge.sustainability or Sustainability, **given)
    return settled(challenge, filled(challenge, sustainability=section))


def must_be_in(challenge: Challenge, what: str, *phases: Phase) -> None:
    """Refuse an act of another phase.

    Args:
        challenge: the one that is acted on.
        what: what belongs to these phases, with its article: `A goal`.
        phases: the phases in which it is done.

    Raises:
        Refused: the challenge is in none of them.
    """
    if challenge.phase in phases:
        return
    listed = _(" or ").join(_time_of(phase) for phase in phases)
    closed = challenge.phase == "closed"
    here = word("closed") if closed else _("in {phase}").format(phase=phase_name(challenge.phase))
    is_ahead = PHASES.index(challenge.phase) < PHASES.index(phases[0])
    raise Refused(
        _("{what} belongs to {listed}; this challenge is {here}.").format(
            what=what, listed=listed, here=here
        ),
        command("advance") + " --check" if is_ahead else mend_of_an_end(challenge),
    )


def mend_of_an_end(challenge: Challenge) -> str:
    """The command that takes back an early end; of another challenge, the one that shows it."""
    if challenge.ended_early:
        return command("reopen", because=_("Why it goes on"))
    return command("status")


def must_be_launched(challenge: Challenge) -> date:
    """The day of the launch.

    Raises:
        Refused: there was none.
    """
    start = challenge.start
    if start is None:
        is_ahead = challenge.phase == "acceleration"
        raise Refused(
            _("This comes after the launch, and the clock has no start yet."),
            command("launch") + " --check" if is_ahead else command("status"),
        )
    return start


def must_be_past(day: date, today: date, what: str) -> None:
    """Refuse that something happened on a day that has not come.

    Raises:
        Refused: the day lies after today.
    """
    if day > today:
        raise Refused(
            _("{what} cannot be dated {day}: today is {today}.").format(what=what, day=day, today=today),
            _("Write the day on which it happened."),
        )


def must_be_known(word: str, known: Iterable[str], plural: str) -> None:
    """Refuse a key that nothing is called by.

    Raises:
        UnknownKey: with the nearest key, or all keys.
    """
    keys = tuple(known)
    if word not in keys:
        raise UnknownKey(
            _("There is no “{word}” among the {plural}.").format(word=word, plural=plural),
            meant(word, keys, plural),
        )


def _time_of(phase: Phase) -> str:
    return _("the time after the end") if phase == "closed" else phase_name(phase)
