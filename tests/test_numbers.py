"""Numbers as people write them, and as they are shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hundredday.errors import Refused
from hundredday.numbers import number_words, read_number, value_words


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("42", 42),
        ("43.5", 43.5),
        ("43,5", 43.5),
        ("0,125", 0.125),
        ("1 200", 1200),
        ("1\u202f200", 1200),
        ("1,200,000", 1_200_000),
        ("1,200.5", 1200.5),
        ("12,5", 12.5),
        ("−7", -7),
        ("-7.5", -7.5),
        (".5", 0.5),
        ("٤٣", 43),
        ("٤٣٫٥", 43.5),
        ("١٬٢٠٠", 1200),
        ("85%", None),
        ("abc", None),
        ("", None),
        ("1e5", None),
        ("1.2.3", None),
    ],
)
def test_a_number_is_read_as_people_write_it(typed: str, number: float | None) -> None:
    assert read_number(typed) == number


@pytest.mark.parametrize("typed", ["3,750", "12,500", "-1,000"])
def test_a_number_that_means_two_things_is_refused_with_both(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_number(typed)

    assert typed.replace(",", "") in refused.value.text
    assert typed.replace(",", ".") in refused.value.text


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "0"),
        (42.0, "42"),
        (3.14159, "3.14"),
        (0.00005, "0.00005"),
        (-0.00012345, "-0.000123"),
        (1e-20, "0"),
        (9999, "9999"),
        (12345, "12\u202f345"),
        (-12345.678, "-12\u202f345.68"),
        (1e308, "1e+308"),
        (True, "done"),
        (False, "not done"),
    ],
)
def test_a_number_is_shown_calmly(value: float, words: str) -> None:
    assert number_words(value) == words


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**30), 10**30))
def test_every_number_can_be_shown(value: float) -> None:
    assert number_words(value)


def test_a_percent_sign_stands_close_and_other_units_stand_apart() -> None:
    assert (value_words(85, "%"), value_words(33, "days"), value_words(True, "days")) == (
        "85%",
        "33 days",
        "done",
    )
