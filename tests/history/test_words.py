"""How dates, values and texts are put into sentences."""

from __future__ import annotations

from datetime import date

import pytest

from hundredday.challenge.acceleration import Clock
from hundredday.history.words import (
    LONGEST_QUOTE,
    called,
    date_words,
    field_words,
    listed,
    on_day,
    reading_words,
    shortened,
)

CLOCK = Clock(start=date(2026, 4, 6), days=100)


@pytest.mark.parametrize(
    ("value", "unit", "key", "words"),
    [
        (33, "days", "days-to-judgment", "33 days to judgment"),
        (1, "days", "days-to-judgment", "1 day to judgment"),
        (107, "people", "people-housed", "107 people housed"),
        (12, "appeals", "appeals", "12 appeals"),
        (275, "cases", "backlog", "backlog at 275 cases"),
        (45, "%", "claims_filed_online", "claims filed online at 45%"),
        (4.25, None, "satisfaction", "satisfaction at 4.25"),
        (True, None, "decree-signed", "decree signed: done"),
        (False, None, "decree-signed", "decree signed: not yet"),
    ],
)
def test_a_reading_says_its_unit_once(value: float, unit: str | None, key: str, words: str) -> None:
    said = reading_words(value, unit, key)

    assert said == words


@pytest.mark.parametrize(
    ("key", "metric", "value", "unit", "name", "words"),
    [
        ("ochered", "Детей в очереди", 4260, "детей", "“Детей в очереди”", "Детей в очереди: 4260 детей"),
        ("days-to-permit", "أيام الانتظار", 5, "أيام", "“أيام الانتظار”", "أيام الانتظار: 5 أيام"),
        (
            "judged-on-papers",
            "Share judged on papers",
            31,
            "%",
            "judged-on-papers",
            "judged on papers at 31%",
        ),
        ("backlog", None, 275, "cases", "backlog", "backlog at 275 cases"),
    ],
)
def test_a_metric_in_another_script_is_called_by_its_own_words(
    key: str, metric: str | None, value: float, unit: str, name: str, words: str
) -> None:
    said = called(key, metric), reading_words(value, unit, key, metric)

    assert said == (name, words)


@pytest.mark.parametrize(
    ("day", "clock", "short", "on"),
    [
        (date(2026, 4, 20), CLOCK, "20 April", "on Day 14"),
        (date(2026, 4, 6), CLOCK, "6 April", "on Day 0"),
        (date(2026, 3, 2), CLOCK, "2 March", "on 2 March"),
        (date(2027, 1, 11), CLOCK, "2027-01-11", "on Day 280"),
        (date(2026, 4, 20), None, "2026-04-20", "on 2026-04-20"),
    ],
)
def test_a_date_is_short_in_the_year_of_the_clock(
    day: date, clock: Clock | None, short: str, on: str
) -> None:
    said = date_words(day, clock), on_day(day, clock)

    assert said == (short, on)


def test_a_long_text_is_cut_at_a_word_and_stays_on_one_line() -> None:
    text = "Claims under\n500,000 tenge\twait six weeks for their first hearing in every court"

    said = shortened(text)

    assert said == "Claims under 500,000 tenge wait six weeks for their first…"
    assert len(said) <= LONGEST_QUOTE


def test_a_long_text_without_spaces_is_cut_too() -> None:
    said = shortened("ж" * 200)

    assert len(said) == LONGEST_QUOTE


@pytest.mark.parametrize(
    ("parts", "words"), [((), ""), (("A",), "A"), (("A", "B"), "A and B"), (("A", "B", "C"), "A, B and C")]
)
def test_several_things_are_listed_in_one_breath(parts: tuple[str, ...], words: str) -> None:
    said = listed(parts)

    assert said == words


def test_a_field_of_a_goal_goes_by_its_own_name() -> None:
    said = [
        field_words(where)
        for where in [("measurable", "usual", "rate"), ("time_bound", "due"), ("owner_post",)]
    ]

    assert said == ["usual rate", "due", "owner post"]
