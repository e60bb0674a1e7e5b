"""The quick way of reading says what the careful one says, or nothing."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hundredday.store.yaml.building import build
from hundredday.store.yaml.document import BadFile
from hundredday.store.yaml.quick import quick_data
from hundredday.store.yaml.reading import parse

if TYPE_CHECKING:
    from hundredday.findings import Finding

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").rglob("*.yaml"))
GOOD = sorted((Path(__file__).parents[1] / "examples" / "good").glob("*.yaml"))
PIECES = ["a: ", "? ", "- ", "[", "]", "{", "}", ", ", ": ", "\n", "\n  ", "\n    ", "&a ", "*a", "!!int ", "<<: ", '"', "'",
          "\\u0085", "\\x41", "|\n  ", ">-\n  ", "~", "2026-02-30", "2026-02-03", "1e999", "12:30", "0x1F", "yes", "null: ", "---\n", "...\n", "# c\n"]  # fmt: skip


def carefully(text: str) -> object:
    """What the careful way makes of a text in which nothing is wrong; None for any other."""
    built = build(text)
    is_good = (
        built.error is None and not built.stopped and not built.problems and isinstance(built.data, dict)
    )
    return typed(built.data) if is_good else None


def typed(data: object) -> object:
    """The data with the type of each value, since true is not 1."""
    if isinstance(data, dict):
        return {key: typed(value) for key, value in data.items()}
    if isinstance(data, list):
        return [typed(value) for value in data]
    return type(data), data


def findings_of(text: str) -> tuple[Finding, ...]:
    try:
        return parse(text.encode(), "x.yaml").findings
    except BadFile as bad:
        return bad.findings


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_file_is_read_quickly_and_means_the_same(path: Path) -> None:
    text = path.read_bytes().decode("utf-8-sig")

    data = quick_data(text)

    assert data is not None or '"' in text
    assert data is None or typed(data) == carefully(text)


@settings(max_examples=5000 if "HUNDREDDAY_TORTURE" in os.environ else 300, deadline=None)
@given(
    path=st.sampled_from(EXAMPLES),
    cuts=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30), st.sampled_from(["", *PIECES])), max_size=3),
)
def test_a_file_that_was_damaged_somewhere_is_read_as_carefully(
    path: Path, cuts: list[tuple[float, int, str]]
) -> None:
    text = path.read_bytes().decode(errors="replace")
    for at, length, piece in cuts:
        start = int(at * len(text))
        text = text[:start] + piece + text[start + length :]

    data = quick_data(text)

    assert data is None or typed(data) == carefully(text)


@settings(max_examples=20_000 if "HUNDREDDAY_TORTURE" in os.environ else 500, deadline=None)
@given(pieces=st.lists(st.sampled_from([*PIECES, "b", "c d", "0", "é"]), max_size=14))
def test_any_text_is_read_as_carefully(pieces: list[str]) -> None:
    text = "".join(pieces)

    data = quick_data(text)

    assert data is None or typed(data) == carefully(text)


def test_marks_are_made_when_they_are_asked_for() -> None:
    document = parse(b"format: 1\ntitle: T\ngoals:\n  - {a: 1}\n", "x.yaml")

    assert document.marks is None
    assert document.place(("goals", 0, "a"))[:3] == ("x.yaml", 4, 9)


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 100_000, "{a: " * 30 + "}" * 30, "a: &x [*x, *x]"])
def test_what_would_cost_much_is_left_to_the_careful_way(text: str) -> None:
    assert quick_data(text) is None
    assert findings_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "lessons: [" + "1, " * 200_000 + "]\n",
        "lessons:\n" + "- x\n" * 200_000,
        "".join(f"k{number}: 1\n" for number in range(100_000)),
        "a: 1\n--- \n" + "b: 2\n" * 30_000,
    ],
    ids=["flow", "block", "keys", "documents"],
)
def test_a_file_of_very_many_values_is_not_read_to_its_end(text: str) -> None:
    source = f"format: 1\ntitle: T\nphase: design\n{text}".encode()[:1_000_000]

    findings = findings_of(source.decode())

    assert quick_data(source.decode()) is None
    assert 0 < len(findings) <= 101
    assert findings[-1].code in {"too-large", "second-document"}


def test_a_long_challenge_is_read_to_its_end() -> None:
    readings = "".join(f"        - {{date: 2026-05-01, value: {number}}}\n" for number in range(2_000))
    text = f"format: 1\nacceleration:\n  goals:\n    g:\n      readings:\n{readings}"

    data: Any = quick_data(text)

    assert len(data["acceleration"]["goals"]["g"]["readings"]) == 2_000
    assert typed(data) == carefully(text)
