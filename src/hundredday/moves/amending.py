"""Amendments: the only way to change what the launch has frozen, with a reason and an approver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.acceleration import Amendment
from hundredday.challenge.frozen import FROZEN, frozen_value, is_same
from hundredday.errors import Refused
from hundredday.language import _
from hundredday.mends import command
from hundredday.moves.filling import filled
from hundredday.moves.measures import read_frozen, with_frozen
from hundredday.moves.settling import in_acceleration, must_be_in, must_be_known, must_be_past

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.challenge.frozen import Frozen


def amend(
    challenge: Challenge,
    *,
    goal: str,
    field: str,
    value: str,
    because: str | None,
    by: str | None,
    on: date,
    today: date,
) -> Challenge:
    """The challenge with a frozen field changed, and the amendment that says so.

    The value of an amendment that lacks its reason or its approver, typed once more, completes that
    amendment instead.

    Raises:
        Refused: no such goal or field, a value that the field cannot hold or holds already, a day in
            the future or before the launch, or the challenge is not in Acceleration.
        WrongUsage: a date that cannot be read.
    """
    must_be_in(challenge, _("An amendment"), "acceleration")
    must_be_known(goal, challenge.goals, _("goals"))
    must_be_known(name := field.replace("-", "_"), FROZEN, _("frozen fields"))
    must_be_past(on, today, _("An amendment"))
    start = _start(challenge, goal, on, {name: value})
    stands = challenge.goals[goal]
    to = read_frozen(stands, name, value, today=today, start=start)
    if (waiting := _waiting(challenge, goal, name, to)) is not None:
        return _completed(challenge, waiting, because, by)
    was = frozen_value(stands, name)
    _must_differ(was, to, name, goal)
    made = filled(Amendment, date=on, goal=goal, field=name, from_=was, to=to, because=because, by=by)
    return in_acceleration(
        challenge,
        goals={**challenge.goals, goal: with_frozen(stands, name, to)},
        amendments=(*challenge.amendments, made),
    )


def _must_differ(was: Frozen, to: Frozen, name: str, goal: str) -> None:
    if is_same(was, to):
        raise Refused(
            _("The {name} of {goal} is {to} already.").format(name=name, goal=goal, to=to),
            _(
                "Nothing has to be amended. If somebody changed it without an amendment, hundredday audit says so."
            ),
        )


def _start(challenge: Challenge, goal: str, on: date, typed: Mapping[str, str]) -> date:
    """The launch, since which the field is frozen."""
    if challenge.start is None:
        raise Refused(
            _("Nothing is frozen before the launch: the goal itself can be changed."),
            command("goal", goal, **typed),
        )
    if on < challenge.start:
        raise Refused(
            _("An amendment of {on} lies before the launch on {start}.").format(on=on, start=challenge.start),
            _("Write the day on which the change was agreed."),
        )
    return challenge.start


def _waiting(challenge: Challenge, goal: str, field: str, to: Frozen) -> int | None:
    """The index of an amendment to this value that lacks its reason or its approver."""
    for index, amendment in enumerate(challenge.amendments):
        is_meant = amendment.goal == goal and amendment.field == field and is_same(amendment.to, to)
        if is_meant and not (amendment.because and amendment.by):
            return index
    return None


def _completed(challenge: Challenge, index: int, because: str | None, by: str | None) -> Challenge:
    waiting = challenge.amendments[index]
    completed = filled(
        waiting,
        because=None if waiting.because else because,
        by=None if waiting.by else by,
    )
    if completed == waiting:
        raise Refused(
            _("This amendment stands here already and waits for its reason or its approver."),
            _("Add --because and --by."),
        )
    there = challenge.amendments
    return in_acceleration(challenge, amendments=(*there[:index], completed, *there[index + 1 :]))
