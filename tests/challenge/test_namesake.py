"""A name is found in any order, in part, with an ending, in another script; and words that are no names are left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hundredday.challenge.namesake import bearers_of, spans_of
from hundredday.moves.sharing import Nameless

PEOPLE = (
    ("Aigerim Bekova", "sponsor"),
    ("Дана Омарова", "leader"),
    ("Ерлан Сапаров", "coach"),
    ("خالد المنصوري", "member"),
    ("Pavel Ten", "member"),
    ("Li Wei", "other"),
    ("Vera Kim", "member"),
)
BEARERS = bearers_of(PEOPLE)


def without_names(text: str) -> str:
    said = Nameless(BEARERS).text(text)
    assert said is not None
    return said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Aigerim Bekova opened the door.", "The sponsor opened the door."),
        ("Ask Bekova, Aigerim first", "Ask the sponsor, the sponsor first"),
        ("It was A. Bekova’s idea", "It was the sponsor’s idea"),
        ("as Bekova A. said", "as the sponsor said"),
        ("Без Омаровой суд не работал", "Без the team leader суд не работал"),
        ("Передали Дане Омаровой", "Передали the team leader"),
        ("Омарованың шешімі", "The team leader шешімі"),
        ("Сапаровқа хабар берілді", "The coach хабар берілді"),
        ("Dana Omarova led", "The team leader led"),
        ("Айгерим Бекову просили", "The sponsor просили"),
        ("قال المنصوري ذلك", "قال a member of the team ذلك"),
        ("Ten judges and Pavel Ten", "A member of the team judges and a member of the team"),
        ("Veras desk and Kim's", "A member of the team desk and a member of the team's"),
        ("Веру спросили", "A member of the team спросили"),
        ("Li asked. Wei answered", "A colleague asked. A colleague answered"),
    ],
)
def test_a_role_stands_for_a_name(text: str, said: str) -> None:
    assert without_names(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "ten judges wait in line",
        "Данные собирали по понедельникам",
        "Judges adopt what a judge shows them",
        "Сапа көтерілді",
        "Listening and liking",
        "Very few asked, and Kimono is no name",
        "قال القاضي ذلك",
        "",
    ],
)
def test_other_words_are_left_as_they_are(text: str) -> None:
    assert without_names(text) == text


@given(
    st.lists(
        st.sampled_from([name for name, _ in PEOPLE] + ["said", "суд", "!", "\n", "A.", "—"]), max_size=12
    )
)
def test_no_name_is_left_in_any_text(words: list[str]) -> None:
    assert list(spans_of(without_names(" ".join(words)), BEARERS)) == []


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert list(spans_of(without_names(text), BEARERS)) == []
