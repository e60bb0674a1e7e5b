from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hundredday.days import (
    WorkingCalendar,
    day_date,
    day_number,
    day_words,
    is_stored_day,
    read_day,
    today_in,
    working_days_left,
)
from hundredday.errors import WrongUsage

TODAY = date(2026, 4, 10)
START = date(2026, 4, 6)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(-400, 400))
def test_day_and_date_undo_each_other(start: date, number: int) -> None:
    assert day_number(start, day_date(start, number)) == number


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (-12, "D-12"),
        (0, "Day 0 / 100"),
        (37, "Day 37 / 100"),
        (100, "Day 100 / 100"),
        (103, "Day 103 / 100, 3 over"),
    ],
)
def test_a_day_is_said_as_people_say_it(day: int, words: str) -> None:
    assert day_words(day, 100) == words


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2026-04-06", date(2026, 4, 6)),
        ("today", TODAY),
        ("Yesterday", date(2026, 4, 9)),
        ("tomorrow", date(2026, 4, 11)),
        ("сегодня", TODAY),
        ("бүгін", TODAY),
        ("кеше", date(2026, 4, 9)),
        ("+3", date(2026, 4, 13)),
        ("-3", date(2026, 4, 7)),
        ("day 50", date(2026, 5, 26)),
        ("Day 0", START),
        ("day -12", date(2026, 3, 25)),
        ("06.04.2026", date(2026, 4, 6)),
        ("13/04/2026", date(2026, 4, 13)),
        ("04/13/2026", date(2026, 4, 13)),
        ("04/04/2026", date(2026, 4, 4)),
        ("6 April 2026", date(2026, 4, 6)),
        ("April 6, 2026", date(2026, 4, 6)),
        ("6 Apr 2026", date(2026, 4, 6)),
        ("6 апреля 2026", date(2026, 4, 6)),
        ("6 апреля 2026 г.", date(2026, 4, 6)),
        ("9 мая 2026 года", date(2026, 5, 9)),
        ("6 сәуір 2026", date(2026, 4, 6)),
        ("16 желтоқсан 2026", date(2026, 12, 16)),
        ("29 February 2028", date(2028, 2, 29)),
    ],
)
def test_a_date_is_read_as_a_person_writes_it(typed: str, read: date) -> None:
    assert read_day(typed, today=TODAY, start=START) == read


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "99",
        "2026",
        "April",
        "April 2026",
        "2026-02-30",
        "31.02.2026",
        "6 Foo 2026",
        "29 February 2026",
        "2026-4-6x",
    ],
)
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(WrongUsage):
        read_day(typed, today=TODAY, start=START)


def test_an_ambiguous_date_is_refused_with_both_readings() -> None:
    with pytest.raises(WrongUsage) as refused:
        read_day("04/06/2026", today=TODAY)

    assert refused.value.text == "“04/06/2026” can be read two ways: 2026-06-04 or 2026-04-06."


def test_a_day_number_needs_a_start() -> None:
    with pytest.raises(WrongUsage, match="none here to count from"):
        read_day("day 50", today=TODAY)


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_is_refused(text: str) -> None:
    try:
        read = read_day(text, today=TODAY, start=START)
    except WrongUsage:
        return
    assert isinstance(read, date)


def test_only_iso_dates_are_stored() -> None:
    assert is_stored_day("2026-04-06")
    assert not is_stored_day("2026-4-6")


def test_working_days_leave_out_weekends_and_holidays() -> None:
    calendar = WorkingCalendar(holidays=frozenset({date(2026, 5, 1)}))

    # Thursday 30 April to Tuesday 5 May: Friday is a holiday, Monday and Tuesday are worked.
    assert working_days_left(date(2026, 4, 30), date(2026, 5, 5), calendar) == 2
    assert working_days_left(date(2026, 5, 5), date(2026, 5, 5), calendar) == 0


@pytest.mark.parametrize("zone", ["Asia/Almaty", "", "No/Such", "../etc/passwd"])
def test_there_is_a_today_in_every_zone(zone: str) -> None:
    assert isinstance(today_in(zone), date)
