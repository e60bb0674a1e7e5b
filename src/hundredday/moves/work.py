"""The work of the hundred days: guardrails, milestones, blockers, declared colours, reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.acceleration import Acceleration, Blocker, Declared, Guardrail, Milestone, Review
from hundredday.challenge.people import is_same_name
from hundredday.errors import Refused
from hundredday.language import _
from hundredday.mends import command
from hundredday.moves.filling import filled
from hundredday.moves.keys import make_key
from hundredday.moves.settling import (
    in_acceleration,
    must_be_in,
    must_be_known,
    must_be_launched,
    must_be_past,
)

if TYPE_CHECKING:
    from datetime import date

    from hundredday.challenge import Challenge


def set_guardrail(
    challenge: Challenge,
    *,
    metric: str,
    unit: str | None = None,
    limit: float | None = None,
    worse: str | None = None,
    key: str | None = None,
) -> Challenge:
    """The challenge with a guardrail, or with more said about one, named by its key or its metric.

    Raises:
        Refused: a value that the field cannot hold, or the challenge is not in Acceleration.
    """
    must_be_in(challenge, _("A guardrail"), "acceleration")
    there = _acceleration(challenge).guardrails
    here = _known({k: guardrail.metric for k, guardrail in there.items()}, key or metric)
    here = here or key or make_key(metric, {*there, *challenge.goals})
    if here in challenge.goals:
        raise Refused(
            _("There is a goal “{here}” already.").format(here=here),
            _("Give the guardrail another key with --key."),
        )
    stands = there.get(here)
    named = metric if metric != here and (stands is None or key) else None
    changed = filled(stands or Guardrail, metric=named, unit=unit, limit=limit, worse=worse)
    return in_acceleration(challenge, guardrails={**there, here: changed})


def set_milestone(
    challenge: Challenge,
    *,
    title: str,
    due: date | None = None,
    owner: str | None = None,
    critical: bool | None = None,
    done: date | None = None,
    key: str | None = None,
    today: date,
) -> Challenge:
    """The challenge with a milestone, or with more said about one, named by its key or its title.

    Raises:
        Refused: it was done on a day that has not come, or the challenge is not in Acceleration.
    """
    must_be_in(challenge, _("A milestone"), "acceleration")
    if done:
        must_be_past(done, today, _("A milestone that is done"))
    there = _acceleration(challenge).milestones
    here = _known({k: milestone.title for k, milestone in there.items()}, key or title)
    here = here or key or make_key(title, there)
    stands = there.get(here)
    named = title if title != here and (stands is None or key) else None
    changed = filled(stands or Milestone, title=named, due=due, owner=owner, critical=critical, done=done)
    return in_acceleration(challenge, milestones={**there, here: changed})


def block(
    challenge: Challenge,
    *,
    what: str,
    asked_of: str | None = None,
    needed_by: date | None = None,
    key: str | None = None,
    on: date,
    today: date,
) -> Challenge:
    """The challenge with a blocker raised.

    Raises:
        Refused: the key is taken, a day in the future, or the challenge is in Design or closed.
    """
    must_be_in(challenge, _("A blocker"), "acceleration", "sustainability")
    must_be_past(on, today, _("A blocker"))
    there = _acceleration(challenge).blockers
    if key in there:
        raise Refused(_("There is a blocker “{key}” already.").format(key=key), _("Choose another --key."))
    raised = filled(Blocker, what=what, raised=on, asked_of=asked_of, needed_by=needed_by)
    return in_acceleration(challenge, blockers={**there, key or make_key(what, there): raised})


def unblock(challenge: Challenge, *, key: str, how: str | None = None, on: date, today: date) -> Challenge:
    """The challenge with a blocker resolved.

    Raises:
        Refused: no such blocker, it is resolved already, or a day in the future or before it was raised.
    """
    must_be_in(challenge, _("A blocker"), "acceleration", "sustainability")
    must_be_past(on, today, _("A blocker that is resolved"))
    there = _acceleration(challenge).blockers
    must_be_known(key, there, "blockers")
    if there[key].resolved:
        raise Refused(
            _("The blocker {key} was resolved on {resolved}.").format(key=key, resolved=there[key].resolved),
            command("status"),
        )
    return in_acceleration(challenge, blockers={**there, key: filled(there[key], resolved=on, how=how)})


def declare(
    challenge: Challenge, *, status: str, because: str, by: str | None = None, on: date, today: date
) -> Challenge:
    """The challenge with a colour declared: green, amber or red.

    Raises:
        Refused: another colour, a day in the future, or the challenge is not in Acceleration.
    """
    must_be_in(challenge, _("A declared colour"), "acceleration")
    must_be_past(on, today, _("A declared colour"))
    declared = filled(Declared, date=on, status=status, because=because, by=by)
    return in_acceleration(challenge, declared=(*_acceleration(challenge).declared, declared))


def review(
    challenge: Challenge,
    *,
    name: str,
    decided: tuple[str, ...] = (),
    by: str | None = None,
    on: date,
    today: date,
) -> Challenge:
    """The challenge with a review that was held, such as the midpoint review.

    Raises:
        Refused: it was held before, a day in the future, or the challenge was not launched.
    """
    must_be_in(challenge, _("A review"), "acceleration")
    must_be_launched(challenge)
    must_be_past(on, today, _("A review"))
    there = _acceleration(challenge).reviews
    if name in there:
        held = _(" on {date}").format(date=there[name].date) if there[name].date else ""
        raise Refused(
            _("The {name} review was held{held}; it is held once.").format(name=name, held=held),
            _("Give a further review another name."),
        )
    return in_acceleration(
        challenge, reviews={**there, name: filled(Review, date=on, decided=decided or None, by=by)}
    )


def _acceleration(challenge: Challenge) -> Acceleration:
    return challenge.acceleration or Acceleration()


def _known(names: dict[str, str | None], wanted: str) -> str | None:
    """The key of a part that is called so, by its key or by its name."""
    if wanted in names:
        return wanted
    return next((key for key, name in names.items() if is_same_name(name, wanted)), None)
