"""Design: the proposal, its description, its scores and the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.design import Decision, Scores
from hundredday.challenge.people import person_words
from hundredday.history.leaves import Change, changes
from hundredday.history.pair import Pair, Told, design_of
from hundredday.history.reopening import reopening
from hundredday.history.words import (
    change_words,
    field_words,
    key_words,
    leaf_words,
    movement_words,
    quoted,
    shortened,
)
from hundredday.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

_PROPOSED = (
    *((name,) for name in ("title", "topic", "cohort", "agency", "priority", "sponsor", "origin")),
    ("design", "entered"),
    ("design", N_("problem")),
)
_PROBLEM = {
    "statement": N_("problem"),
    "affected": N_("who is affected"),
    "evidence": N_("evidence of the problem"),
}


def tell_proposal(pair: Pair) -> Iterator[Told]:
    """A challenge that was not there before: who sponsors it and what it is about come with it."""
    if pair.is_new:
        origin = pair.after.origin.challenge if pair.after.origin else None
        started = _(", started from {origin}").format(origin=shortened(origin)) if origin else ""
        event = pair.event(
            "proposed",
            _("proposed: {title}{started}").format(title=quoted(pair.after.title), started=started),
            design_of(pair.after).entered,
            title=pair.after.title,
            origin=origin,
        )
        yield Told(event, _PROPOSED)


def tell_description(pair: Pair) -> Iterator[Told]:
    """A field that describes the challenge, changed after it was proposed."""
    if pair.is_new:
        return
    differing = pair.changes
    if pair.before.sponsor is None and pair.after.sponsor is not None:
        words = _("sponsor named: {sponsor}").format(sponsor=shortened(person_words(pair.after.sponsor)))
        event = pair.event("described", words, field="sponsor", to=person_words(pair.after.sponsor))
        yield Told(event, (("sponsor",),))
        differing = tuple(change for change in differing if change.where[0] != "sponsor")
    for change in differing:
        if _describes(change):
            name = _(_PROBLEM.get(str(change.where[-1]), "")) or field_words(change.where)
            event = pair.event(
                "described",
                _description(name, change, pair),
                field=".".join(map(str, change.where)),
                **{"from": change.before, "to": change.after},
            )
            yield Told(event, (change.where,))


def tell_scores(pair: Pair) -> Iterator[Told]:
    """Scores that were given or changed."""
    before, after = design_of(pair.before).scores, design_of(pair.after).scores
    if not (differing := changes(before, after)):
        return
    given = {
        str(change.where[0]): change.after
        for change in differing
        if change.where and change.after is not None and change.before is None
    }
    if len(given) == len(differing):
        words = ", ".join(f"{key_words(name)} {grade}" for name, grade in given.items())
        event = pair.event("scored", _("scored: {words}").format(words=words), **given)
    else:
        grades = {name: grade for name, grade in (after or Scores()) if grade is not None}
        event = pair.event(
            "scored",
            _("scores changed: {differing}").format(differing=change_words(differing, pair.clock)),
            **grades,
        )
    yield Told(event, (("design", "scores"),))


def tell_decision(pair: Pair) -> Iterator[Told]:
    """The decision on a candidate, and any change of it."""
    before, after = design_of(pair.before).decision, design_of(pair.after).decision
    differing = changes(before, after)
    if not differing or is_declined_at_once(pair) or is_taken_back(pair):
        return
    if after and after.made and (before is None or before.made != after.made):
        event = pair.event(after.made, _decision_words(after), after.date, by=after.by, because=after.because)
        yield Told(event, (("design", "decision"),))
    else:
        yield pair.changed("decision-changed", "decision", ("design", "decision"), differing)


def is_declined_at_once(pair: Pair) -> bool:
    """Whether a candidate was declined and closed in one step, for one reason: that is one event."""
    before, after, closed = design_of(pair.before).decision, design_of(pair.after).decision, pair.after.closed
    if after is None or closed is None or (before and before.made) or pair.before.phase == "closed":
        return False
    return (after.made, after.date, after.by, after.because) == (
        closed.as_,
        closed.date,
        closed.by,
        closed.because,
    )


def is_taken_back(pair: Pair) -> bool:
    """Whether a candidate that had been declined was reopened, and is undecided again: that is one event."""
    before, after = design_of(pair.before).decision, design_of(pair.after).decision
    was_declined = before is not None and before.made == "declined" and after is None
    return was_declined and reopening(pair.before, pair.after) is not None


def _description(name: str, change: Change, pair: Pair) -> str:
    if change.before is None and change.after is not None:
        return f"{name}: {leaf_words(change.after, pair.clock)}"
    return f"{name} {movement_words(change, pair.clock)}"


def _describes(change: Change) -> bool:
    if change.where[0] == "design":
        return change.where[1:2] == ("problem",)
    return change.where[0] in {"title", "topic", "cohort", "agency", "priority", "sponsor"}


def _decision_words(decision: Decision) -> str:
    by = _(" by {by}").format(by=shortened(decision.by)) if decision.by else ""
    because = f": {shortened(decision.because)}" if decision.because else ""
    return f"{decision.made}{by}{because}"
