"""Which names are one person's, written in two ways, and which are two people's."""

from __future__ import annotations

import pytest

from hundredday.challenge.spelling import slip_between, slips


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("Dana Omarova", "dana  omarova", "capitals"),
        ("Пётр Семёнов", "Петр Семенов", "yo"),
        ("Dana Omarova", "Omarova Dana", "order"),
        ("Dana Omarova", "Дана Омарова", "alphabet"),
        ("Madina Akhmetova", "Мадина Ахметова", "alphabet"),
        ("Madina Akhmetova", "Madina Ahmetova", "alphabet"),
        ("Yerlan Saparov", "Ерлан Сапаров", "alphabet"),
        ("Yerlan Saparov", "Erlan Saparov", "alphabet"),
        ("Aliya Zhumabayeva", "Алия Жумабаева", "alphabet"),
        ("Aigerim Bekova", "Aygerim Bekova", "alphabet"),
        ("Timur Ospanov", "Timur Opsanov", None),
        ("Timur Ospanov", "Timur Osmanov", "one_letter"),
        ("Timur Ospanov", "Timur Osspanov", "alphabet"),
        ("Timur Ospanov", "Timur Ospnov", "one_letter"),
    ],
)
def test_two_spellings_are_told_with_their_difference(one: str, other: str, slip: str | None) -> None:
    assert slip_between(one, other) == slip
    assert slip_between(other, one) == slip
    assert [pair[2] for pair in slips([one, other])] == ([slip] if slip else [])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dana Omarova", "Dina Omarova"),
        ("Nurlan Ospanov", "Nurlan Ospanova"),
        ("Нурлан Оспанов", "Нурлан Оспанова"),
        ("A. Bekova", "B. Bekova"),
        ("Board", "Boards"),
        ("Member 11", "Member 12"),
        ("Madina Akhmetova", "Sabina Akhmetova"),
        ("Marat Saparov", "Murat Saparov"),
    ],
)
def test_two_people_with_names_that_are_nearly_alike_are_two_people(one: str, other: str) -> None:
    assert slips([one, other]) == ()


def test_among_many_names_only_the_pairs_are_found() -> None:
    many = [
        f"{first} {last}" for first in ("Dana", "Timur", "Asel") for last in ("Omarova", "Saparov", "Beket")
    ]

    found = slips([*many, "Дана Омарова", "asel beket"])

    assert [pair[:2] for pair in found] == [("Asel Beket", "asel beket"), ("Dana Omarova", "Дана Омарова")]
