"""How a word is found: the same letters, or forms of one word, in Latin, Cyrillic and Arabic."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hundredday.outlook.lessons import Learnt, nearest, search, words_of


def lesson(text: str, *, tags: tuple[str, ...] = (), title: str = "T", date: str | None = None) -> Learnt:
    return Learnt(text, None, tags, date, "id", title, None, "closed", "", "challenges/id.yaml")


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("court", "courts"),
        ("JUDGES", "judges"),
        ("школа", "школы"),
        ("учителей", "учителя"),
        ("мектеп", "мектептер"),
        ("елка", "ёлка"),
        ("مدرسة", "المدرسة"),
        ("مُدرّسة", "مدرسه"),
        ("2026", "2026"),
    ],
)
def test_these_are_found(asked: str, written: str) -> None:
    assert [one.learnt.text for one in search([lesson(written)], [asked])] == [written]


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("court", "cortex"),
        ("art", "artist"),
        ("школа", "шкала"),
        ("2026", "20267"),
        ("the", "the"),
        ("край", "краи"),
    ],
)
def test_these_are_not(asked: str, written: str) -> None:
    assert search([lesson(written)], [asked]) == []


def test_a_tag_counts_more_than_the_lesson_and_that_more_than_its_challenge() -> None:
    lessons = [lesson("data everywhere"), lesson("x", title="Data"), lesson("y", tags=("data",))]

    assert [one.score for one in search(lessons, ["data"])] == [6, 4, 2]


def test_nearest_asks_for_two_words_one_of_them_exactly() -> None:
    lessons = [lesson("Judges adopt claims"), lesson("Judge claim"), lesson("Judges alone")]

    assert [one.learnt.text for one in nearest(lessons, "Claims of judges", 3)] == ["Judges adopt claims"]


def test_what_two_challenges_have_learnt_in_the_same_words_is_read_once() -> None:
    twice = [lesson("Judges adopt claims"), replace(lesson("Judges adopt claims"), challenge="other")]

    assert len(nearest(twice, "Claims of judges", 3)) == 1
    assert len(search(twice, ["claims"])) == 2


@given(st.text(), st.text())
def test_any_text_can_be_asked_for_in_any_lesson(asked: str, written: str) -> None:
    for one in search([lesson(written)], [asked]):
        assert one.score >= 0
        assert len(one.matches) <= len(set(words_of(asked)))
