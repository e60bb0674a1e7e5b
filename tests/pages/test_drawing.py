"""The geometry of charts, and the small words of pages."""

from __future__ import annotations

from datetime import date
from math import isfinite
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader

from hundredday.challenge.design import Stakeholder
from hundredday.language import speaking
from hundredday.outlook.chart import Chart
from hundredday.outlook.standing import Forecast
from hundredday.pages import grid, words
from hundredday.pages.burnup import HEIGHT, burnup
from hundredday.pages.compiled import BesideTemplates
from hundredday.pages.site import link_of, page_by, page_of

if TYPE_CHECKING:
    from pathlib import Path

anything = st.floats(allow_nan=False, allow_infinity=False)
values = st.floats(min_value=-1e12, max_value=1e12).map(lambda value: round(value, 3)) | st.integers(
    -50, 5000
)
days = st.integers(0, 200)


@given(
    baseline=values, target=values, readings=st.lists(st.tuples(days, values), min_size=1, max_size=30),
    last_day=st.integers(1, 100), day=st.integers(-5, 300), was=st.none() | values, ahead=st.none() | values,
    mirrored=st.booleans(),
)  # fmt: skip
def test_whatever_the_numbers_are_everything_stands_inside_the_chart(
    baseline: float,
    target: float,
    readings: list[tuple[int, float]],
    last_day: int,
    day: int,
    was: float | None,
    ahead: float | None,
    mirrored: bool,
) -> None:
    forecast = None if ahead is None else Forecast(ahead - 1, ahead, ahead + 1, 0.5, None)
    path = ((0, float(baseline)), (last_day, float(target)))
    chart = Chart(last_day, day, float(baseline), float(target), path, tuple(sorted(readings)), forecast)

    drawn = burnup(chart, was, mirrored=mirrored)

    assume(drawn)
    assert drawn
    spots = [*drawn.dots, drawn.baseline, *(drawn.forecast or ())]
    assert all(0 <= spot.x <= 100 and -0.1 <= spot.y <= HEIGHT + 0.1 for spot in spots)
    assert all(isfinite(y) and -0.1 <= y <= HEIGHT + 0.1 for y, __ in drawn.rows)
    assert 2 <= len(drawn.rows) <= 8
    assert -0.1 <= drawn.target <= HEIGHT + 0.1
    assert drawn.was_target is None or -0.1 <= drawn.was_target <= HEIGHT + 0.1
    assert drawn.today is None or 0 <= drawn.today <= 100


@given(baseline=anything, target=anything, reading=anything, was=st.none() | anything)
def test_numbers_past_drawing_are_not_drawn_and_stop_nothing(
    baseline: float, target: float, reading: float, was: float | None
) -> None:
    chart = Chart(100, 50, baseline, target, ((0, baseline), (100, target)), ((10, reading),), None)

    drawn = burnup(chart, was)

    assert drawn is None or all(isfinite(y) for y, __ in drawn.rows)


def test_time_runs_to_the_right_and_mirrored_to_the_left() -> None:
    chart = Chart(100, 50, 0.0, 10.0, ((0, 0.0), (100, 10.0)), ((10, 1.0), (20, 2.0)), None)

    there, back = burnup(chart, None), burnup(chart, None, mirrored=True)

    assert there is not None
    assert back is not None
    assert there.dots[0].x < there.dots[1].x
    assert back.dots[0].x > back.dots[1].x
    assert there.dots[0].x == pytest.approx(100 - back.dots[0].x)


def test_a_straight_path_is_drawn_with_two_points_and_a_bent_one_with_its_corners() -> None:
    straight = tuple((day, float(day)) for day in range(101))
    bent = tuple((day, float(min(day, 40))) for day in range(101))

    drawn = [burnup(Chart(100, 0, 0.0, 100.0, path, ((0, 0.0),), None), None) for path in (straight, bent)]

    assert [len(one.path.split()) for one in drawn if one] == [2, 3]


@pytest.mark.parametrize(
    "evidence", ["javascript:alert(1)", "data:text/html,x", "//evil", "see annex", "https://a b", None]
)
def test_only_an_address_of_the_web_becomes_a_link(evidence: str | None) -> None:
    assert link_of(evidence) is None
    assert link_of("https://example.org/a?b=1#c") == "https://example.org/a?b=1#c"


@given(st.text(min_size=1, max_size=80))
def test_no_name_leads_a_page_out_of_its_folder(name: str) -> None:
    for page in (page_of(name).removeprefix("challenges/"), page_by("agency", name)):
        assert set(page) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_.")
        assert page.count(".") == 1


def test_stakeholders_stand_by_influence_and_then_by_interest() -> None:
    everybody = grid.placed(
        {
            "a": Stakeholder(name="Traders", influence=2, interest=5),
            "b": Stakeholder(name="Court", influence=5, interest=4),
            "c": Stakeholder(name="Bar"),
        }
    )

    assert [one.name for one in everybody] == ["Court", "Traders", "Bar"]
    assert [one.name for one in grid.cell(everybody, 5, 4)] == ["Court"]
    assert grid.advice(5, 4) == "work with closely"
    assert grid.advice(2, 5) == "keep informed"


def test_what_a_frozen_field_said_is_told_as_a_value_a_day_or_a_text() -> None:
    today = date(2026, 5, 26)

    with speaking("en"):
        said = [words.frozen(value, "days", today) for value in (2, date(2026, 7, 15), "25=40", None)]

    assert said == ["2 days", "15\N{NO-BREAK SPACE}Jul", "25=40", "–"]


def test_compiled_templates_are_kept_beside_the_templates_and_a_damaged_one_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    (tmp_path / "page.html").write_text("{{ title }}!")

    def drawn() -> str:
        loader = FileSystemLoader(tmp_path)
        made = Environment(loader=loader, bytecode_cache=BesideTemplates(tmp_path), autoescape=True)
        return made.get_template("page.html").render(title="<b>")

    first = drawn()
    (kept,) = (tmp_path / "__pycache__").iterdir()
    kept.write_bytes(kept.read_bytes()[:40])

    assert [first, drawn(), drawn()] == ["&lt;b&gt;!"] * 3
    assert kept.stat().st_size > 40


def test_where_nothing_can_be_kept_templates_are_drawn_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    (tmp_path / "page.html").write_text("{{ title }}!")
    (tmp_path / "__pycache__").write_text("a file where a folder should be")

    made = Environment(
        loader=FileSystemLoader(tmp_path), bytecode_cache=BesideTemplates(tmp_path), autoescape=True
    )

    assert made.get_template("page.html").render(title="A") == "A!"
