from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from hundredday.errors import Refused
from hundredday.metrics import KINDS, AnyMeasure, Measure, Reading, kinds_said, series_of

NUMBERS = st.integers(-10_000, 10_000) | st.floats(-1e4, 1e4, allow_nan=False)


def measure(**fields: Any) -> Measure:
    made: Measure = TypeAdapter(AnyMeasure).validate_python(fields)
    return made


def codes(made: Measure, *values: Any) -> list[str]:
    """What is wrong with a measure, or with a week's readings of it."""
    if not values:
        return [finding.code for finding in made.problems()]
    series = [(n, Reading(date=date(2026, 4, 6 + n), value=value)) for n, value in enumerate(values)]
    return [finding.code for finding in made.series_problems(series)]


def test_whoever_writes_another_kind_is_told_all_of_them() -> None:
    with pytest.raises(ValidationError, match="not_one_of"):
        measure(kind="ratio")

    assert kinds_said() == f"The kind of a metric is {', '.join(KINDS[:-1])} or {KINDS[-1]}."


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"kind": "level", "baseline": 4, "target": 4}, ["target-equals-baseline"]),
        ({"kind": "cumulative", "baseline": 4, "target": 3}, ["target-on-wrong-side"]),
        ({"kind": "cumulative", "baseline": 4, "target": 5}, []),
        ({"kind": "duration", "baseline": 4, "target": -1}, ["value-out-of-range"]),
        ({"kind": "percent", "baseline": 4, "target": 101}, ["value-out-of-range"]),
        ({"kind": "percent", "baseline": 0, "target": 2155, "change": True}, []),
        ({"kind": "yes_no"}, []),
        ({"kind": "yes_no", "baseline": True}, ["target-on-wrong-side"]),
        ({"kind": "yes_no", "target": 1}, ["not-yes-or-no"]),
        ({"kind": "level", "baseline": True}, ["not-a-number"]),
        ({}, []),
    ],
)
def test_a_baseline_and_a_target_are_sound_for_their_kind(fields: dict[str, Any], found: list[str]) -> None:
    assert codes(measure(**fields)) == found


@pytest.mark.parametrize(
    ("kind", "values", "found"),
    [
        ("cumulative", (1, 2, 2), []),
        ("cumulative", (1, 2, 1), ["total-falls"]),
        ("level", (1, 2, 1), []),
        ("duration", (1, -1), ["value-out-of-range"]),
        ("percent", (99, 101), ["value-out-of-range"]),
        ("yes_no", (False, True), []),
        ("yes_no", (1,), ["not-yes-or-no"]),
    ],
)
def test_readings_are_sound_for_their_kind(kind: str, values: tuple[Any, ...], found: list[str]) -> None:
    assert codes(measure(kind=kind), *values) == found


@pytest.mark.parametrize(
    ("kind", "typed", "read"),
    [
        ("level", "1 200", {"value": 1200}),
        ("level", "43,5", {"value": 43.5}),
        ("percent", "85%", {"value": 85}),
        ("percent", "18/40", {"value": 45, "count": 18, "of": 40}),
        ("percent", "1/3", {"value": 33.3, "count": 1, "of": 3}),
        ("yes_no", "done", {"value": True}),
        ("yes_no", "нет", {"value": False}),
    ],
)
def test_a_typed_value_is_read_as_its_kind_reads_it(kind: str, typed: str, read: dict[str, Any]) -> None:
    assert measure(kind=kind).read(typed) == read


@pytest.mark.parametrize(
    ("kind", "typed"), [("level", "many"), ("level", "nan"), ("percent", "18/0"), ("yes_no", "maybe")]
)
def test_a_text_that_is_no_value_is_refused(kind: str, typed: str) -> None:
    with pytest.raises(Refused):
        measure(kind=kind).read(typed)


@pytest.mark.parametrize(("count", "found"), [(18, []), (20, ["count-disagrees"])])
def test_a_percent_agrees_with_its_count(count: int, found: list[str]) -> None:
    reading = Reading(date=date(2026, 4, 6), value=45, count=count, of=40)

    assert [finding.code for finding in measure(kind="percent").series_problems([(0, reading)])] == found


@given(baseline=NUMBERS, target=NUMBERS, value=NUMBERS)
def test_progress_and_value_undo_each_other(baseline: float, target: float, value: float) -> None:
    level = measure(kind="level", baseline=baseline, target=target)

    if abs(target - baseline) > 1e-3 and (progress := level.progress(value)) is not None:
        assert level.value_at(progress) == pytest.approx(value, abs=1e-4)
        assert (level.progress(baseline), level.progress(target)) == (0, 1)


@given(st.lists(st.tuples(st.dates(date(2026, 4, 6), date(2026, 4, 20)), st.integers(0, 9))))
def test_of_several_entries_for_a_day_the_last_counts(entries: list[tuple[date, int]]) -> None:
    readings = [Reading(date=day, value=value) for day, value in entries]

    assert [(reading.date, reading.value) for reading in series_of(readings)] == sorted(dict(entries).items())
