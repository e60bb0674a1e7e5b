"""The long list ranked: candidates by weighted criteria, and which decisions hang on a single weight."""

from __future__ import annotations

from dataclasses import fields
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, NamedTuple

from hundredday.programme import Weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from hundredday.challenge import Challenge

CRITERIA: tuple[str, ...] = tuple(one.name for one in fields(Weights))

THIRDS = {"up": Fraction(4, 3), "down": Fraction(2, 3)}
"""The two ways in which one weight is moved, to see what hangs on it."""


class Candidate(NamedTuple):
    """A challenge as the long list sees it; `made` is selected, declined, or None while it is open."""

    id: str
    path: str
    title: str
    topic: str | None
    cohort: str | None
    agency: str | None
    phase: str
    grades: Mapping[str, int]
    made: str | None
    by: str | None
    because: str | None
    on: date | None


class Ranked(NamedTuple):
    """A candidate in its place: equal scores share a place, and the score is a weighted mean from 1 to 5.

    `is_in` says whether the ranking alone puts it above the cut; None where a tie on the cut leaves it
    open, or nothing is cut. `is_against` says that the decision is the other way.
    """

    place: int
    candidate: Candidate
    score: float
    is_in: bool | None
    is_against: bool


class Unscored(NamedTuple):
    """A candidate that cannot be ranked yet, with the criteria that are missing."""

    candidate: Candidate
    missing: tuple[str, ...]


class Move(NamedTuple):
    """One weight moved up or down by a third: who would fall below the cut, and who would come above it."""

    criterion: str
    way: str
    falls: tuple[Ranked, ...]
    comes: tuple[Ranked, ...]


class LongList(NamedTuple):
    """All candidates, the cut, and what would change if a weight moved."""

    ranked: tuple[Ranked, ...]
    unscored: tuple[Unscored, ...]
    cut: int
    moves: tuple[Move, ...]

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """All of them: the ranked ones, then those without scores."""
        return (*(one.candidate for one in self.ranked), *(one.candidate for one in self.unscored))

    def count(self, made: str | None) -> int:
        """How many were selected, declined, or are open."""
        return sum(candidate.made == made for candidate in self.candidates)


def candidate_of(id: str, path: str, challenge: Challenge) -> Candidate:
    """A challenge as the long list sees it."""
    design = challenge.design
    scores = design.scores if design else None
    decision = design.decision if design else None
    given = ((name, getattr(scores, name, None)) for name in CRITERIA)
    return Candidate(
        id=id,
        path=path,
        title=challenge.title,
        topic=challenge.topic,
        cohort=challenge.cohort,
        agency=challenge.agency,
        phase=challenge.phase,
        grades={name: grade for name, grade in given if grade is not None},
        made=decision.made if decision else None,
        by=decision.by if decision else None,
        because=decision.because if decision else None,
        on=decision.date if decision else None,
    )


def long_list(candidates: Iterable[Candidate], weights: Weights, top: int | None = None) -> LongList:
    """The candidates ranked, the best first.

    Args:
        candidates: in any order, each with its own id.
        weights: how much each criterion counts; a criterion without weight need not be scored.
        top: draw the cut after so many, instead of after as many as are chosen and scored.
    """
    whole = _whole_weights(weights)
    scored: list[Candidate] = []
    unscored: list[Unscored] = []
    for candidate in candidates:
        missing = tuple(name for name in whole if name not in candidate.grades)
        if missing:
            unscored.append(Unscored(candidate, missing))
        else:
            scored.append(candidate)
    chosen = sum(candidate.made == "selected" for candidate in scored)
    cut = min(chosen if top is None else top, len(scored))
    ranked = _ranked(scored, whole, cut)
    order = sorted(unscored, key=lambda one: (len(one.missing), one.candidate.title, one.candidate.id))
    return LongList(ranked, tuple(order), cut, tuple(_moves(ranked, whole, cut)))


def _whole_weights(weights: Weights) -> dict[str, int]:
    """The weights above 0 as whole numbers of the same proportions, each divisible by three.

    Whole numbers make ties exact: no decision may hang on the last bit of a sum.
    """
    exact = {name: Fraction(str(getattr(weights, name))) for name in CRITERIA}
    scale = 3 * lcm(*(weight.denominator for weight in exact.values()))
    return {name: int(weight * scale) for name, weight in exact.items() if weight > 0}


def _ranked(scored: Sequence[Candidate], weights: Mapping[str, int], cut: int) -> tuple[Ranked, ...]:
    def in_order(candidate: Candidate) -> tuple[int, bool, str, str]:
        # Among equals the chosen come first, so that the line of the cut follows the decisions.
        return -_total(candidate, weights), candidate.made != "selected", candidate.title, candidate.id

    falling = sorted(scored, key=in_order)
    totals = [_total(candidate, weights) for candidate in falling]
    full = sum(weights.values())
    found: list[Ranked] = []
    # By their places and not by their ids: two files may have one id, until somebody renames one.
    for number, (candidate, total, is_in) in enumerate(
        zip(falling, totals, _sides(totals, cut), strict=True), 1
    ):
        same = number > 1 and totals[number - 2] == total
        place = found[-1].place if same else number
        score = round(total / full, 3)
        found.append(Ranked(place, candidate, score, is_in, _is_against(candidate.made, is_in)))
    return tuple(found)


def _total(candidate: Candidate, weights: Mapping[str, int]) -> int:
    return sum(weight * candidate.grades[name] for name, weight in weights.items())


def _sides(totals: Sequence[int], cut: int) -> list[bool | None]:
    """For each whether it is above the cut; None for equals of whom only some can be, and without a cut."""
    if cut <= 0:
        return [None] * len(totals)
    falling = sorted(totals, reverse=True)
    last_in = falling[cut - 1]
    first_out = falling[cut] if cut < len(falling) else None
    if last_in == first_out:
        return [None if total == last_in else total > last_in for total in totals]
    return [total >= last_in for total in totals]


def _is_against(made: str | None, is_in: bool | None) -> bool:
    return (made == "selected" and is_in is False) or (made == "declined" and is_in is True)


def _moves(ranked: Sequence[Ranked], weights: Mapping[str, int], cut: int) -> Iterator[Move]:
    """Every weight moved both ways; what is against the ranking already is not told again."""
    for name in weights:
        for way, factor in THIRDS.items():
            moved = {**weights, name: int(weights[name] * factor)}
            sides = _sides([_total(one.candidate, moved) for one in ranked], cut)
            both = tuple(zip(ranked, sides, strict=True))
            falls = tuple(one for one, is_in in both if _stands(one) is True and is_in is False)
            comes = tuple(one for one, is_in in both if _stands(one) is False and is_in is True)
            yield Move(name, way, falls, comes)


def _stands(one: Ranked) -> bool | None:
    """On which side a candidate stands before a weight is moved: by its decision, else by the ranking."""
    if one.is_against:
        return None
    if one.candidate.made is None:
        return one.is_in
    return one.candidate.made == "selected"
