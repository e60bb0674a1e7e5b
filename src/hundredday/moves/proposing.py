"""A new candidate, and what is said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from hundredday.challenge.design import Design, Problem
from hundredday.challenge.record import Challenge, Origin
from hundredday.language import _
from hundredday.moves.filling import filled
from hundredday.moves.settling import must_be_in, settled
from hundredday.moves.sharing import shape_of

if TYPE_CHECKING:
    from datetime import date
    from typing import Unpack

    from hundredday.challenge.people import Person


class Said(TypedDict, total=False):
    """What is said of a challenge: whose it is, what it serves, and the problem; None is not said."""

    topic: str | None
    cohort: str | None
    agency: str | None
    sponsor: Person | None
    priority: str | None
    statement: str | None
    affected: str | None
    evidence: str | None


def propose(*, title: str, on: date, **said: Unpack[Said]) -> Challenge:
    """A candidate in Design, proposed on a day.

    Raises:
        Refused: a text is empty, or the topic or cohort cannot be a key.
    """
    bare = filled(Challenge, format=1, title=title, phase="design", design=filled(Design, entered=on))
    return describe(bare, **said)


def describe(challenge: Challenge, *, title: str | None = None, **said: Unpack[Said]) -> Challenge:
    """The challenge with more said about it; after Design only its topic, cohort, agency and sponsor.

    Raises:
        Refused: the challenge is past Design, or a text is empty.
    """
    given = {name: value for name, value in {"title": title, **said}.items() if value is not None}
    problem = {name: given.pop(name) for name in _PROBLEM if name in given}
    # Offices are renamed and people leave in every phase; the problem stays as it was chosen.
    if problem or given.keys() & {"title", "priority"}:
        must_be_in(challenge, _("The description of the problem"), "design")
    else:
        must_be_in(challenge, _("The description"), "design", "acceleration", "sustainability")
    described = filled(challenge, **given)
    if problem:
        design = described.design or Design()
        stated = filled(design.problem or Problem, **problem)
        described = filled(described, design=filled(design, problem=stated))
    return settled(challenge, described)


def carry_over(challenge: Challenge, other: Challenge) -> Challenge:
    """A candidate with what it can take from another challenge, and where that came from.

    Carried over are the topic, the priority, the problem's statement, who is affected and the roles
    of stakeholders, each only where the candidate says nothing. How the goals were counted and what
    was learnt stand in its origin, since they are the other's; never evidence, numbers or results.

    Args:
        challenge: the new candidate.
        other: the challenge it starts from, as `shared` makes it: without names, with its origin.

    Raises:
        Refused: a text is empty.
    """
    theirs = other.design or Design()
    ours = challenge.design or Design()
    problem = theirs.problem or Problem()
    said = ours.problem or Problem()
    taken = describe(
        challenge,
        topic=None if challenge.topic else other.topic,
        priority=None if challenge.priority else other.priority,
        statement=None if said.statement else problem.statement,
        affected=None if said.affected else problem.affected,
    )
    taken = filled(taken, origin=_origin(other))
    if theirs.stakeholders and not ours.stakeholders:
        design = filled(taken.design or Design, stakeholders=theirs.stakeholders)
        taken = filled(taken, design=design)
    return settled(challenge, taken)


def _origin(other: Challenge) -> Origin:
    before = other.origin or Origin()
    counted = {key: shape_of(goal.measurable) for key, goal in other.goals.items() if goal.measurable}
    lessons = tuple(dict.fromkeys((*other.lessons, *before.lessons)))
    return filled(
        Origin,
        accelerator=before.accelerator,
        challenge=before.challenge,
        source=before.source,
        goals=counted or before.goals or None,
        lessons=lessons or None,
    )


_PROBLEM = ("statement", "affected", "evidence")
"""What is said of the problem; the rest stands at the top of the file."""
