from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hundredday.errors import Refused
from hundredday.imports.dates import cell_day

FIRST_DAY = date(1899, 12, 30)
DAY = date(2026, 4, 6)


def read(raw: object, order: str | None = None, first_day: date = FIRST_DAY) -> date:
    return cell_day(raw, order=order, first_day=first_day)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "raw",
    [
        DAY,
        datetime(2026, 4, 6, 9, 30),  # noqa: DTZ001
        46118,
        46118.75,
        "46118",
        "2026-04-06",
        "2026-4-6",
        "2026/04/06",
        "2026.04.06",
        "2026-04-06T00:00:00",
        "2026-04-06 00:00:00.000",
        "06.04.2026",
        "6.4.2026",
        "06.04.26",
        "06.04.2026 0:00",
        "06.04.2026 00:00:00",
        " 06.04.2026 ",
        "6 April 2026",
        "April 6, 2026",
        "6 апреля 2026",
        "6 апреля 2026 г.",
        "6 сәуір 2026",
    ],
)
def test_a_day_is_read_as_people_and_excel_write_it(raw: object) -> None:
    assert read(raw) == DAY


@pytest.mark.parametrize(("text", "dmy", "mdy"), [
    ("04/06/2026", date(2026, 6, 4), date(2026, 4, 6)),
    ("4-6-2026", date(2026, 6, 4), date(2026, 4, 6)),
    ("04/06/26", date(2026, 6, 4), date(2026, 4, 6)),
])  # fmt: skip
def test_a_day_with_two_readings_is_refused_with_both_until_the_order_is_said(
    text: str, dmy: date, mdy: date
) -> None:
    with pytest.raises(Refused) as refused:
        read(text)

    assert str(dmy) in refused.value.text
    assert str(mdy) in refused.value.text
    assert "--dates dmy" in refused.value.mend
    assert read(text, "dmy") == dmy
    assert read(text, "mdy") == mdy


def test_a_day_with_one_reading_needs_no_order_and_one_against_the_order_is_refused() -> None:
    assert read("25/06/2026") == read("06/25/2026") == date(2026, 6, 25)
    assert read("05/05/2026") == date(2026, 5, 5)
    assert read("06.04.2026", "mdy") == DAY
    with pytest.raises(Refused, match="not a day of the calendar"):
        read("25/06/2026", "mdy")


@pytest.mark.parametrize(
    "raw",
    [True, 12, 3.5, 20000, -1, 1e9, float("nan"), float("inf"), "12", "soon", "April", "04.2026", "2026-02-30", "31.04.2026",
     "1026-04-06", "99999999", "06/04", "2026", "today", "+3", "day 50"],
)  # fmt: skip
def test_what_is_no_day_is_refused(raw: object) -> None:
    with pytest.raises(Refused):
        read(raw)


def test_a_workbook_of_an_old_mac_counts_its_days_from_1904() -> None:
    assert read(44656, first_day=date(1904, 1, 1)) == DAY


@given(
    st.one_of(
        st.text(max_size=30),
        st.floats(),
        st.integers(),
        st.integers(15_000, 120_000),
        st.none(),
        st.booleans(),
        st.dates(),
    )
)
def test_whatever_stands_in_a_cell_is_a_day_or_refused(raw: object) -> None:
    with suppress(Refused):
        assert 1990 <= read(raw).year <= 2199
