from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from hundredday.outlook.chart import Chart
from hundredday.outlook.standing import Forecast
from hundredday.views.burnup import burnup

FALLING = Chart(
    last_day=100,
    day=50,
    baseline=43.0,
    target=1.0,
    path=tuple((day, 43 - 0.42 * day) for day in range(101)),
    readings=((7, 42.0), (14, 39.0), (28, 31.0), (42, 24.0), (49, 20.0)),
    forecast=Forecast(low=1.0, middle=6.0, high=14.0, progress=0.88, reaches_target_on=date(2026, 7, 25)),
)


def drawing(chart: Chart, width: int = 80) -> str:
    return "\n".join(line.plain.rstrip() for line in burnup(chart, width)) + "\n"


def test_a_goal_that_must_fall_runs_down_to_its_target() -> None:
    assert drawing(FALLING) == snapshot("""\
43 ┤○····●                                ┊
   │      ·····●·····                     ┊
   │                 ····●·····           ┊
   │                           ·····●·····┊
   │                                     ●┊··········
   │                                      ┊          ··········                │
   │                                      ┊                    ···········     ◆
 1 ┤╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ┊ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ·····│
   └────────────────────────────────────────────────────────────────────────────
    Day 0              25                 50                75               100
    ● reading  · planned  ╌ target  ┊ today  ◆ forecast
""")


def test_a_goal_that_must_rise_runs_up_to_its_target() -> None:
    housed = Chart(
        last_day=100,
        day=30,
        baseline=0.0,
        target=12_480.0,
        path=tuple((day, 124.8 * day) for day in range(101)),
        readings=((7, 400.0), (14, 1900.0), (28, 5200.0)),
        forecast=None,
    )

    assert drawing(housed, 60) == snapshot("""\
12 480 ┤╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌┊╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ····
       │               ┊                         ·······
       │               ┊                 ········
       │               ┊          ·······
       │              ●┊   ·······
       │           ····┊···
       │    ···●···    ┊
     0 ┤○···●          ┊
       └────────────────────────────────────────────────────
        Day 0        25           50          75         100
        ● reading  · planned  ╌ target  ┊ today
""")


def test_readings_after_the_last_day_stretch_the_days() -> None:
    watched = replace(FALLING, day=200, forecast=None, readings=(*FALLING.readings, (98, 0.8), (190, 7.0)))

    lines = drawing(watched).splitlines()

    assert lines[-2].split() == ["Day", "0", "25", "50", "75", "100", "190"]
    assert "today" not in lines[-1]


@given(
    st.floats(-1e6, 1e6),
    st.floats(-1e6, 1e6),
    st.lists(st.tuples(st.integers(0, 400), st.floats(-1e7, 1e7)), max_size=8),
    st.integers(-20, 400),
    st.integers(40, 120),
)
def test_a_chart_fits_whatever_is_in_it(
    baseline: float, target: float, readings: list[tuple[int, float]], day: int, width: int
) -> None:
    chart = Chart(100, day, baseline, target, ((0, baseline), (100, target)), tuple(readings), None)

    lines = burnup(chart, width)

    assert max(line.cell_len for line in lines[:-1]) <= width


@pytest.mark.parametrize(("low", "high"), [(1.0, 14.0), (14.0, 1.0)])
def test_the_forecast_stands_at_the_last_day_as_a_range(low: float, high: float) -> None:
    forecast = Forecast(low=low, middle=6.0, high=high, progress=0.88, reaches_target_on=None)

    rows = drawing(replace(FALLING, forecast=forecast)).splitlines()[:8]

    assert "".join(row[-1] for row in rows[5:8]) == "│◆│"
