from __future__ import annotations

import json as notation
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attacks import document_of, state_of
from hundredday.errors import Refused
from hundredday.exports.json import FORMAT
from hundredday.imports.json import READ, json
from hundredday.store.plain import plain
from hundredday.store.records import read_record
from hundredday.store.yaml.document import BadFile

GOOD = sorted((Path(__file__).parents[1] / "examples" / "good").glob("*.yaml"))
SAMPLES = sorted((Path(__file__).parents[2] / "challenges").rglob("*.yaml"))


def test_what_is_written_is_understood() -> None:
    assert FORMAT in READ


@pytest.mark.parametrize("path", [*GOOD, *SAMPLES], ids=lambda path: path.stem)
def test_a_challenge_comes_back_as_its_file_says_it(path: Path) -> None:
    try:
        challenge = read_record(path.read_bytes(), path.name).challenge
    except BadFile:  # a good example of another kind of file
        pytest.skip("no challenge")

    document = json(document_of(state_of(challenge)))

    assert document.objections == ()
    assert plain(document.challenges["challenge-1"]) == plain(challenge)


@pytest.mark.parametrize(
    "source",
    [
        b"",
        b"[]",
        b"{}",
        b'{"export": 1}',
        b'{"export": 1, "challenges": {}}',
        b'{"export": 99, "challenges": []}',
        b'{"export": 1, "challenges": [], "x": NaN}',
        b'{"export": 1, "challenges": [], "x": ' + b"9" * 5000 + b"}",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"\xff\xfe{",
    ],
)
def test_what_is_none_of_ours_is_refused(source: bytes) -> None:
    with pytest.raises(Refused):
        json(source)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (7, "Here belong an id"),
        ({"id": "a"}, "Here belong an id"),
        ({"id": "a", "challenge": {"format": 1, "title": "A", "phase": "nowhere"}}, "phase: "),
        (
            {"id": "a", "challenge": {"format": 1, "title": "A", "phase": "design", "colour": "red"}},
            "colour: ",
        ),
        ({"id": "a", "challenge": {"format": 1, "title": 7, "phase": "design"}}, "title: "),
    ],
)
def test_each_challenge_that_cannot_be_read_is_named(one: object, said: str) -> None:
    document = json(notation.dumps({"export": 1, "challenges": [one]}).encode())

    assert document.challenges == {}
    assert document.objections[0].cell.startswith("challenges[0]")
    assert said in document.objections[0].text


def test_an_id_that_stands_there_twice_is_named() -> None:
    one = {"id": "a", "challenge": {"format": 1, "title": "A", "phase": "design"}}

    document = json(notation.dumps({"export": 1, "challenges": [one, one]}).encode())

    assert [objection.cell for objection in document.objections] == ["challenges[1]"]


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "challenge", "format", "title", "phase", "design", "lessons"]), inner
        )
    ),
    max_leaves=12,
)


SOUND = st.fixed_dictionaries(
    {"format": st.just(1), "title": st.sampled_from(["One", "Үш", "ثلاثة"]), "phase": st.just("design")}
)
NEARLY = st.fixed_dictionaries(
    {"id": st.sampled_from(["a", "b", "c"])},
    optional={
        "challenge": SOUND
        | st.fixed_dictionaries(
            {
                "format": st.integers(0, 2),
                "title": st.text(max_size=5) | JSON,
                "phase": st.just("design") | JSON,
            },
            optional={"agency": st.text(max_size=5), "lessons": JSON, "design": JSON, "colour": JSON},
        ),
    },
)
"""Challenges, and what only looks like one."""


@given(st.lists(NEARLY | JSON, max_size=4))
def test_any_document_is_read_or_refused(said: list[Any]) -> None:
    document = json(notation.dumps({"export": 1, "challenges": said}).encode())

    refused = {int(one.cell.partition("[")[2].partition("]")[0]) for one in document.objections}
    taken = [one for number, one in enumerate(said) if number not in refused]
    assert [one["id"] for one in taken] == [*document.challenges]
    for one, challenge in zip(taken, document.challenges.values(), strict=True):
        assert (
            one["challenge"].items()
            >= {"format": 1, "title": challenge.title, "phase": challenge.phase}.items()
        )
        assert json(document_of(state_of(challenge))).challenges["challenge-1"] == challenge
    for objection in document.objections:
        assert objection.text
        assert re.fullmatch(r"challenges\[\d\]( [ab])?.*", objection.cell, re.DOTALL)
