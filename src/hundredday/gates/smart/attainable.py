"""Attainable: one person of the team answers for the goal, and there is a reason why it can be done.

One person, because what two answer for nobody answers for. A reason, because a target that is only
hoped for is given up by Day 30; "two pilot judges already rule on the day" is a reason.

A good example: `attainable: {owner: Dana Omarova, because: Two pilot judges already rule on the day}`.
Where the usual rate is known, a target below 1.25 or above 5 times of it is doubted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.people import is_same_name
from hundredday.days import LONGEST_CLOCK
from hundredday.findings import Finding, Severity
from hundredday.gates.condition import command, waiver_command
from hundredday.gates.smart.letter import Lack
from hundredday.language import _
from hundredday.outlook.pace import ambition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.challenge import Challenge
    from hundredday.challenge.acceleration import Clock
    from hundredday.challenge.goal import Goal
    from hundredday.metrics import AnyMeasure
    from hundredday.programme import Settings

LETTER = "A"

TOO_EASY = 1.25
"""Times the usual below which a target would nearly be reached anyway."""

TOO_HARD = 5
"""Times the usual above which a target is seldom reached."""


def lacks(goal: Goal, challenge: Challenge) -> Iterator[Lack]:
    names = [person.name for person in challenge.team.people() if person.name] if challenge.team else []
    example = names[0] if names else _("Name of the owner")
    if not goal.owner:
        yield Lack(_("an accountable owner"), "owner", example)
    elif names and not any(is_same_name(goal.owner, name) for name in names):
        yield Lack(_("an owner who is on the team"), "owner", example)
    if not (goal.attainable and goal.attainable.because):
        yield Lack(_("the reason why it can be done"), "because", _("Why the team can reach it"))


def doubts(key: str, goal: Goal, challenge: Challenge, settings: Settings) -> Iterator[Finding]:
    del settings
    yield from unsound_ambition(key, goal, challenge)


def unsound_ambition(key: str, goal: Goal, challenge: Challenge) -> Iterator[Finding]:
    """The warning that a target is too near to, or too far from, what would happen anyway."""
    days = challenge.clock.days if challenge.clock else LONGEST_CLOCK
    times = ambition(goal.measurable, days) if goal.measurable else None
    if times is not None and not TOO_EASY <= times <= TOO_HARD:
        yield Finding(
            "is-ambitious",
            _(
                "The target of {key} is {times:.1f} times what would happen anyway; {too_easy} to "
                "{too_hard} times is a challenge."
            ).format(key=key, times=times, too_easy=TOO_EASY, too_hard=TOO_HARD),
            _mend(key, goal.measurable, challenge.clock, days),
            Severity.WARNING,
            where=("acceleration", "goals", key, "measurable", "target"),
        )


def _mend(key: str, measure: AnyMeasure | None, clock: Clock | None, days: int) -> str:
    """Twice the usual, where the metric allows it; otherwise the board says why the target stands."""
    assert measure is not None
    assert measure.usual is not None
    assert measure.baseline is not None
    assert measure.target is not None
    usual = 2 * abs(measure.usual.rate) * days / measure.usual.days
    target = measure.baseline + (usual if measure.target > measure.baseline else -usual)
    if any(measure.value_problems(target, ())):
        on, length = (clock.start, str(clock.days)) if clock else (None, None)
        return waiver_command("launch", "is-ambitious", _("Why this target stands"), on=on, days=length)
    return command("goal", key, target=f"{target:.2f}".rstrip("0").rstrip("."))
