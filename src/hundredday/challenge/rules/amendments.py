"""What refers to a goal names one, and an amended field says what the newest amendment says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.frozen import FROZEN, frozen_value, is_same
from hundredday.findings import Finding
from hundredday.language import _
from hundredday.nearest import meant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.challenge.acceleration import Amendment
    from hundredday.challenge.record import Challenge
    from hundredday.findings import Where


def check_amendments(challenge: Challenge) -> Iterator[Finding]:
    newest: dict[tuple[str, str], tuple[int, Amendment]] = {}
    for index, amendment in enumerate(challenge.amendments):
        where = ("acceleration", "amendments", index)
        if amendment.goal not in challenge.goals:
            yield _unknown_goal(challenge, amendment.goal, (*where, "goal"))
        elif amendment.field not in FROZEN:
            yield Finding(
                "unknown-field",
                _("“{field}” is not a frozen field of a goal.").format(field=amendment.field),
                _("{field} Every other field is changed in the goal itself.").format(
                    field=meant(amendment.field, FROZEN, _("frozen fields"))
                ),
                where=(*where, "field"),
            )
        else:
            known = newest.get((amendment.goal, amendment.field))
            if known is None or known[1].date <= amendment.date:
                newest[amendment.goal, amendment.field] = (index, amendment)
    for index, amendment in newest.values():
        yield from _differing(challenge, index, amendment)


def check_watched_goal(challenge: Challenge) -> Iterator[Finding]:
    follow_up = challenge.sustainability.follow_up if challenge.sustainability else None
    if follow_up and follow_up.watch and follow_up.watch not in challenge.goals:
        yield _unknown_goal(challenge, follow_up.watch, ("sustainability", "follow_up", "watch"))


def _unknown_goal(challenge: Challenge, key: str, where: Where) -> Finding:
    mend = meant(key, challenge.goals, "goals")
    return Finding(
        "unknown-goal", _("There is no goal “{key}” in this challenge.").format(key=key), mend, where=where
    )


def _differing(challenge: Challenge, index: int, amendment: Amendment) -> Iterator[Finding]:
    now = frozen_value(challenge.goals[amendment.goal], amendment.field)
    if not is_same(now, amendment.to):
        yield Finding(
            "amended-field-differs",
            _("The newest amendment sets the {field} of {goal} to {to}, and the goal says {now}.").format(
                field=amendment.field,
                goal=amendment.goal,
                to=amendment.to,
                now=_("nothing") if now is None else now,
            ),
            _("Write {to} in the goal, or add an amendment that says why it is now another.").format(
                to=amendment.to
            ),
            where=("acceleration", "amendments", index, "to"),
        )
