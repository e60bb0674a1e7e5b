from __future__ import annotations

import math
from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from hundredday.errors import Refused
from hundredday.store.differences import first_difference
from hundredday.store.writing.quoting import (
    block,
    double_quoted,
    entry,
    flow,
    key_text,
    scalar_text,
    single_quoted,
)
from hundredday.store.yaml.guards import unwelcome_in
from hundredday.store.yaml.reading import parse

WORDS = st.sampled_from(
    ["no", "On", "y", "N", "NULL", "~", "12:30", "1:2:3", "010", "0x1F", "0o7", "1_000", "1e3", ".5", "+5", "-", "?",
     "2026-04-06", "2026-4-6 10:00", ".inf", "=", "<<", "a: b", "a #b", "a:b", "really?", "- x", "[a", "it's", '"', "\\"]
)  # fmt: skip
TEXTS = st.one_of(
    WORDS, st.text(max_size=30), st.text(alphabet=" \t\n:#,[]{}'\"-?!&*|>%@`aя意ع0.", max_size=12)
).filter(lambda text: unwelcome_in(text) is None)
LEAVES = st.one_of(
    TEXTS, st.booleans(), st.none(), st.integers(-(10**29), 10**29),
    st.floats(allow_nan=False, allow_infinity=False), st.dates(),
)  # fmt: skip


@given(text=TEXTS)
@example(text="no")
@example(text="Қазақстан: 12:30 # x")
def test_a_text_is_read_back_equal_by_three_readers_in_every_position(text: str) -> None:
    for written in (scalar_text(text), double_quoted(text), single_quoted(text)):
        source = f"a: {written}\nb: [{written}, {{k: {written}}}]\n"
        expected = {"a": text, "b": [text, {"k": text}]}

        assert parse(source.encode(), "x").data == expected
        assert YAML(typ="safe", pure=True).load(source) == expected
        assert yaml.safe_load(source) == expected


@given(text=TEXTS)
def test_a_key_is_read_back_equal(text: str) -> None:
    written = key_text(text)

    assert parse(f"{{{written}: 1}}\n".encode(), "x").data == {text: 1}


@given(
    value=st.recursive(
        LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4)
    )
)
def test_any_value_is_read_back_equal_and_stands_on_one_line(value: Any) -> None:
    source = f"a: {flow(value)}\n"

    assert source.count("\n") == 1
    assert first_difference(parse(source.encode(), "x").data, {"a": value}) is None


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Small claims settled in one day", "Small claims settled in one day"),
        ("Which claims can be judged alone?", '"Which claims can be judged alone?"'),
        ("National Plan: time", '"National Plan: time"'),
        ("NO", '"NO"'),
        ("3 courts", "3 courts"),
        ("2026-04-06", '"2026-04-06"'),
        ("two\nlines", '"two\\nlines"'),
        ("", '""'),
        ("Қазақстан", "Қазақстан"),
        (42, "42"),
        (0.85, "0.85"),
        (1e16, "10000000000000000.0"),
        (1e-7, "0.0000001"),
        (1e300, "1.0e+300"),
        (True, "true"),
        (None, "null"),
        (date(2026, 4, 13), "2026-04-13"),
        ({"date": date(2026, 4, 13), "value": 42}, "{date: 2026-04-13, value: 42}"),
        ({"25": 40, "050": 1}, '{25: 40, "050": 1}'),
        ([], "[]"),
    ],
)
def test_a_value_is_written_as_plainly_as_it_can_be(value: Any, written: str) -> None:
    assert flow(value) == written


@pytest.mark.parametrize(
    "value", ["a\x1bb", "a\u202eb", "\u0085", "\ud800", "\ufeff", math.inf, math.nan, 10**30]
)
def test_what_no_file_may_hold_is_refused(value: Any) -> None:
    with pytest.raises(Refused) as refused:
        flow({"a": [value]})

    assert refused.value.mend


def test_sections_take_lines_and_entries_stand_on_one() -> None:
    goal: Any = {
        "primary": True,
        "measurable": {"unit": "days", "usual": {"rate": 26, "days": 30}},
        "time_bound": {"due": date(2026, 7, 15)},
        "readings": [{"date": date(2026, 4, 13), "value": 42}],
    }

    lines = entry(("acceleration", "goals", "fast"), goal, 2, 2)

    assert lines == [
        "fast:",
        "  primary: true",
        "  measurable:",
        "    unit: days",
        "    usual: {rate: 26, days: 30}",
        "  time_bound: {due: 2026-07-15}",
        "  readings:",
        "    - {date: 2026-04-13, value: 42}",
    ]


def test_what_is_referred_to_by_key_stands_on_one_line_each() -> None:
    milestones: Any = {"milestones": {"first": {"title": "First hearing", "due": date(2026, 4, 20)}}}

    lines = block(("acceleration",), milestones, 4, 0)

    assert lines == ["milestones:", "    first: {title: First hearing, due: 2026-04-20}"]
