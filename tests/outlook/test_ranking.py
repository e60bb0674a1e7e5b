"""The long list: weighted means, the cut, and what hangs on one weight, against sums made by hand."""

from __future__ import annotations

import os
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from hundredday.outlook.ranking import CRITERIA, THIRDS, Candidate, LongList, long_list
from hundredday.programme import Weights

if TYPE_CHECKING:
    from random import Random

often = settings(max_examples=2_000 if os.environ.get("HUNDREDDAY_TORTURE") else 40, deadline=None)


def candidate(id: str, grades: dict[str, int], made: str | None = None) -> Candidate:
    return Candidate(
        id, f"challenges/{id}.yaml", id, None, None, None, "design", grades, made, None, None, None
    )


def graded(id: str, all_six: str, made: str | None = None) -> Candidate:
    return candidate(id, dict(zip(CRITERIA, map(int, all_six), strict=True)), made)


weights = st.builds(Weights, *(st.sampled_from([0, 0.5, 1, 1.5, 2, 0.1, 0.3, 7]) for _ in CRITERIA)).filter(
    lambda one: any(getattr(one, name) for name in CRITERIA)
)
grades = st.lists(st.integers(1, 5), min_size=6, max_size=6).map(lambda six: "".join(map(str, six)))
made = st.sampled_from([None, None, "selected", "declined"])


@st.composite
def candidates(draw: st.DrawFn) -> list[Candidate]:
    pairs = draw(st.lists(st.tuples(grades, made), min_size=1, max_size=14))
    return [graded(f"c{number:02}", six, how) for number, (six, how) in enumerate(pairs)]


def mean(one: Candidate, by: Weights, moved: str = "", factor: Fraction = Fraction(1)) -> Fraction:
    """The weighted mean as it is taught at school."""
    parts = {name: Fraction(str(getattr(by, name))) * (factor if name == moved else 1) for name in CRITERIA}
    return sum((part * one.grades[name] for name, part in parts.items()), Fraction(0)) / sum(parts.values())


def places(found: LongList) -> list[tuple[int, str]]:
    return [(one.place, one.candidate.id) for one in found.ranked]


def test_a_score_is_the_weighted_mean_of_the_grades() -> None:
    one = graded("a", "511111")

    found = long_list([one], Weights(impact=2))

    assert found.ranked[0].score == round((2 * 5 + 5 * 1) / 7, 3)


def test_a_weight_decides_between_two() -> None:
    useful, feasible = graded("useful", "513111"), graded("feasible", "115111")

    assert places(long_list([feasible, useful], Weights()))[0] == (1, "useful")
    assert places(long_list([feasible, useful], Weights(feasibility=3)))[0] == (1, "feasible")


def test_a_candidate_without_a_grade_is_told_apart_with_what_is_missing() -> None:
    found = long_list([candidate("a", {"impact": 5}), graded("b", "333333")], Weights(backing=0))

    assert places(found) == [(1, "b")]
    assert found.unscored[0].missing == ("urgency", "feasibility", "cross_agency", "data")


def test_the_cut_is_where_the_chosen_end_and_a_decision_against_it_is_said() -> None:
    found = long_list(
        [graded("a", "555555", "declined"), graded("b", "444444", "selected"), graded("c", "333333")],
        Weights(),
    )

    assert found.cut == 1
    assert [(one.candidate.id, one.is_in, one.is_against) for one in found.ranked] == [
        ("a", True, True),
        ("b", False, True),
        ("c", False, False),
    ]


def test_equals_share_a_place_and_no_decision_between_them_is_against_the_ranking() -> None:
    found = long_list([graded("a", "444444"), graded("b", "444444", "selected")], Weights())

    assert places(found) == [(1, "b"), (1, "a")]
    assert [one.is_against for one in found.ranked] == [False, False]
    assert all(not move.falls and not move.comes for move in found.moves)


def test_a_decision_that_hangs_on_one_weight_is_named_with_the_weight() -> None:
    chosen, declined = graded("chosen", "533333", "selected"), graded("declined", "353333", "declined")

    found = long_list([chosen, declined], Weights(impact=1.2))

    told = {
        (move.criterion, move.way): (
            [one.candidate.id for one in move.falls],
            [one.candidate.id for one in move.comes],
        )
        for move in found.moves
    }
    assert {which for which, moved in told.items() if moved == (["chosen"], ["declined"])} == {
        ("impact", "down"),
        ("urgency", "up"),
    }
    assert {which for which, moved in told.items() if moved == ([], [])} == set(told) - {
        ("impact", "down"),
        ("urgency", "up"),
    }


@often
@given(candidates(), weights)
def test_the_best_come_first_and_a_place_counts_those_who_are_better(
    many: list[Candidate], by: Weights
) -> None:
    found = long_list(many, by)

    assert {one.candidate.id for one in found.ranked} == {one.id for one in many}
    for one in found.ranked:
        better = sum(mean(other, by) > mean(one.candidate, by) for other in many)
        assert one.place == better + 1
        assert one.score == round(float(mean(one.candidate, by)), 3)


@often
@given(candidates(), weights, st.randoms(use_true_random=False))
def test_the_order_of_the_files_and_the_scale_of_the_weights_do_not_matter(
    many: list[Candidate], by: Weights, chance: Random
) -> None:
    shuffled = list(many)
    chance.shuffle(shuffled)
    tenfold = Weights(*(getattr(by, name) * 10 for name in CRITERIA))

    assert long_list(shuffled, by) == long_list(many, by)
    assert places(long_list(many, tenfold)) == places(long_list(many, by))


@often
@given(candidates(), weights, st.sampled_from(CRITERIA))
def test_a_better_grade_never_costs_a_place(many: list[Candidate], by: Weights, name: str) -> None:
    first = many[0]
    better = first._replace(grades={**first.grades, name: min(first.grades[name] + 1, 5)})

    def place(of: list[Candidate]) -> int:
        return next(one.place for one in long_list(of, by).ranked if one.candidate.id == first.id)

    assert place([better, *many[1:]]) <= place(many)


@often
@given(candidates(), weights)
def test_what_a_moved_weight_would_change_is_what_ranking_with_it_says(
    many: list[Candidate], by: Weights
) -> None:
    found = long_list(many, by)

    for move in found.moves:
        means = {one.id: mean(one, by, move.criterion, THIRDS[move.way]) for one in many}
        for one in found.ranked:
            mine, chosen = means[one.candidate.id], one.candidate.made == "selected"
            better = sum(other > mine for other in means.values())
            not_worse = sum(other >= mine for other in means.values()) - 1
            surely_in, surely_out = not_worse < found.cut, better >= found.cut > 0
            stood_in = chosen or (one.candidate.made is None and one.is_in is True)
            stood_out = one.candidate.made == "declined" or (
                one.candidate.made is None and one.is_in is False
            )
            assert (one in move.falls) == (stood_in and surely_out and not one.is_against)
            assert (one in move.comes) == (stood_out and surely_in and not one.is_against)


@often
@given(candidates(), weights)
def test_whoever_is_best_in_everything_is_never_cut_by_a_weight(many: list[Candidate], by: Weights) -> None:
    best = graded("best", "555555", "selected")

    found = long_list([*many, best], by)

    assert all(best.id not in {one.candidate.id for one in move.falls} for move in found.moves)
