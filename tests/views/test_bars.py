from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hundredday.views.bars import day_bar, dots, progress_bar, sparkline


@pytest.mark.parametrize(
    ("day", "bar"),
    [
        (None, "──────────"),
        (-12, "──────────"),
        (0, "──────────"),
        (1, "━─────────"),
        (50, "━━━━━─────"),
        (99, "━━━━━━━━━─"),
        (100, "━━━━━━━━━━"),
        (103, "━━━━━━━━››"),
    ],
)
def test_the_day_bar_fills_with_the_days_and_shows_days_over(day: int | None, bar: str) -> None:
    assert day_bar(day, 100, 10).plain == bar


@pytest.mark.parametrize(
    ("progress", "expected", "bar"),
    [
        (None, None, "──────────"),
        (-0.3, 0.5, "─────┃────"),
        (0.55, 0.43, "━━━━┃━────"),
        (0.2, 0.62, "━━────┃───"),
        (0.99, 1.0, "━━━━━━━━━┃"),
        (1.4, None, "━━━━━━━━━━"),
        (0.001, None, "━─────────"),
        (0.999, None, "━━━━━━━━━─"),
    ],
)
def test_the_progress_bar_marks_where_it_should_be(
    progress: float | None, expected: float | None, bar: str
) -> None:
    assert progress_bar(progress, expected, 10).plain == bar


@given(
    st.none() | st.floats(-1e9, 1e9),
    st.none() | st.floats(-10, 10),
    st.integers(1, 60),
)
def test_a_progress_bar_is_exactly_as_wide_as_asked(
    progress: float | None, expected: float | None, width: int
) -> None:
    assert progress_bar(progress, expected, width).cell_len == width


@given(st.none() | st.integers(-4000, 4000), st.none() | st.integers(1, 100), st.integers(1, 60))
def test_a_day_bar_is_exactly_as_wide_as_asked(day: int | None, days: int | None, width: int) -> None:
    assert day_bar(day, days, width).cell_len == width


def test_a_sparkline_runs_from_the_lowest_to_the_highest() -> None:
    assert sparkline([43, 39, 33, 20, 1]) == "█▇▆▄▁"


def test_a_sparkline_keeps_the_newest_readings() -> None:
    assert sparkline([9, 9, 9, 1, 2, 3], most=3) == "▁▅█"


def test_readings_that_never_change_make_a_level_line() -> None:
    assert sparkline([5, 5, 5]) == "▄▄▄"


def test_one_reading_is_no_run() -> None:
    assert sparkline([5]) == ""


def test_a_grade_is_shown_as_filled_dots() -> None:
    assert dots(3) == "●●●○○"
    assert dots(None) == "     "
